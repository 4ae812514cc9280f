import { attachmentNames } from "../mail/attachmentNames.ts";
import { endingOf, originalFileName, safeFileName } from "../mail/fileName.ts";
import type { Mail } from "../mail/mail.ts";
import { withPictureNames } from "../wiki/pictureNames.ts";
import type { Draft } from "./draft.ts";

interface Renaming {
  readonly fileId: string;
  /** As typed; "" gives the mail's own name back. */
  readonly to: string;
}

/** What another name for a file changes: it is safe, keeps its ending, and pictures in the user's own text follow. */
export function renamed(mail: Mail, draft: Draft, { fileId, to }: Renaming): Partial<Draft> {
  const names = attachmentNames(mail, draft.names);
  const before = names.get(fileId);
  const own = attachmentNames(mail).get(fileId);
  if (before === undefined || own === undefined) return {};
  const others = [...names].flatMap(([id, name]) => (id === fileId ? [] : [name]));
  const wanted = to.trim() === "" ? own : withEnding(to.trim(), endingOf(own));
  const name = safeFileName(wanted, new Set([originalFileName(mail.subject), ...others]));
  return {
    names: { ...draft.names, [fileId]: name },
    text: draft.text === undefined ? undefined : withPictureNames(draft.text, new Map([[before, name]])),
  };
}

/** The user's own ending counts where it looks like one: what follows the last dot in "No. 12" or "Mr. Miller" does not. */
function withEnding(name: string, ending: string): string {
  const given = endingOf(name);
  const same = given.toLowerCase() === ending.toLowerCase();
  return same || /^\.(?!\d+$)[a-z\d]{1,5}$/i.test(given) ? name : name + ending;
}
