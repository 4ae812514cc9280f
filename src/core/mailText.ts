/** The first text of a draft: who wrote when, and what, as wiki markup. */
import { mailHeader } from "./mail/header.ts";
import type { Mail } from "./mail/mail.ts";
import type { Mailbox } from "./ports.ts";
import { cutToLimit } from "./wiki/limit.ts";

/** Throws what Mailbox.body throws. The converter is loaded on demand: the first paint does not need it. */
export async function mailText(mailbox: Mailbox, mail: Mail): Promise<string> {
  const [body, { htmlToWiki }, { textToWiki }] = await Promise.all([
    mailbox.body(mail.id),
    import("./wiki/fromHtml.ts"),
    import("./wiki/fromText.ts"),
  ]);
  const text = body.html === undefined ? textToWiki(body.text) : htmlToWiki(body.html);
  return cutToLimit([mailHeader(mail), text].filter((part) => part !== "").join("\n\n")).text;
}
