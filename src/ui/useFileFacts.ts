import type { FileFacts } from "../core/draft/draft.ts";
import { shownPictures } from "../core/draft/shownText.ts";
import type { Work } from "../core/flow.ts";
import { usePanePorts } from "./panePorts.ts";
import { useAnswer } from "./useAnswer.ts";

export interface KnownFileFacts extends FileFacts {
  /** false: this Jira takes no files at all. */
  readonly enabled: boolean;
}

/** What speaks for and against attaching a file. The form does not wait for Jira's part of it. */
export function useFileFacts(work: Work): KnownFileFacts {
  const { jira } = usePanePorts();
  // Asked again with each upload, which then says what is wrong.
  const rules = useAnswer("upload rules", () => jira.uploadRules());
  const { enabled, limit } = rules.state === "ready" ? rules.value : { enabled: true, limit: undefined };
  return { shown: shownPictures(work), limit, enabled };
}
