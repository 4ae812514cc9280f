import { isInlinkError, type InlinkError } from "../errors.ts";
import type { FileContent } from "../mail/mail.ts";
import type { Mailbox } from "../ports.ts";
import { ORIGINAL } from "./order.ts";
import { wholeMail } from "./wholeMail.ts";

/** File id → bytes; outlives a failed attempt, so that a retry needs neither the mail nor Outlook. */
export type FileContents = Map<string, FileContent>;

interface Reading {
  readonly contents: FileContents;
  readonly stop: AbortSignal;
  failed(id: string, error: InlinkError): void;
}

/**
 * Reads what is not there yet, one at a time: Outlook mixes up or drops parallel calls (office-js issue 6333).
 * A file that Outlook cannot give is told and left out; a mail that is gone stops everything.
 * Throws MailChanged, and Stopped between two files.
 */
export async function readFiles(
  mailbox: Mailbox,
  mailId: string,
  files: readonly { readonly id: string }[],
  { contents, stop, failed }: Reading,
): Promise<void> {
  const lost = new Set<string>();
  // The mail itself comes last: where it has to be rebuilt, its files are needed.
  const inOrder = [
    ...files.filter(({ id }) => id !== ORIGINAL),
    ...files.filter(({ id }) => id === ORIGINAL),
  ];
  for (const { id } of inOrder) {
    if (contents.has(id)) continue;
    stop.throwIfAborted();
    try {
      const whole = id === ORIGINAL;
      contents.set(id, await (whole ? wholeMail(mailbox, mailId, contents, lost) : mailbox.file(mailId, id)));
    } catch (error) {
      if (!isInlinkError(error) || error.code === "mail-changed") throw error;
      lost.add(id);
      failed(id, error);
    }
  }
}
