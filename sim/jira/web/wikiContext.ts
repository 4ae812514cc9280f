import type { Attachment, Issue } from "../data/model.ts";
import { findIssue, findUser } from "../data/store.ts";
import type { Instance } from "../instance.ts";
import type { WikiContext } from "../wiki/context.ts";

/** @param issue whose text it is; undefined: of none yet, so there are no attachments. */
export function wikiContext(jira: Instance, issue: Issue | undefined, base: string): WikiContext {
  return {
    base,
    attachment: (name) => {
      const file = issue?.attachments.find(({ filename }) => filename === name);
      return file && addressOf(file, base);
    },
    person: (name) => findUser(name)?.displayName,
    isIssue: (key) => findIssue(jira.store.data, key) !== undefined,
  };
}

export function addressOf({ id, filename }: Attachment, base: string): string {
  return `${base}/secure/attachment/${id}/${encodeURIComponent(filename)}`;
}
