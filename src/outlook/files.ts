/** The bytes of an attachment, and of the mail itself. */
import { OutlookFailed, OutlookLacks } from "../core/errors.ts";
import type { FileContent, MailFile } from "../core/mail/mail.ts";
import { bytesOfBase64 } from "./base64.ts";
import { callAsync } from "./callAsync.ts";
import { filesOf, type Item } from "./item.ts";
import { has, member, textOf } from "./member.ts";

/** Milliseconds for one file. There is no stated limit of size; 33 MB took 1.5 s within one machine. */
const limit = 120_000;
/** InternalError: classic Outlook fails so at random (office-js issue 6109). */
const internalError = 5001;
const invalidAttachmentId = 9003;

export async function readFile(item: Item, fileId: string): Promise<FileContent> {
  const call = "getAttachmentContentAsync";
  if (!has(item, call)) throw new OutlookLacks(call);
  const file = filesOf(item).find(({ id }) => id === fileId);
  if (!file) throw new OutlookFailed(call, invalidAttachmentId, "The mail has no such attachment");
  const content = await callAsync<Office.AttachmentContent>(
    call,
    (done) => item.getAttachmentContentAsync(file.id, done),
    limit,
  );
  return fileOf(file, content);
}

export async function readOriginal(item: Item): Promise<FileContent> {
  const call = "getAsFileAsync";
  if (!has(item, call)) throw new OutlookLacks(call);
  const read = (): Promise<string> => callAsync<string>(call, (done) => item.getAsFileAsync(done), limit);
  const base64 = await read().catch((error: unknown) => {
    if (error instanceof OutlookFailed && error.officeCode === internalError) return read();
    throw error;
  });
  return {
    name: `${textOf(member(item, "subject"))}.eml`,
    contentType: "message/rfc822",
    bytes: await decoded(call, textOf(base64)),
  };
}

async function fileOf(file: MailFile, answer: unknown): Promise<FileContent> {
  const call = "getAttachmentContentAsync";
  const content = textOf(member(answer, "content"));
  const format = member(answer, "format");
  const { Base64, Eml, ICalendar, Url } = Office.MailboxEnums.AttachmentContentFormat;
  switch (format) {
    case Base64:
      return {
        name: file.name,
        contentType: file.contentType || "application/octet-stream",
        bytes: await decoded(call, content),
      };
    case Eml:
      return {
        name: withEnding(file.name, ".eml"),
        contentType: "message/rfc822",
        bytes: await written(call, content),
      };
    case ICalendar:
      return {
        name: withEnding(file.name, ".ics"),
        contentType: "text/calendar",
        bytes: await written(call, content),
      };
    case Url: // a cloud file is a link: there are no bytes
      throw new OutlookLacks(call);
    default:
      throw new OutlookFailed(call, 0, `unknown format ${textOf(format)}`);
  }
}

/** Attached mails and events have no extension, except on a Mac. */
function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}

/** Documented as the file's text; some Outlooks give base64 here too. A mail's or an event's text has a colon. */
async function written(call: string, content: string): Promise<Uint8Array<ArrayBuffer>> {
  return content.includes(":") ? new TextEncoder().encode(content) : decoded(call, content);
}

async function decoded(call: string, base64: string): Promise<Uint8Array<ArrayBuffer>> {
  return bytesOfBase64(base64).catch((error: unknown) => {
    throw new OutlookFailed(call, 0, `not base64: ${textOf(member(error, "name"))}`);
  });
}
