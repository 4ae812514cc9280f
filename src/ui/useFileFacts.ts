import { useMemo } from "react";
import type { FileFacts } from "../core/draft/draft.ts";
import { leftOutBefore, twinsOf } from "../core/draft/lookAlikes.ts";
import { shownPictures } from "../core/draft/shownText.ts";
import type { Work } from "../core/flow.ts";
import type { IssueSummary } from "../core/jira.ts";
import { attachmentNames } from "../core/mail/attachmentNames.ts";
import { usePanePorts } from "./panePorts.ts";
import { useAnswer } from "./useAnswer.ts";

export interface KnownFileFacts extends FileFacts {
  /** false: this Jira takes no files at all. */
  readonly enabled: boolean;
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
  const names = attachmentNames(work.mail);
  const present = work.mail.files.flatMap(({ id, size }) =>
    there.some((file) => file.size === size && file.name === names.get(id)) ? [id] : [],
  );
  const leftOut = leftOutBefore(work.mail, work.prints, before);
  const facts = { shown: shownPictures(work), present, limit, leftOut };
  return { ...facts, twins: twinsOf(work.mail, work.prints, facts), enabled };
}
