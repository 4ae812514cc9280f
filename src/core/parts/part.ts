import type { Person } from "../mail/mail.ts";
import { isReply } from "../mail/subject.ts";

/** What a line of a mail is: said by its sender now, or something that came along. */
export type Part = "own" | "quote" | "signature" | "disclaimer" | "banner";

export interface SeenLine {
  /** As it is read, white space collapsed. */
  readonly text: string;
  /** What the mail's program says of it: the container that it stands in; "own": written now, within what is quoted. */
  readonly hint: "quote" | "signature" | "own" | undefined;
  /** The colour of all of it; undefined: the usual one, or several. */
  readonly colour: string | undefined;
  /** An empty line comes before it. */
  readonly gap: boolean;
  /** What the mail's program has around it; lines of one hold the same. */
  readonly section: Section | undefined;
  /** Pixels of its largest letters; undefined: not known. */
  readonly size: number | undefined;
}

/** What a mail program has around all of an answer and what it answers. */
export interface Section {
  readonly program: "Word" | "Gmail";
}

/** From one line up to, not including, another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Said {
  /** Display name of whoever wrote the mail; "" where unknown. */
  readonly sender: string;
  /** What their address has behind the @; "" where unknown. */
  readonly domain: string;
  /** By its subject. */
  readonly isReply: boolean;
}

export function saidBy(from: Person | undefined, subject: string): Said {
  const domain = from?.address.split("@").at(-1) ?? "";
  return { sender: from?.name ?? "", domain, isReply: isReply(subject) };
}
