/** More than any limit of ours, so that hostile lengths cost nothing. */
const longest = 4_000;

/**
 * As much of the text as fits, ending between two characters as a reader sees them (grapheme clusters);
 * an ellipsis says that something is missing. Halves of surrogate pairs become U+FFFD.
 */
export function cutText(text: string, fits: (text: string) => boolean): string {
  const whole = text.slice(0, longest).replace(/\p{Surrogate}/gu, "\ufffd");
  if (text.length <= longest && fits(whole)) return whole;
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(whole);
  const inGraphemes = cutAt(
    [...graphemes].map(({ index }) => index),
    whole,
    fits,
  );
  return inGraphemes || cutAt([...codePointStarts(whole)], whole, fits);
}

function cutAt(ends: readonly number[], text: string, fits: (text: string) => boolean): string {
  const end = ends.findLast((end) => end > 0 && fits(`${text.slice(0, end)}…`));
  return end === undefined ? "" : `${text.slice(0, end).trimEnd()}…`;
}

function* codePointStarts(text: string): Generator<number> {
  let at = 0;
  for (const character of text) {
    yield at;
    at += character.length;
  }
}
