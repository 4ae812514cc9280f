import fc from "fast-check";
import type { Address } from "postal-mime";
import type { FileContent, Mail, MailBody, MailFile } from "../../../../src/core/mail/mail.ts";
import { rebuiltMessage } from "../../../../src/core/mail/rebuilt/rebuiltMessage.ts";
import { exactContents } from "../../../../sim/outlook/exactContents.ts";
import { corpusMail, corpusNames, corpusSource } from "../../../corpus.ts";
import { mailFile, mailOf } from "../../fakes.ts";
import {
  byMailparser,
  byPostalMime,
  contentOf,
  loose,
  sha256,
  type Found,
  type FoundFile,
} from "./readers.ts";

const readers = [
  ["postal-mime", byPostalMime],
  ["mailparser", byMailparser],
] as const;

interface Given {
  readonly mail: Mail;
  readonly body: MailBody;
  readonly contents: ReadonlyMap<string, FileContent>;
}

async function rebuilt({ mail, body, contents }: Given): Promise<Uint8Array> {
  return (await rebuiltMessage(mail, body, contents)).bytes;
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const words = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const plain: MailBody = { html: undefined, text: "Hello" };

/** One mail with these files, all of which Outlook gave. */
function withFiles(
  files: readonly (Partial<MailFile> & { readonly bytes: Uint8Array<ArrayBuffer> })[],
  body = plain,
): Given {
  const all = files.map(({ bytes, ...more }, at) => ({ file: mailFile(`${at}`, more), bytes }));
  return {
    mail: mailOf("a", { files: all.map(({ file }) => file) }),
    body,
    contents: new Map(
      all.map(({ file, bytes }) => [file.id, { name: file.name, contentType: file.contentType, bytes }]),
    ),
  };
}

const sign = fc
  .string({ unit: "grapheme", maxLength: 80 })
  .map((text) => text.replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, ""));
const oneLine = sign.map((text) => text.replace(/\s+/gu, " ").trim());
const body = fc
  .string({ unit: "grapheme", maxLength: 3000 })
  .map((text) => loose(text.replace(/^\ufeff+/, "")).trim());
const host = fc.stringMatching(/^[a-z]{1,20}\.[a-z]{2,6}$/);
const address = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9]{1,12}(\.[a-z0-9+_-]{1,12})?$/), host)
  .map((both) => both.join("@"));
const person = fc.record({ name: oneLine, address });
const type = fc.constantFrom(
  "application/pdf",
  "image/png",
  "text/plain",
  "text/csv",
  "application/octet-stream",
);
const attached = fc.record({
  name: oneLine.map((name) => `${name}.bin`),
  contentType: type,
  bytes: fc.uint8Array({ maxLength: 400 }),
});

const anyMail: fc.Arbitrary<Given> = fc
  .record({
    subject: oneLine,
    from: person,
    to: fc.array(person, { maxLength: 6 }),
    cc: fc.array(person, { maxLength: 3 }),
    sentAt: fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(seconds * 1000)),
    text: body,
    html: fc.option(
      body.filter((html) => html !== ""),
      { nil: undefined },
    ),
    files: fc.array(attached, { maxLength: 4 }),
  })
  .map(({ text, html, files, ...head }) => {
    const given = withFiles(
      files.map(({ bytes, ...file }) => ({ ...file, bytes: new Uint8Array(bytes) })),
      { text, html },
    );
    return { ...given, mail: { ...given.mail, ...head } };
  });

function expected({ mail, body: { text, html }, contents }: Given): Found {
  const people = (list: readonly { readonly name: string; readonly address: string }[]) =>
    list.map(({ name, address: at }) => `${name === at ? "" : name} <${at}>`);
  return {
    from: people(mail.from ? [mail.from] : []),
    to: people(mail.to),
    cc: people(mail.cc),
    subject: mail.subject,
    messageId: mail.internetMessageId,
    sentAt: mail.sentAt?.getTime(),
    text,
    html,
    files: [...contents].map(([fileId, { name, contentType, bytes }]) => ({
      name,
      type: contentType,
      contentId: mail.files.find(({ id }) => id === fileId)?.contentId,
      sha256: sha256(bytes),
    })),
  };
}

/** As Outlook would give the mail: parsed, its files by their names and bytes. */
async function fromCorpus(name: string): Promise<Given> {
  const email = await corpusMail(name);
  const sources = exactContents(corpusSource(name), email.attachments.map(contentOf));
  const given = withFiles(
    email.attachments.map(({ filename, mimeType, contentId, related }, at) => ({
      name: filename ?? `ATT${at + 1}`,
      contentType: mimeType,
      contentId: contentId?.replace(/^<|>$/g, ""),
      inline: related === true,
      bytes: new Uint8Array(sources[at] ?? []),
    })),
    { html: email.html === undefined ? undefined : loose(email.html), text: loose(email.text ?? "") },
  );
  const people = (list: readonly Address[] = []) =>
    list.map(({ name: who, address: at = "" }) => ({ name: who, address: at }));
  const head = {
    subject: email.subject ?? "",
    from: people(email.from && [email.from])[0],
    to: people(email.to),
    cc: people(email.cc),
    internetMessageId: email.messageId,
    sentAt: email.date === undefined ? undefined : new Date(email.date),
  };
  return { ...given, mail: { ...given.mail, ...head } };
}

