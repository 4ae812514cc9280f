import { MailChanged } from "../../src/core/errors.ts";
import { mailText } from "../../src/core/mailText.ts";
import type { Mailbox } from "../../src/core/ports.ts";
import { fakeMailbox, mailOf } from "./fakes.ts";

const mail = mailOf("a");
function giving(html: string | undefined, text: string): Mailbox {
  return { ...fakeMailbox(mail).mailbox, body: () => Promise.resolve({ html, text }) };
}

it("says who wrote when, and then what", async () => {
  const text = await mailText(giving("<p>It is <b>burning</b>.</p>", "It is burning."), mail);
  expect(text).toMatch(/^\*From:\* Ada Lovelace .*\*Sent:\* 2026-11-12 .*\n\nIt is \*burning\*\.$/);
});

it("takes the plain text where there is no HTML, and escapes it", async () => {
  const text = await mailText(giving(undefined, "Read {this}"), mail);
  expect(text).toMatch(/\n\nRead \\\{this\\\}$/);
});

it("begins with the text where neither sender nor time is known", async () => {
  const unknown = mailOf("a", { from: undefined, sentAt: undefined });
  await expect(mailText(giving(undefined, "Hello"), unknown)).resolves.toBe("Hello");
});

it("fits into Jira's field", async () => {
  const text = await mailText(giving(undefined, "word ".repeat(20_000)), mail);
  expect(text.length).toBeLessThanOrEqual(32_767);
  expect(text.length).toBeGreaterThan(30_000);
});

it("passes on that another mail was selected", async () => {
  const { mailbox } = fakeMailbox(mailOf("other"));
  await expect(mailText(mailbox, mail)).rejects.toEqual(new MailChanged());
});
