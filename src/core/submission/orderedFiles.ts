import type { Draft } from "../draft/draft.ts";
import { originalFileName, safeFileName } from "../mail/fileName.ts";
import type { Mail } from "../mail/mail.ts";
import { ORIGINAL, type OrderedFile } from "./order.ts";

/** The draft's choice, in the mail's order, under names that Jira keeps apart. */
export function orderedFiles(mail: Mail, draft: Draft): readonly OrderedFile[] {
  const wanted = [
    ...(draft.original ? [{ id: ORIGINAL, name: originalFileName(mail.subject) }] : []),
    ...mail.files.filter(({ id }) => draft.fileIds.includes(id)),
  ];
  const taken = new Set<string>();
  return wanted.map(({ id, name }) => {
    const safe = safeFileName(name, taken);
    taken.add(safe);
    return { id, name: safe };
  });
}
