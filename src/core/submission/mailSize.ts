/** How large a mail is as a file. Outlook does not say; its files' sizes and the text say roughly. */
import { canSend } from "../draft/draft.ts";
import type { Mail, MailFile } from "../mail/mail.ts";

/** Base64 in lines of 76 characters, with their ends. */
const encoded = (4 / 3) * (78 / 76);

/** Bytes. */
export function mailSize({ files, offers }: Mail, bodySize: number): number {
  const within = offers.original || offers.files ? files.filter(canSend) : [];
  return Math.round(within.reduce((sum, file) => sum + sizeWithin(file), bodySize));
}

/** An attached mail is not encoded once more (RFC 2046 5.2.1). */
function sizeWithin({ kind, size }: MailFile): number {
  return kind === "item" ? size : size * encoded;
}

/**
 * Ids of the files without which Jira takes the mail: those that are too large by themselves, or all, where the rest is
 * still too large.
 * @param limit bytes; undefined: nobody says.
 */
export function leftOut(mail: Mail, limit: number | undefined): ReadonlySet<string> {
  const files = mail.files.filter(canSend);
  const small = files.filter(({ size }) => limit !== undefined && size <= limit);
  const fits = mail.offers.files && limit !== undefined && mailSize({ ...mail, files: small }, 0) <= limit;
  return new Set(files.filter((file) => !fits || !small.includes(file)).map(({ id }) => id));
}

/** The same in words that follow "the mail". */
export function withoutWhat(
  mail: Mail,
  limit: number | undefined,
): "without its files" | "without its large files" {
  const all = leftOut(mail, limit).size === mail.files.filter(canSend).length;
  return all ? "without its files" : "without its large files";
}
