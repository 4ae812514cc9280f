/** Headings that are headings by their looks only: a short line, larger than the text of the mail. */
import { hasInk } from "./clean.ts";
import type { Line } from "./page.ts";
import { dataCell } from "./place.ts";
import { commonSize, sizeAt } from "./sizes.ts";

/** Pixels, and how much larger than most of the text: in bold, and not. */
const smallest = 18;
const [bold, light] = [1.25, 1.5];
/** From here on it is a heading over headings. */
const large = 1.7;
const longest = 100;

export function withStyledHeadings(lines: readonly Line[]): readonly Line[] {
  const common = commonSize(lines);
  return lines.map((line) => {
    const level = levelOf(line, common);
    if (level === undefined) return line;
    const heading = { level };
    const runs = line.runs.map(({ text, place }) => ({ text, place: { ...place, heading } }));
    return { ...line, place: { ...line.place, heading }, runs };
  });
}

function levelOf({ kind, place, runs }: Line, common: number): number | undefined {
  const isText = kind === "text" && !place.heading && !place.preformatted && !place.wordItem && !place.item;
  if (!isText || place.container !== undefined || dataCell(place.cell)) return undefined;
  const seen = runs.filter(({ text, place: of }) => hasInk(text) && !of.picture);
  const text = seen.map((run) => run.text).join("");
  if (text.trim().length > longest || !/\p{L}/u.test(text)) return undefined;
  // A button looks like this, too.
  if (seen.every(({ place: of }) => of.url !== undefined)) return undefined;
  const size = Math.min(...seen.map(sizeAt));
  const isBold = seen.every(({ place: of }) => of.marks.has("bold"));
  if (size < smallest || size < common * (isBold ? bold : light)) return undefined;
  return size < common * large ? 3 : 2;
}