const crlf = (...lines: readonly string[]) => bytesOf(lines.join("\r\n"));
const attachedMail = crlf(
  "Subject: Inner",
  "Content-Type: multipart/mixed; boundary=x",
  "",
  "--x",
  "",
  "Grüße",
  "--x--",
  "",
);

describe.each(readers)("what goes in, %s reads", (reader, read) => {
  it("for any mail", () =>
    fc.assert(
      fc.asyncProperty(anyMail, async (given) => {
        expect(await read(await rebuilt(given))).toEqual(expected(given));
      }),
      { numRuns: 300 },
    ));

  it.each([
    ["looks like an encoded word", "=?utf-8?B?QQ==?="],
    ["has no space for long", "x".repeat(300)],
    ["is long", "Grüße aus Kyoto 🗻 ".repeat(40).trim()],
    ["is long and plain", "printer on fire ".repeat(40).trim()],
    ["has double spaces", "a  b"],
  ])("when a subject, name and file name %s", async (_what, name) => {
    const file = `${name.replaceAll("?", "")}.bin`; // postal-mime decodes a file's name twice
    const given = withFiles([{ name: file, contentType: "image/png", bytes: bytesOf("1") }]);
    const people = [{ name, address: "a@example.com" }];
    const named = { ...given, mail: { ...given.mail, subject: name, from: people[0], to: people } };
    const found = await read(await rebuilt(named));
    const once = (text: string) => text.replace(/ +/g, " "); // readers differ in what they keep of them
    expect(once(found.subject)).toBe(once(name));
    expect(found.from.map(once)).toEqual([once(`${name} <a@example.com>`)]);
    expect(found.to.map(once)).toEqual(found.from.map(once));
    expect(found.files).toEqual([expect.objectContaining({ name: file })]);
  });

  it.each([
    'a"b\\c%d.txt',
    "it's (50 %) *new*;a=b.txt",
    " .x",
    "Übersicht.pdf",
    `${"長い名前".repeat(30)}.xlsx`,
  ])("when a file is called %s", async (name) => {
    const found = await read(
      await rebuilt(withFiles([{ name, contentType: "text/plain", bytes: bytesOf("1") }])),
    );
    expect(found.files.map((file) => file.name.trim())).toEqual([name.trim()]);
  });

  it("when an address is unusual, or none", async () => {
    const { mail } = withFiles([]);
    const to = [
      { name: "Odd", address: "odd one@example.com" },
      { name: "Zoë", address: "zoë@bücher.example" },
      { name: "Room, 4", address: "/o=acme/ou=x/cn=room4" },
      { name: "", address: "last@example.com" },
    ];
    const found = await read(await rebuilt({ mail: { ...mail, to }, body: plain, contents: new Map() }));
    const asGiven = (one: string) => one.replaceAll('"', "").replace("xn--bcher-kva", "bücher");
    expect(found.to.map(asGiven)).toEqual([
      "Odd <odd one@example.com>",
      "Zoë <zoë@bücher.example>",
      "Room, 4 /o=acme/ou=x/cn=room4 <>",
      " <last@example.com>",
    ]);
  });

  it("when a mail is attached, byte for byte and not encoded", async () => {
    const files = [
      { name: "Inner.eml", contentType: "message/rfc822", kind: "item", bytes: attachedMail },
    ] as const;
    const message = await rebuilt(withFiles(files));
    expect(words(message)).toContain("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 8bit\r\n");
    expect(words(message)).toContain(words(attachedMail));
    const { files: found } = await read(message);
    expect(found).toEqual([
      { name: "Inner.eml", type: "message/rfc822", contentId: undefined, sha256: sha256(attachedMail) },
    ]);
  });

  it.each([
    ["lines that end with LF", bytesOf("Subject: x\n\ny\n")],
    ["a line of 999 bytes", crlf("Subject: x", "", "y".repeat(999))],
    ["a zero byte", crlf("Subject: x", "", "\0")],
    ["a carriage return within a line", crlf("Subject: x", "", "a\rb")],
  ])("when an attached mail has %s: as a file, with its bytes", async (_what, bytes) => {
    const files = [{ name: "Inner.eml", contentType: "message/rfc822", kind: "item", bytes }] as const;
    const { files: found } = await read(await rebuilt(withFiles(files)));
    expect(found).toEqual([expect.objectContaining({ name: "Inner.eml", sha256: sha256(bytes) })]);
  });

  it("when an event is attached", async () => {
    const bytes = crlf("BEGIN:VCALENDAR", "SUMMARY:Grüße", "END:VCALENDAR", "");
    const files = [{ name: "Meeting.ics", contentType: "text/calendar", kind: "item", bytes }] as const;
    const message = await rebuilt(withFiles(files));
    expect(words(message)).toContain('Content-Type: text/calendar;\r\n charset="utf-8"');
    expect((await read(message)).files).toEqual([
      expect.objectContaining({ name: "Meeting.ics", type: "text/calendar" }),
    ]);
  });

  it("when pictures stand in the text, also where Outlook does not tell their content ids", async () => {
    const html = '<img src="cid:told@x"><img src="cid:image002.png@01DC.02"><img src="cid:foreign">';
    const picture = { contentType: "image/png", inline: true } as const;
    const given = withFiles(
      [
        { ...picture, name: "image001.png", contentId: "told@x", bytes: bytesOf("1") },
        { ...picture, name: "image002.png", bytes: bytesOf("2") },
        { ...picture, name: "unseen.png", bytes: bytesOf("3") },
      ],
      { html, text: "" },
    );
    const { files, html: shown } = await read(await rebuilt(given));
    expect(shown).toBe(html);
    expect(files.map(({ name, contentId }) => [name, contentId])).toEqual([
      ["image001.png", "told@x"],
      ["image002.png", "image002.png@01DC.02"],
      ["unseen.png", undefined],
    ]);
  });

  it("when files are missing: both texts name them", async () => {
    const files = [mailFile("1", { name: "a<b>.pdf" }), mailFile("2", { name: "plan.docx", kind: "cloud" })];
    const given = {
      mail: mailOf("a", { files }),
      body: { text: "T", html: "<p>H</p>" },
      contents: new Map(),
    };
    const found = await read(await rebuilt(given));
    const note = (name: string) =>
      `[Inlink rebuilt this mail without: ${name}; plan.docx (a link to a cloud file)]`;
    expect(found.text).toBe(`T\n\n${note("a<b>.pdf")}`);
    expect(found.html).toBe(`<p>H</p>\n<p>${note("a&lt;b&gt;.pdf")}</p>`);
  });

  it.each(corpusNames)("for %s of the corpus", async (name) => {
    const given = await fromCorpus(name);
    const found = await read(await rebuilt(given));
    const wanted = expected(given);
    const sure = (file: FoundFile, at: number) => {
      // postal-mime reads events as text; mailparser guesses the type that says nothing from the name.
      if (reader === "postal-mime" && /^(?:text\/calendar|application\/ics)$/.test(file.type))
        return { ...file, sha256: "" };
      const isAny = wanted.files[at]?.type === "application/octet-stream";
      return reader === "mailparser" && isAny ? { ...file, type: "any" } : file;
    };
    expect({ ...found, files: found.files.map(sure) }).toEqual({ ...wanted, files: wanted.files.map(sure) });
  });
});

