/** What the form shows of a mail's text: the user's own words, or the blocks that are chosen. */
import type { Work } from "../flow.ts";
import { masked } from "../privacy/sensitive.ts";

type Shown = Pick<Work, "draft" | "text">;
const none: ReadonlySet<number> = new Set();

export function chosenBlocks({ draft, text }: Shown): ReadonlySet<number> {
  return draft.blocks ?? text?.suggested ?? none;
}

/** With what is to be hidden. undefined: the mail has not been read yet. */
export function wholeText(work: Shown): string | undefined {
  return work.draft.text ?? work.text?.markup(chosenBlocks(work), work.draft.names);
}

/** undefined: the mail has not been read yet. */
export function shownText(work: Shown): string | undefined {
  const text = wholeText(work);
  return text && masked(text, work.draft.masked);
}

/** All words that leave with it: what is shown, and the whole mail where it is attached itself. */
export function leavingText(work: Shown): string {
  const whole = work.draft.original ? (work.text?.blocks ?? []) : [];
  return [work.draft.summary, shownText(work) ?? "", ...whole.map(({ text }) => text)].join(" ");
}

/** Ids of the files that the chosen blocks show. */
export function shownPictures(work: Shown): readonly string[] {
  const chosen = chosenBlocks(work);
  return work.text?.blocks.flatMap(({ pictures }, at) => (chosen.has(at) ? pictures : [])) ?? [];
}
