import { FileTooLarge, JiraRejected } from "../errors.ts";
import type { UploadRules } from "../jira.ts";
import type { FileContent } from "../mail/mail.ts";

/** Refuses what Jira would refuse, before megabytes are sent in vain. Throws FileTooLarge, JiraRejected. */
export function checkSize(file: FileContent, { enabled, limit }: UploadRules): void {
  const size = file.bytes.byteLength;
  if (!enabled) throw new JiraRejected(403, ["Attachments are switched off in this Jira."], {});
  if (limit !== undefined && size > limit) throw new FileTooLarge(file.name, size, limit);
}
