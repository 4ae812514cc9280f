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
}

/** From one line up to, not including, another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Said {
  /** Display name of whoever wrote the mail; "" where unknown. */
  readonly sender: string;
  /** By its subject. */
  readonly isReply: boolean;
}
