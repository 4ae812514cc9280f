/** What the user asked for when they pressed the button, and what has come of it so far. */
import type { PastIssue } from "../draft/habits.ts";
import type { PictureHabit } from "../draft/lookAlikes.ts";
import type { InlinkError } from "../errors.ts";
import type { IssueContent, IssueRef } from "../jira.ts";

export interface Order {
  readonly mailId: string;
  readonly goal: CreateGoal | AddGoal;
  readonly files: readonly OrderedFile[];
  readonly pictures?: PictureHabit | undefined;
}

/** A new issue; `comment` carries the mail's text where the create screen has no description. */
export interface CreateGoal {
  readonly kind: "create";
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly summary: string;
  readonly content: IssueContent;
  readonly comment: string | undefined;
  /** What the next mail of this sender may well ask for again. */
  readonly habit: Pick<PastIssue, "sender" | "values">;
}

/** Mail and files on an issue that exists. */
export interface AddGoal {
  readonly kind: "add";
  readonly issue: IssueRef;
  readonly comment: string | undefined;
  /** Jira Service Management: hidden from customers; undefined in other projects. */
  readonly internal: boolean | undefined;
}

export interface OrderedFile {
  /** The attachment's id, one of our own for its zip, or ORIGINAL. */
  readonly id: string;
  /** As it will be called in Jira: safe, and unique within the order. */
  readonly name: string;
  /** The id of the file that this is a zip of. */
  readonly zipOf?: string;
  /** The mail itself without what makes it larger than so many bytes; undefined there: without all its files. */
  readonly light?: { readonly limit: number | undefined };
}

/** The mail itself, as `.eml`. */
export const ORIGINAL = "original";

/** Everything that is known to have happened. A retry starts from here and repeats nothing. */
export interface Receipts {
  /** When the first attempt began: what Jira made before cannot be ours. */
  readonly startedAt: Date;
  readonly issue: IssueRef | undefined;
  readonly commented: boolean;
  readonly files: readonly FileReceipt[];
  /** Emoji and the like were left out: this Jira cannot keep them. */
  readonly plain: boolean;
  /** Steps whose answer was lost: "issue", "comment" or a file's id. Jira is asked before they are repeated. */
  readonly unsure: readonly string[];
}

export interface FileReceipt extends OrderedFile {
  readonly state: "waiting" | "sending" | "attached" | "failed";
  readonly error: InlinkError | undefined;
}

export interface Outcome {
  readonly receipts: Receipts;
  /** Why the rest was not tried; undefined: all steps were run (single files may have failed). */
  readonly stoppedBy: InlinkError | undefined;
}

export function noReceipts(order: Order, startedAt: Date): Receipts {
  return {
    startedAt,
    issue: order.goal.kind === "add" ? order.goal.issue : undefined,
    commented: false,
    files: order.files.map((file) => ({ ...file, state: "waiting", error: undefined })),
    plain: false,
    unsure: [],
  };
}

/** The mail itself was too large: without what makes it so, it is still to be sent. */
export function withLightMail({ files, ...rest }: Receipts, limit: number | undefined): Receipts {
  const light = (file: FileReceipt): FileReceipt =>
    file.id === ORIGINAL ? { ...file, light: { limit }, state: "waiting", error: undefined } : file;
  return { ...rest, files: files.map(light) };
}

/** Nothing has reached Jira, and nothing may have. */
export function nothingSent(order: Order, { issue, commented, files, unsure }: Receipts): boolean {
  const created = order.goal.kind === "create" && issue !== undefined;
  return !created && !commented && unsure.length === 0 && files.every(({ state }) => state !== "attached");
}
