import { isInlinkError, type InlinkError } from "../errors.ts";
import type { FileContent } from "../mail/mail.ts";
import type { Mailbox } from "../ports.ts";
import type { Zips } from "../zips.ts";
import { ORIGINAL, type OrderedFile } from "./order.ts";
import { wholeMail } from "./wholeMail.ts";

/** File id → bytes; outlives a failed attempt, so that a retry needs neither the mail nor Outlook. */
export type FileContents = Map<string, FileContent>;

export interface ReadingPorts {
  readonly mailbox: Mailbox;
  readonly zips: Pick<Zips, "zip">;
}

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
  { mailbox, zips }: ReadingPorts,
  mailId: string,
  files: readonly OrderedFile[],
  { contents, stop, failed }: Reading,
): Promise<void> {
  const lost = new Set<string>();
  // The mail itself comes last: where it has to be rebuilt, its files are needed.
  const inOrder = [
    ...files.filter(({ id }) => id !== ORIGINAL),
    ...files.filter(({ id }) => id === ORIGINAL),
  ];
  const read = ({ id, zipOf, light }: OrderedFile) => {
    if (id === ORIGINAL) return wholeMail(mailbox, mailId, { read: contents, lost, light });
    return zipOf === undefined ? mailbox.file(mailId, id) : zips.zip(mailId, zipOf);
  };
  for (const file of inOrder) {
    const { id } = file;
    if (contents.has(id)) continue;
    stop.throwIfAborted();
    try {
      contents.set(id, await read(file));
    } catch (error) {
      if (!isInlinkError(error) || error.code === "mail-changed") throw error;
      lost.add(id);
      failed(id, error);
    }
  }
}
