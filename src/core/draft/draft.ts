/** What the user has decided about one mail. Kept until it is sent, whatever happens to mail, project or session. */
import type { Sensitive } from "../privacy/sensitive.ts";
import type { Names } from "../mail/attachmentNames.ts";
import { cleanSubject } from "../mail/subject.ts";
import type { Mail, MailFile } from "../mail/mail.ts";
import type { Recents } from "../ports.ts";
import type { ZipStates } from "../zips.ts";
import { usualPlace } from "./habits.ts";

/** The user is creating the issue on Jira's own screen. */
export interface HandOff {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Keys of what they had created shortly before; undefined: not known. */
  readonly known: readonly string[] | undefined;
}

export interface Draft {
  readonly target: "new" | "existing";
  readonly projectKey: string | undefined;
  readonly issueTypeId: string | undefined;
  readonly summary: string;
  /** Wiki markup as the user wrote it, instead of the mail's own; undefined: the mail's chosen blocks. */
  readonly text: string | undefined;
  /** Places of the mail's blocks that are to be sent; undefined: as suggested. */
  readonly blocks: ReadonlySet<number> | undefined;
  /** What is to be hidden in summary and text. */
  readonly masked: readonly Sensitive[];
  /** Field id → value; only its field type knows its shape. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly issueKey: string | undefined;
  readonly handOff: HandOff | undefined;
  /** Jira Service Management: who may see the comment. */
  readonly audience: "internal" | "customer";
  /** File id → whether it is attached, where the user has said so. */
  readonly files: Readonly<Record<string, boolean>>;
  /** Its name in Jira, where the user has given one. */
  readonly names: Names;
  /** File id → whether it goes as a zip. */
  readonly zipped: Readonly<Record<string, boolean>>;
  /** Attach the mail itself as `.eml`. */
  readonly original: boolean;
  /** It goes without what makes it too large for Jira. */
  readonly light: boolean;
  /** The user changed something: worth keeping when another mail is selected. */
  readonly touched: boolean;
}

export function firstDraft(mail: Mail, recents: Recents): Draft {
  const usual = usualPlace(recents.past(), mail.from?.address ?? "");
  const projectKey = usual?.projectKey ?? recents.projects()[0];
  return {
    target: "new",
    projectKey,
    issueTypeId:
      usual?.issueTypeId ?? (projectKey === undefined ? undefined : recents.issueTypes(projectKey)[0]),
    summary: cleanSubject(mail.subject),
    text: undefined,
    blocks: undefined,
    masked: [],
    values: {},
    issueKey: undefined,
    handOff: undefined,
    audience: "internal",
    files: {},
    names: {},
    zipped: {},
    original: true,
    light: false,
    touched: false,
  };
}

export interface FileFacts {
  /** Ids of files that the text shows. */
  readonly shown: readonly string[];
  /** Ids of files that the issue has already, by name and size. */
  readonly present: readonly string[];
  /** Bytes that Jira takes for one file; undefined: not known. */
  readonly limit: number | undefined;
  /** Ids of pictures that the user has left out of what they sent before. */
  readonly leftOut: readonly string[];
  /** File id → id of the same file, byte for byte, that stands for it. */
  readonly twins: ReadonlyMap<string, string>;
  readonly zips: ZipStates;
}

type Sending = FileFacts & { readonly draft: Pick<Draft, "files" | "zipped"> };

/** Attached unless the user said otherwise: what is meant, each once. */
export function isChosen({ offers }: Mail, file: MailFile, sending: Sending): boolean {
  if (!offers.files || !canSend(file)) return false;
  const { draft, twins } = sending;
  const isOffered = isZipped(file, sending) ? zipFits(file, sending) : isMeant(file, sending);
  return draft.files[file.id] ?? (isOffered && !twins.has(file.id));
}

/**
 * All but pictures of parts that are not sent (mostly of signatures), those left out before, what the issue has, and what
 * Jira would refuse.
 */
export function isMeant(
  { id, inline, size }: MailFile,
  { shown, present, limit, leftOut }: Pick<FileFacts, "shown" | "present" | "limit" | "leftOut">,
): boolean {
  return (
    (!inline || shown.includes(id)) && ![...present, ...leftOut].includes(id) && !isTooLarge(size, limit)
  );
}

/** As far as is known: it may still be in the making. */
function zipFits(file: MailFile, sending: Sending): boolean {
  return !sending.present.includes(file.id) && !isTooLarge(sizeToSend(file, sending), sending.limit);
}

/** A picture that the text shows goes as it is. */
export function isZipped({ id }: MailFile, { draft, shown }: Pick<Sending, "draft" | "shown">): boolean {
  return draft.zipped[id] === true && !shown.includes(id);
}

/** Bytes; undefined: its zip is not made yet. */
export function sizeToSend(
  file: MailFile,
  sending: Pick<Sending, "draft" | "shown" | "zips">,
): number | undefined {
  if (!isZipped(file, sending)) return file.size;
  const zip = sending.zips.get(file.id);
  return zip?.step === "ready" ? zip.size : undefined;
}

/** Sizes in bytes; where one is not known, Jira will say. */
export function isTooLarge(size: number | undefined, limit: number | undefined): boolean {
  return size !== undefined && limit !== undefined && size > limit;
}

/** Cloud files are links and cannot be sent. */
export function canSend(file: MailFile): boolean {
  return file.kind !== "cloud";
}
