import { hasInk } from "./clean.ts";
import type { Line } from "./page.ts";
import { withMark, type Place } from "./place.ts";

/** Fonts of code, as people choose them. */
const monospace =
  /^["']?(?:consolas|courier|menlo|monaco|lucida console|andale mono|sf ?mono|monospace|roboto mono|cascadia)/;

export function isMonospace(family: string): boolean {
  return monospace.test(family);
}

/** A font of code says that it is code, unless most of the mail has it: then it is only how its program writes. */
export function withMeaningfulMono(lines: readonly Line[]): readonly Line[] {
  let [typed, all] = [0, 0];
  for (const { runs } of lines)
    for (const { text, place } of runs) {
      if (!hasInk(text)) continue;
      all += text.length;
      if (place.typed) typed += text.length;
    }
  if (typed === 0 || typed > all / 2) return lines;
  const known = new Map<Place, Place>();
  const marked = (place: Place): Place => {
    if (!place.typed || place.preformatted) return place;
    const mono = known.get(place) ?? withMark(place, "mono");
    known.set(place, mono);
    return mono;
  };
  return lines.map((line) => ({
    ...line,
    runs: line.runs.map(({ text, place }) => ({ text, place: marked(place) })),
  }));
}
