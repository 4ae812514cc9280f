/** An .eml file becomes the item that Outlook would show. */
import { createHash } from "node:crypto";
import { Parser } from "htmlparser2";
import PostalMime, { type Address, type Attachment, type Email, type Mailbox } from "postal-mime";
import { exactContents } from "./exactContents.ts";
import type { AttachmentData, ItemData, MailRecord, Person } from "./item.ts";

export interface ParsedMail {
  readonly record: MailRecord;
  /** The file as it lies on disk. */
  readonly original: Buffer;
  /** Decoded bytes, by index of the attachment. */
  readonly contents: readonly Buffer[];
}

export interface MailPlace {
  readonly n: number;
  readonly file: string;
  /** Address of the mailbox; ids differ from mailbox to mailbox, as in Exchange. */
  readonly mailbox: string;
}

/** Reply and forward prefixes that Exchange takes off `normalizedSubject`. */
const SUBJECT_PREFIX = /^\s*((re|aw|fw|fwd|wg)\s*:\s*)+/i;

export async function parseMail(original: Buffer, place: MailPlace): Promise<ParsedMail> {
  const email = await PostalMime.parse(original, { forceRfc822Attachments: true });
  const contents = exactContents(original, email.attachments.map(bytesOf));
  const id = exchangeId("AAMkAD", `${place.mailbox}/${place.file}`);
  const html = email.html;
  const record: MailRecord = {
    ...{ n: place.n, file: place.file },
    item: itemData(email, id, place.mailbox, await attachmentData(email, id, contents)),
    format: html === undefined ? "text" : "html",
    html: html ?? htmlOfText(email.text ?? ""),
    text: email.text ?? textOfHtml(html ?? ""),
    headers: original.toString("latin1").split(/\r?\n\r?\n/, 1)[0] ?? "",
    contentIds: email.attachments.map(({ contentId }) => contentId?.replace(/^<|>$/g, "")),
  };
  return { record, original, contents };
}

function itemData(
  email: Email,
  id: string,
  mailbox: string,
  attachments: readonly AttachmentData[],
): ItemData {
  const persons = (list: readonly Address[] | undefined) => flat(list).map((entry) => person(entry, mailbox));
  const subject = email.subject ?? "";
  const from = persons(email.from && [email.from])[0];
  const sent = Date.parse(email.date ?? "");
  const time = Number.isNaN(sent) ? 0 : sent;
  const thread = email.references?.trim().split(/\s+/)[0] ?? email.inReplyTo ?? email.messageId ?? id;
  return {
    ...{ itemType: 1, id, subject, from, attachments },
    conversationId: exchangeId("AAQkAD", thread),
    internetMessageId: email.messageId,
    itemClass: "IPM.Note",
    normalizedSubject: subject.replace(SUBJECT_PREFIX, ""),
    sender: persons(email.sender && [email.sender])[0] ?? from,
    to: persons(email.to),
    cc: persons(email.cc),
    bcc: persons(email.bcc),
    ...{ dateTimeCreated: time, dateTimeModified: time, dateTimeSent: time },
  };
}

function flat(list: readonly Address[] | undefined): readonly Mailbox[] {
  return (list ?? []).flatMap((entry) => (entry.group === undefined ? [entry] : entry.group));
}

function person({ name, address }: Mailbox, mailbox: string): Person {
  const own = domain(address) === domain(mailbox);
  return { name: name || address, address, recipientType: own ? 2 : 3, appointmentResponse: 0 };
}

function domain(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}

function attachmentData(
  email: Email,
  itemId: string,
  contents: readonly Buffer[],
): Promise<AttachmentData[]> {
  return Promise.all(
    email.attachments.map(async (attachment, index) => {
      const content = contents[index] ?? Buffer.alloc(0);
      const isMail = attachment.mimeType === "message/rfc822";
      const url = attachment.mimeType === "text/uri-list" ? content.toString("utf8").trim() : undefined;
      return {
        id: exchangeId(itemId.slice(0, -1) + "ABEgAQ", `${index}`),
        name: isMail ? await subjectOf(content) : (attachment.filename ?? `ATT${index + 1}`),
        size: content.length,
        contentType: attachment.mimeType,
        // No mail has a cloud file in it: a list of addresses (RFC 2483) stands for one.
        attachmentType: isMail ? 1 : url === undefined ? 0 : 2,
        ...(url === undefined ? {} : { url }),
        isInline: !isMail && isShownInText(attachment, email.html),
      };
    }),
  );
}

/** Outlook names an attached mail after its subject, with no ending. */
async function subjectOf(eml: Buffer): Promise<string> {
  const { subject } = await PostalMime.parse(eml);
  return subject ?? "";
}

function isShownInText({ contentId }: Attachment, html: string | undefined): boolean {
  return contentId !== undefined && (html ?? "").includes(`cid:${contentId.replace(/^<|>$/g, "")}`);
}

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === "string") return Buffer.from(content, "utf8");
  return content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}

/** Looks like an Exchange id in its REST form: no slash, no plus. The same file always has the same one. */
function exchangeId(prefix: string, source: string): string {
  return prefix + createHash("sha256").update(source).digest("base64url") + "=";
}

function htmlOfText(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<html><body><div>${escaped.replace(/\r?\n/g, "<br>\r\n")}</div></body></html>`;
}

const BLOCKS = new Set([
  "p",
  "div",
  "tr",
  "li",
  "blockquote",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "pre",
  "hr",
]);
const UNSEEN = new Set(["head", "style", "script"]);

/** Simple on purpose: Exchange's own conversion is richer. */
function textOfHtml(html: string): string {
  let text = "";
  let unseen = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (UNSEEN.has(name)) unseen += 1;
      if (name === "br") text += "\r\n";
    },
    ontext: (part) => {
      if (unseen === 0) text += part.replace(/\s+/g, " ");
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen -= 1;
      if (BLOCKS.has(name)) text += "\r\n";
      if (name === "td" || name === "th") text += "\t";
    },
  });
  parser.end(html);
  return text
    .replace(/[ \t]*\r\n[ \t]*/g, "\r\n")
    .replace(/(\r\n){3,}/g, "\r\n\r\n")
    .trim();
}
