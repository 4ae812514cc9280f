import { OutlookFailed, OutlookLacks } from "../core/errors.ts";
import type { MailBody } from "../core/mail/mail.ts";
import { callAsync } from "./callAsync.ts";
import type { Item } from "./item.ts";
import { has, textOf } from "./member.ts";

export async function readBody(item: Item): Promise<MailBody> {
  if (!has(item.body, "getAsync")) throw new OutlookLacks("body.getAsync");
  const text = await bodyAs(item, Office.CoercionType.Text);
  const html = await bodyAs(item, Office.CoercionType.Html).catch((error: unknown) => {
    if (error instanceof OutlookFailed) return ""; // some mails have no HTML to give; their text will do
    throw error;
  });
  return { html: html || undefined, text };
}

async function bodyAs(item: Item, form: Office.CoercionType): Promise<string> {
  return textOf(await callAsync<string>("body.getAsync", (done) => item.body.getAsync(form, done)));
}