describe("the message", () => {
  const hostile = "x\r\nBcc: eve@example.com\r\n\r\n<script>";

  it("says that it is rebuilt", async () => {
    expect(words(await rebuilt(withFiles([])))).toMatch(/^X-Inlink-Rebuilt: /);
  });

  it("takes no field and no part from what the mail says", async () => {
    const given = withFiles([
      { name: hostile, contentType: hostile, contentId: hostile, inline: true, bytes: bytesOf("1") },
    ]);
    const person = { name: hostile, address: `${hostile}@example.com` };
    const head = {
      subject: hostile,
      from: person,
      to: [person],
      cc: [person],
      internetMessageId: `<${hostile}>`,
    };
    const text = words(await rebuilt({ ...given, mail: { ...given.mail, ...head } }));
    expect(text).not.toMatch(/^Bcc:/m);
    expect(text.match(/^Content-Type: .*/gm)).toEqual([
      expect.stringMatching(/mixed/),
      expect.stringMatching(/plain/),
      expect.stringMatching(/octet-stream/),
    ]);
  });

  it("has no line that is longer than a mail's may be, and none of base64 above 76", () =>
    fc.assert(
      fc.asyncProperty(anyMail, async (given) => {
        const lines = words(await rebuilt(given)).split("\r\n");
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(78);
        expect(lines.filter((line) => /^[A-Za-z0-9+/=]{77,}$/.test(line))).toEqual([]);
      }),
      { numRuns: 100 },
    ));

  it("of 25 MB lets the page work while it is made, and has every byte", async () => {
    const bytes = new Uint8Array(25 * 1_048_576).map((_, at) => at * 31);
    let turns = 0;
    const other = () => {
      turns++;
      next = setImmediate(other);
    };
    let next = setImmediate(other);
    const message = await rebuilt(withFiles([{ name: "large.bin", contentType: "video/mp4", bytes }]));
    clearImmediate(next);
    expect(turns).toBeGreaterThan(25); // About one a megabyte, however long each takes.
    expect((await byMailparser(message)).files).toEqual([expect.objectContaining({ sha256: sha256(bytes) })]);
  });
});
