import { isChosen, isZipped, type Draft, type FileFacts } from "../draft/draft.ts";
import { attachmentNames } from "../mail/attachmentNames.ts";
import { originalFileName } from "../mail/fileName.ts";
import type { Mail } from "../mail/mail.ts";
import { zipNames } from "../mail/zipNames.ts";
import { ORIGINAL, type OrderedFile } from "./order.ts";

/** The draft's choice, in the mail's order, under names that Jira keeps apart. */
export function orderedFiles(mail: Mail, draft: Draft, facts: FileFacts): readonly OrderedFile[] {
  const names = attachmentNames(mail);
  const original = originalFileName(mail.subject);
  const zips = zipNames(names, original);
  const light = draft.light ? { light: { limit: facts.limit } } : {};
  const sending = { ...facts, draft };
  return [
    ...(draft.original ? [{ id: ORIGINAL, name: original, ...light }] : []),
    ...mail.files
      .filter((file) => isChosen(mail, file, sending))
      .map((file) => {
        const { id, name } = file;
        if (!isZipped(file, sending)) return { id, name: names.get(id) ?? name };
        return { id: `zip of ${id}`, name: zips.get(id) ?? name, zipOf: id };
      }),
  ];
}

/** The text with pictures of these files only: of others, Jira would show a broken one. */
export function withoutUnsent(text: string, mail: Mail, ids: readonly string[]): string {
  let shown = text;
  for (const [id, name] of attachmentNames(mail)) {
    if (ids.includes(id)) continue;
    for (let at = shown.indexOf(`!${name}`); at >= 0; at = shown.indexOf(`!${name}`, at)) {
      const end = /^(?:\|width=\d+)?!/.exec(shown.slice(at + name.length + 1))?.[0].length;
      if (end === undefined || shown.charAt(at - 1) === "\\") at += 1;
      else shown = shown.slice(0, at) + shown.slice(at + 1 + name.length + end);
    }
  }
  return shown;
}
