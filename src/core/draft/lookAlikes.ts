/**
 * What is learnt of files by looking into them: which are the same, and which pictures the user has left out before.
 * Few mails need it, so that only these files are read: of the same size as another, or as a picture left out before, and
 * pictures that the user is leaving out now.
 */
import type { Work } from "../flow.ts";
import type { Mail, MailFile } from "../mail/mail.ts";
import { canSend, isMeant, type Draft, type FileFacts } from "./draft.ts";
import type { Print, Prints } from "./prints.ts";

export interface KnownPicture {
  readonly hash: string;
  /** Bytes, as Outlook states them. */
  readonly size: number;
}

/** What a submission says of pictures. */
export interface PictureHabit {
  /** Ticked by Inlink, unticked by the user. */
  readonly left: readonly KnownPicture[];
  /** Hashes of what the user ticked. */
  readonly taken: readonly string[];
}

/** Bytes: of one file, of all that is read because it may be the same as another, of a picture worth remembering. */
const largest = 4 * 1_048_576;
const most = 12 * 1_048_576;
const largestPicture = 200 * 1024;

/** The next one to look into, once the mail's text is there and while nothing is being sent. */
export function nextToPrint(work: Work, leftOut: readonly KnownPicture[]): MailFile | undefined {
  const { mail, draft, prints, text, stage } = work;
  if (stage.step !== "editing" || !text || !mail.offers.files) return undefined;
  const alike = likeOthers(mail);
  return mail.files.find((file) => {
    if (prints[file.id] || !isPlain(file)) return false;
    const unticked = draft.files[file.id] === false || leftOut.some(({ size }) => size === file.size);
    return alike.includes(file) || (isSmallPicture(file) && unticked);
  });
}

function likeOthers(mail: Mail): readonly MailFile[] {
  const plain = mail.files.filter((file) => isPlain(file) && file.size <= largest);
  let sum = 0;
  return plain.filter(({ id, size }) => {
    const alike = plain.some((other) => other.size === size && other.id !== id);
    sum += alike ? size : 0;
    return alike && sum <= most;
  });
}

/** Attached mails have no exact size, and links no bytes. */
function isPlain({ kind, size }: MailFile): boolean {
  return kind === "file" && size > 0;
}

function isSmallPicture({ contentType, size }: MailFile): boolean {
  return /^image\//i.test(contentType) && size <= largestPicture;
}

/** Ids of pictures that the user has left out before. */
export function leftOutBefore(
  mail: Mail,
  prints: Prints,
  leftOut: readonly KnownPicture[],
): readonly string[] {
  return mail.files.flatMap((file) => {
    const hash = settled(prints[file.id]);
    return isSmallPicture(file) && leftOut.some((one) => one.hash === hash) ? [file.id] : [];
  });
}

/** File id → id of the same file that stands for it: what the issue has, else the first that goes along by itself. */
export function twinsOf(
  mail: Mail,
  prints: Prints,
  facts: Omit<FileFacts, "twins">,
): ReadonlyMap<string, string> {
  const twins = new Map<string, string>();
  for (const { id } of mail.files) {
    const hash = settled(prints[id]);
    const same = hash === undefined ? [] : mail.files.filter((file) => settled(prints[file.id]) === hash);
    const first =
      same.find((file) => facts.present.includes(file.id)) ?? same.find((file) => isMeant(file, facts));
    if (first && first.id !== id) twins.set(id, first.id);
  }
  return twins;
}

function settled(print: Print | undefined): string | undefined {
  return print?.late ? undefined : print?.hash;
}

/** @param sent ids of the files that go along. */
export function pictureHabit(
  { mail, prints }: Pick<Work, "mail" | "prints">,
  draft: Draft,
  facts: FileFacts,
  sent: readonly string[],
): PictureHabit {
  const hashOf = (id: string) => prints[id]?.hash;
  const sentHashes = sent.map(hashOf);
  const left = mail.files.flatMap((file) => {
    const hash = hashOf(file.id);
    const byUser = draft.files[file.id] === false && isMeant(file, facts) && !facts.twins.has(file.id);
    return hash !== undefined && byUser && canSend(file) && isSmallPicture(file) && !sentHashes.includes(hash)
      ? [{ hash, size: file.size }]
      : [];
  });
  const taken = sent.flatMap((id) => (draft.files[id] ? (hashOf(id) ?? []) : []));
  return { left, taken };
}
