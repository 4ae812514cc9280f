import { canSend } from "../draft/draft.ts";
import { isInlinkError, MailChanged } from "../errors.ts";
import type { FileContent } from "../mail/mail.ts";
import type { Mailbox } from "../ports.ts";
import { leftOut } from "./mailSize.ts";
import type { OrderedFile } from "./order.ts";

interface Reading {
  /** By file id: what was read before. */
  readonly read: ReadonlyMap<string, FileContent>;
  /** Ids of files that Outlook failed to give; they are not asked for again. */
  readonly lost: ReadonlySet<string>;
  readonly light?: OrderedFile["light"];
}

/**
 * The mail as a file: the original, or a message rebuilt from what this Outlook gives, or from what Jira takes of it
 * (loaded on demand: few need it).
 */
export async function wholeMail(
  mailbox: Mailbox,
  mailId: string,
  { read, lost, light }: Reading,
): Promise<FileContent> {
  const mail = mailbox.currentMail();
  if (mail?.id !== mailId) throw new MailChanged();
  if (mail.offers.original && !light) return mailbox.original(mailId);
  const { rebuiltMessage } = await import("../mail/rebuilt/rebuiltMessage.ts");
  const body = await mailbox.body(mailId);
  const contents = new Map<string, FileContent>();
  const out = light ? leftOut(mail, light.limit) : new Set<string>();
  for (const file of mail.offers.files ? mail.files.filter(canSend) : []) {
    if (out.has(file.id)) continue;
    const content =
      read.get(file.id) ?? (lost.has(file.id) ? undefined : await given(mailbox, mailId, file.id));
    if (content) contents.set(file.id, content);
  }
  const why = light ? "too-large" : "not-given";
  const whole = await rebuiltMessage(mail, body, contents, why);
  const fits = light?.limit === undefined || whole.bytes.length <= light.limit;
  return fits ? whole : rebuiltMessage(mail, body, new Map(), why);
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
