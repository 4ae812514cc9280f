import type { Work } from "../flow.ts";

/** By file id, of files that have been looked into. */
export type Prints = Readonly<Record<string, Print>>;

export interface Print {
  /** SHA-256 in hex; undefined: it could not be read. */
  readonly hash: string | undefined;
  /** The user had decided on a file of this size before: what they saw then stays. */
  readonly late: boolean;
}

export function withPrint(
  { mail, draft, prints }: Pick<Work, "mail" | "draft" | "prints">,
  fileId: string,
  hash: string | undefined,
): Prints {
  const size = mail.files.find(({ id }) => id === fileId)?.size;
  const late = mail.files.some(
    (file) =>
      file.size === size && (draft.files[file.id] !== undefined || draft.names[file.id] !== undefined),
  );
  return { ...prints, [fileId]: { hash, late } };
}
