/** The mail as a file, made from what Outlook tells of it: where it does not give the original, or Jira would not take that. */
import { fileShown } from "../fileShown.ts";
import type { FileContent, Mail, MailBody, MailFile } from "../mail.ts";
import { base64Lines } from "./base64Lines.ts";
import { field, fieldWith, peopleField, textField } from "./headerFields.ts";
import { plainEncoding } from "./plainEncoding.ts";

/** Of a message: its own fields, and what follows them. */
interface Part {
  readonly fields: readonly string[];
  readonly body: readonly (string | Uint8Array)[];
}

type Why = "not-given" | "too-large";

/**
 * An RFC 5322 message; all attachments have their bytes, and what is missing is named below the text.
 * @param contents by file id: what Outlook gave.
 * @param why the original is not taken.
 */
export async function rebuiltMessage(
  mail: Mail,
  body: MailBody,
  contents: ReadonlyMap<string, FileContent>,
  why: Why = "not-given",
): Promise<FileContent> {
  const missing = missingNote(
    mail.files.filter(({ id }) => !contents.has(id)),
    why,
  );
  const contentIds = contentIdsOf(mail.files, body.html ?? "");
  const shown: Part[] = [];
  const attached: Part[] = [];
  for (const file of mail.files) {
    const content = contents.get(file.id);
    if (!content) continue;
    const contentId = contentIds.get(file.id);
    const within = body.html !== undefined && file.inline && contentId !== undefined;
    (within ? shown : attached).push(await filePart(content, contentId, within));
  }
  const text = await textPart("plain", missing === "" ? body.text : `${body.text}\n\n${missing}\n`);
  const html = body.html !== undefined && (await textPart("html", body.html + inHtml(missing)));
  const read = html ? multipart("alternative", [text, html]) : text;
  const related = shown.length > 0 ? multipart("related", [read, ...shown]) : read;
  const whole = attached.length > 0 ? multipart("mixed", [related, ...attached]) : related;
  return {
    name: `${mail.subject}.eml`,
    contentType: "message/rfc822",
    bytes: joined([...written({ ...whole, fields: [...headOf(mail, why), ...whole.fields] }), "\r\n"]),
  };
}

const reasons: Readonly<Record<Why, string>> = {
  "not-given": "from what this Outlook tells of the mail; it does not give the original",
  "too-large": "from what Outlook tells of the mail; the original is too large for Jira",
};

function headOf(
  { from, to, cc, subject, sentAt, internetMessageId = "" }: Mail,
  why: Why,
): readonly string[] {
  return [
    textField("X-Inlink-Rebuilt", reasons[why]),
    ...peopleField("From", from ? [from] : []),
    ...peopleField("To", to),
    ...peopleField("Cc", cc),
    textField("Subject", subject),
    ...(sentAt ? [`Date: ${sentAt.toUTCString().replace("GMT", "+0000")}`] : []),
    ...(/^<[\x21-\x3b=\x3f-\x7e]{1,900}>$/.test(internetMessageId)
      ? [field("Message-ID", [internetMessageId])]
      : []),
    "MIME-Version: 1.0",
  ];
}

/** Line ends are CRLF in a mail's text, also within base64 (RFC 2046 4.1.1). */
async function textPart(kind: "plain" | "html", text: string): Promise<Part> {
  const bytes = new TextEncoder().encode(text.replace(/\r\n|\r|\n/g, "\r\n"));
  return {
    fields: [
      fieldWith("Content-Type", `text/${kind}`, { charset: "utf-8" }),
      "Content-Transfer-Encoding: base64",
    ],
    body: [await base64Lines(bytes)],
  };
}

async function filePart(
  { name, contentType, bytes }: FileContent,
  contentId: string | undefined,
  within: boolean,
): Promise<Part> {
  const said = mediaType(contentType);
  // RFC 2046 5.2.1: an attached mail is not encoded. One that cannot stand as it is goes as a file like any other.
  const plain = said.startsWith("message/") ? plainEncoding(bytes) : undefined;
  const type =
    /^(?:message|multipart)\//.test(said) && plain === undefined ? "application/octet-stream" : said;
  const calendar = type === "text/calendar" ? { charset: "utf-8" } : {}; // RFC 5545 3.1.4
  // Readers take a text that is "inline" for a part of the mail's own.
  const place = within && !type.startsWith("text/") ? "inline" : "attachment";
  return {
    fields: [
      fieldWith("Content-Type", type, calendar),
      `Content-Transfer-Encoding: ${plain ?? "base64"}`,
      fieldWith("Content-Disposition", place, { filename: name }),
      ...(contentId === undefined ? [] : [field("Content-ID", [`<${contentId}>`])]),
    ],
    body: [plain === undefined ? await base64Lines(bytes) : bytes],
  };
}

function mediaType(said: string): string {
  const type = said
    .replace(/;[^]*$/, "")
    .trim()
    .toLowerCase();
  return /^[\w!#$&^.+-]{1,100}\/[\w!#$&^.+-]{1,100}$/.test(type) ? type : "application/octet-stream";
}

/** The boundary is not to be guessed: an attached mail, which is not encoded, must not end its own part. */
function multipart(kind: "alternative" | "related" | "mixed", parts: readonly Part[]): Part {
  const boundary = `inlink-${crypto.randomUUID()}`;
  return {
    fields: [fieldWith("Content-Type", `multipart/${kind}`, { boundary })],
    body: [
      ...parts.flatMap((part) => [`--${boundary}\r\n`, ...written(part), "\r\n"]),
      `--${boundary}--\r\n`,
    ],
  };
}

function written({ fields, body }: Part): Part["body"] {
  return [`${fields.join("\r\n")}\r\n\r\n`, ...body];
}

/** File id → content id, without its angle brackets. Where Outlook does not tell it, the text's addresses do. */
function contentIdsOf(files: readonly MailFile[], html: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const addresses = [...html.matchAll(/\bcid:([^"'\s<>)]{1,200})/gi)].map(([, address = ""]) => address);
  for (const address of new Set(addresses)) {
    const file = fileShown(files, address);
    if (file && !found.has(file.id)) found.set(file.id, file.contentId ?? address);
  }
  for (const { id, contentId } of files) if (contentId !== undefined) found.set(id, contentId);
  return new Map([...found].filter(([, contentId]) => /^[\x21-\x3b=\x3f-\x7e]{1,300}$/.test(contentId)));
}

function missingNote(files: readonly MailFile[], why: Why): string {
  if (files.length === 0) return "";
  const names = files.map(({ name, kind }) => (kind === "cloud" ? `${name} (a link to a cloud file)` : name));
  const reason = why === "too-large" ? ", too large for Jira," : "";
  return `[Inlink rebuilt this mail${reason} without: ${names.join("; ").replace(/\p{Cc}+/gu, " ")}]`;
}

function inHtml(note: string): string {
  const escaped = note.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return note === "" ? "" : `\n<p>${escaped}</p>\n`;
}

function joined(pieces: Part["body"]): Uint8Array<ArrayBuffer> {
  const all = pieces.map((piece) => (typeof piece === "string" ? new TextEncoder().encode(piece) : piece));
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
