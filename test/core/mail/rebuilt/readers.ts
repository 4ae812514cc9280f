/** Two readers of mail that know nothing of each other, and what each finds in a message. */
import { createHash } from "node:crypto";
import { simpleParser, type AddressObject } from "mailparser";
import PostalMime, { type Address, type Attachment } from "postal-mime";
import { exactContents } from "../../../../sim/outlook/exactContents.ts";

export interface Found {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly messageId: string | undefined;
  /** Milliseconds since 1970. */
  readonly sentAt: number | undefined;
  readonly text: string;
  readonly html: string | undefined;
  readonly files: readonly FoundFile[];
}

export interface FoundFile {
  readonly name: string;
  readonly type: string;
  readonly contentId: string | undefined;
  readonly sha256: string;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Line ends are the readers' own choice, as are blank lines at the end. */
export function loose(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
}

export async function byPostalMime(message: Uint8Array): Promise<Found> {
  const email = await PostalMime.parse(message);
  const contents = exactContents(Buffer.from(message), email.attachments.map(contentOf));
  return {
    from: email.from ? people([email.from]) : [],
    to: people(email.to),
    cc: people(email.cc),
    subject: email.subject ?? "",
    messageId: email.messageId,
    sentAt: email.date === undefined ? undefined : Date.parse(email.date),
    text: loose(email.text ?? ""),
    html: email.html === undefined ? undefined : loose(email.html),
    files: email.attachments.map(({ filename, mimeType, contentId }, at) => ({
      name: filename ?? "",
      type: mimeType,
      contentId: contentId?.replace(/^<|>$/g, ""),
      sha256: sha256(contents[at] ?? Buffer.alloc(0)),
    })),
  };
}

export function contentOf({ content }: Attachment): Buffer {
  return typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}

function people(addresses: readonly Address[] | undefined): readonly string[] {
  return (addresses ?? []).map(({ name, address = "" }) => `${name} <${address}>`);
}

export async function byMailparser(message: Uint8Array): Promise<Found> {
  const mail = await simpleParser(Buffer.from(message), {
    keepCidLinks: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
  });
  return {
    from: addresses(mail.from),
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    subject: mail.subject ?? "",
    messageId: mail.messageId,
    sentAt: mail.date?.getTime(),
    text: loose(mail.text ?? ""),
    html: typeof mail.html !== "string" ? undefined : loose(mail.html),
    files: mail.attachments.map(({ filename, contentType, cid, content }) => ({
      name: filename ?? "",
      type: contentType,
      contentId: cid,
      sha256: sha256(content),
    })),
  };
}

function addresses(found: AddressObject | AddressObject[] | undefined): readonly string[] {
  return [found ?? []]
    .flat()
    .flatMap(({ value }) => value.map(({ name, address = "" }) => `${name} <${address}>`));
}
