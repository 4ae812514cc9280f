/** Headings that are headings by their looks only: a short line, larger than the text of the mail. */
import { hasInk } from "./clean.ts";
import type { Line } from "./page.ts";
import { dataCell, type Place } from "./place.ts";
import { styleOf } from "./style.ts";
import type { Element } from "./rule.ts";

/** Pixels; https://drafts.csswg.org/css-fonts-4/#absolute-size-mapping */
const usual = 16;
const named: Readonly<Record<string, number>> = {
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
};
/** Pixels of a unit, or of the size around. */
const units: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3 };
const relative: Readonly<Record<string, number>> = { em: 1, rem: 1, "%": 0.01 };
/** `<font size>`, from 1; https://html.spec.whatwg.org/multipage/rendering.html#phrasing-content-3 */
const fontSizes = [10, 13, 16, 18, 24, 32, 48];

/** @returns pixels; what is not understood changes nothing. */
export function sizeOf({ name, attributes }: Element, around: number | undefined): number | undefined {
  const said = styleOf(attributes).get("font-size");
  if (said === undefined)
    return (name === "font" ? fontSizes[Number(attributes["size"]) - 1] : undefined) ?? around;
  const [, number, unit = ""] = /^([\d.]+)(px|pt|r?em|%)/.exec(said) ?? [];
  const factor = units[unit] ?? (relative[unit] ?? 0) * (unit === "rem" ? usual : (around ?? usual));
  return (number === undefined ? undefined : Number(number) * factor || undefined) ?? named[said] ?? around;
}

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
  const size = Math.min(...seen.map(({ place: of }) => sizeAt(of)));
  const isBold = seen.every(({ place: of }) => of.marks.has("bold"));
  if (size < smallest || size < common * (isBold ? bold : light)) return undefined;
  return size < common * large ? 3 : 2;
}

/** Pixels that most letters have. */
function commonSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { runs } of lines)
    for (const { text, place } of runs)
      letters.set(sizeAt(place), (letters.get(sizeAt(place)) ?? 0) + text.trim().length);
  const [most] = [...letters].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? usual;
}

function sizeAt({ size }: Place): number {
  return size ?? usual;
}
