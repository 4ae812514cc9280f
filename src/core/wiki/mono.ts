import { hasInk } from "./clean.ts";
import { withPlaces, type Line } from "./page.ts";
import { withMark } from "./place.ts";

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
  return withPlaces(lines, (place) => (place.typed && !place.preformatted ? withMark(place, "mono") : place));
}
