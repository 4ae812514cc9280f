import { useMemo } from "react";
import { isZipped, sizeToSend, type FileFacts } from "../core/draft/draft.ts";
import { leftOutBefore, twinsOf } from "../core/draft/lookAlikes.ts";
import { shownPictures } from "../core/draft/shownText.ts";
import type { Work } from "../core/flow.ts";
import type { IssueSummary } from "../core/jira.ts";
import { attachmentNames } from "../core/mail/attachmentNames.ts";
import { originalFileName } from "../core/mail/fileName.ts";
import { zipNames } from "../core/mail/zipNames.ts";
import { mailSize } from "../core/submission/mailSize.ts";
import { usePanePorts } from "./panePorts.ts";
import { useAnswer } from "./useAnswer.ts";
import { useZips } from "./useZips.ts";

export interface KnownFileFacts extends FileFacts {
  /** false: this Jira takes no files at all. */
  readonly enabled: boolean;
  /** Of the mail itself, roughly, in bytes. */
  readonly mailSize: number;
}

/**
 * What speaks for and against attaching a file. The form does not wait for Jira's part of it.
 * @param there what the issue has already.
 */
export function useFileFacts(work: Work, there: IssueSummary["files"]): KnownFileFacts {
  const { jira, recents } = usePanePorts();
  const before = useMemo(() => recents.picturesLeftOut(), [recents]);
  // Asked again with each upload, which then says what is wrong.
  const rules = useAnswer("upload rules", () => jira.uploadRules());
  const { enabled, limit } = rules.state === "ready" ? rules.value : { enabled: true, limit: undefined };
  const { mail, draft, text, prints } = work;
  const shown = shownPictures(work);
  const zips = useZips(mail, draft);
  const names = attachmentNames(mail);
  const present = mail.files.flatMap((file) => {
    const size = sizeToSend(file, { draft, shown, zips });
    const isZip = isZipped(file, { draft, shown });
    const name = (isZip ? zipNames(names, originalFileName(mail.subject)) : names).get(file.id);
    return there.some((one) => one.size === size && one.name === name) ? [file.id] : [];
  });
  const facts = { shown, present, limit, leftOut: leftOutBefore(mail, prints, before), zips };
  const twins = twinsOf(mail, prints, facts);
  return { ...facts, twins, enabled, mailSize: mailSize(mail, text?.bodySize ?? 0) };
}
