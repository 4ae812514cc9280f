import { MailChanged } from "../../src/core/errors.ts";
import { mailText } from "../../src/core/mailText.ts";
import type { Mail } from "../../src/core/mail/mail.ts";
import type { Mailbox } from "../../src/core/ports.ts";
import { fakeMailbox, mailFile, mailOf } from "./fakes.ts";

const mail = mailOf("a");
function giving(html: string | undefined, text: string): Mailbox {
  return { ...fakeMailbox(mail).mailbox, body: () => Promise.resolve({ html, text }) };
}

async function text(html: string | undefined, plain: string, of: Mail = mail): Promise<string> {
  const read = await mailText(giving(html, plain), of);
  return read.markup(read.suggested);
}

it("says who wrote when, and then what", async () => {
  expect(await text("<p>It is <b>burning</b>.</p>", "It is burning.")).toMatch(
    /^\*From:\* Ada Lovelace .*\*Sent:\* 2026-11-12 .*\n\nIt is \*burning\*\.$/,
  );
});

it("takes the plain text where there is no HTML, and escapes it", async () => {
  expect(await text(undefined, "Read {this}")).toMatch(/\n\nRead \\\{this\\\}$/);
});

it("begins with the text where neither sender nor time is known", async () => {
  const unknown = mailOf("a", { from: undefined, sentAt: undefined });
  expect(await text(undefined, "Hello", unknown)).toBe("Hello");
});

it("names cloud files with their links, which can be left out", async () => {
  const cloud = (id: string, name: string, url: string) => mailFile(id, { name, url, kind: "cloud" });
  const files = [
    cloud("c", "Plan [v2].docx", "https://files.example.com/p?id=1"),
    cloud("d", "Old.docx", "javascript:alert(1)"),
  ];
  const read = await mailText(giving("<p>See the plan.</p>", ""), mailOf("a", { files }));
  expect(read.markup(read.suggested)).toMatch(
    /\n\nSee the plan\.\n\nPlan \\\[v2\]\.docx: https:\/\/files\.example\.com\/p\?id=1$/,
  );
  expect(read.markup(new Set([0]))).not.toContain("files.example.com");
});

it("fits into Jira's field", async () => {
  const long = await text(undefined, "word ".repeat(20_000));
  expect(long.length).toBeLessThanOrEqual(32_767);
  expect(long.length).toBeGreaterThan(30_000);
});

it("passes on that another mail was selected", async () => {
  const { mailbox } = fakeMailbox(mailOf("other"));
  await expect(mailText(mailbox, mail)).rejects.toEqual(new MailChanged());
});

const reply = [
  "<p>The printer burns.</p><p>Please come.</p>",
  "<p>Kind regards<br>Ada Lovelace<br>Tel: +44 20 7946 0000</p>",
  "<p>From: Ben<br>Sent: Monday<br>To: Ada<br>Subject: Printer</p><p>Does it work?</p>",
].join("");

it("suggests what the sender says, and in a forward what they pass on", async () => {
  expect(await text(reply, "")).toMatch(/\n\nThe printer burns\.\n\nPlease come\.$/);
  const forward = await text(reply, "", mailOf("a", { subject: "FW: Printer" }));
  expect(forward).toMatch(/Please come\.\n\nFrom: Ben\n.*\n\nDoes it work\?$/s);
  expect(forward).not.toMatch(/regards/);
});

it("is never empty where the mail is not", async () => {
  expect(await text("<p>Kind regards<br>Ada Lovelace</p>", "")).toMatch(/Kind regards/);
});

it("gives what is chosen, in the mail's order", async () => {
  const read = await mailText(giving(reply, ""), mail);
  expect(read.blocks.map(({ part }) => part)).toEqual(["own", "own", "signature", "quote", "quote"]);
  expect(read.markup(new Set([4, 0]))).toMatch(/burns\.\n\nDoes it work\?$/);
});

describe("pictures", () => {
  const html = (src: string, more = "") => `<p>Look: <img src="${src}" width="300" ${more}> here</p>`;
  const picture = (id: string, name: string, contentId?: string) =>
    mailFile(id, { name, contentId, inline: true, contentType: "image/png" });
  const withPictures = (...files: readonly ReturnType<typeof picture>[]) => mailOf("a", { files });

  it("stand where they were, under the name that Jira will have, by content id or by name", async () => {
    const byId = withPictures(picture("1", "a b.png", "x@1"), picture("2", "a b.png", "x@2"));
    expect(await text(html("cid:x@2"), "", byId)).toMatch(/Look: !a b \(2\)\.png\|width=300! here$/);
    const byName = withPictures(picture("1", "image001.png"));
    expect(await text(html("cid:image001.png@01DA1234.5678"), "", byName)).toMatch(
      /!image001-\w{4}\.png\|width=300!/,
    );
  });

  it("are left to their words where they could be mistaken, or are not the mail's", async () => {
    const two = withPictures(picture("1", "image001.png"), picture("2", "image001.png"));
    expect(await text(html("cid:image001.png@1", 'alt="A cat"'), "", two)).toMatch(/Look: A cat here$/);
    expect(await text(html("https://example.com/a.png", 'alt="A cat"'), "")).toMatch(/Look: A cat here$/);
    expect(await text(html("data:image/png;base64,AAAA"), "")).toMatch(/Look: here$/);
    expect(
      await text(
        '<p>a<img src="cid:x@1" width="1" alt="spy">b</p>',
        "",
        withPictures(picture("1", "p.png", "x@1")),
      ),
    ).toMatch(/ab$/);
  });

  it("are known by the block that shows them", async () => {
    const read = await mailText(
      giving(`<p>Hello</p>${html("cid:x@1")}`, ""),
      withPictures(picture("1", "p.png", "x@1")),
    );
    expect(read.blocks.map(({ pictures }) => pictures)).toEqual([[], ["1"]]);
  });

  it("do not become markup by a text's own signs", async () => {
    const one = withPictures(picture("1", "p.png", "x@1"));
    expect(await text('<p>Wow! <img src="cid:x@1"> Really!</p>', "", one)).toMatch(
      /Wow\\! !p\.png! Really\\!$/,
    );
  });
});
