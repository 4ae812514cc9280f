import { canSend } from "../draft/draft.ts";
import { isInlinkError, MailChanged } from "../errors.ts";
import type { FileContent } from "../mail/mail.ts";
import type { Mailbox } from "../ports.ts";

/**
 * The mail as a file: the original, or a message rebuilt from what this Outlook gives (loaded on demand: few need it).
 * @param read by file id: what was read before.
 * @param lost ids of files that Outlook failed to give; they are not asked for again.
 */
export async function wholeMail(
  mailbox: Mailbox,
  mailId: string,
  read: ReadonlyMap<string, FileContent>,
  lost: ReadonlySet<string>,
): Promise<FileContent> {
  const mail = mailbox.currentMail();
  if (mail?.id !== mailId) throw new MailChanged();
  if (mail.offers.original) return mailbox.original(mailId);
  const { rebuiltMessage } = await import("../mail/rebuilt/rebuiltMessage.ts");
  const body = await mailbox.body(mailId);
  const contents = new Map<string, FileContent>();
  for (const file of mail.offers.files ? mail.files.filter(canSend) : []) {
    const content =
      read.get(file.id) ?? (lost.has(file.id) ? undefined : await given(mailbox, mailId, file.id));
    if (content) contents.set(file.id, content);
  }
  return rebuiltMessage(mail, body, contents);
}

/** undefined where Outlook fails: the message names what it lacks. */
async function given(mailbox: Mailbox, mailId: string, fileId: string): Promise<FileContent | undefined> {
  try {
    return await mailbox.file(mailId, fileId);
  } catch (error) {
    if (!isInlinkError(error) || error.code === "mail-changed") throw error;
    return undefined;
  }
}
