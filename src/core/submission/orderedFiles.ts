import { isChosen, isZipped, type Draft, type FileFacts } from "../draft/draft.ts";
import { attachmentNames, type Names } from "../mail/attachmentNames.ts";
import { originalFileName } from "../mail/fileName.ts";
import type { Mail } from "../mail/mail.ts";
import { zipNames } from "../mail/zipNames.ts";
import { withPictureNames } from "../wiki/pictureNames.ts";
import { ORIGINAL, type OrderedFile } from "./order.ts";

/** The draft's choice, in the mail's order, under names that Jira keeps apart. */
export function orderedFiles(mail: Mail, draft: Draft, facts: FileFacts): readonly OrderedFile[] {
  const names = attachmentNames(mail, draft.names);
  const original = originalFileName(mail.subject);
  const light = draft.light ? { light: { limit: facts.limit } } : {};
  const sending = { ...facts, draft };
  return [
    ...(draft.original ? [{ id: ORIGINAL, name: original, ...light }] : []),
    ...mail.files
      .filter((file) => isChosen(mail, file, sending))
      .map((file) => {
        const { id, name } = file;
        if (!isZipped(file, sending)) return { id, name: names.get(id) ?? name };
        return { id: `zip of ${id}`, name: zipNames(names, original).get(id) ?? name, zipOf: id };
      }),
  ];
}

/**
 * The text with pictures that Jira can show: of files that are sent, or that the issue has. What is the same as one of
 * these refers to that one; others are left out, for Jira would show a broken picture.
 * @param sent ids.
 */
export function withoutUnsent(
  text: string,
  mail: Mail,
  {
    names,
    sent,
    facts,
  }: { readonly names: Names; readonly sent: readonly string[]; readonly facts: FileFacts },
): string {
  const { twins, present } = facts;
  const [now, own] = [attachmentNames(mail, names), attachmentNames(mail)];
  const nameInJira = (id: string): string | undefined =>
    sent.includes(id) ? now.get(id) : present.includes(id) ? own.get(id) : undefined;
  const shownAs = (id: string): string | undefined => {
    const first = twins.get(id) ?? id;
    const others = [...twins].flatMap(([twin, of]) => (of === first ? [twin] : []));
    return [id, first, ...others].map(nameInJira).find((name) => name !== undefined);
  };
  return withPictureNames(text, new Map([...now].map(([id, name]) => [name, shownAs(id)])));
}
