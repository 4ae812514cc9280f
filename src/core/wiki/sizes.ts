/** How large a mail's letters are. */
import type { Line, Run } from "./page.ts";
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

/** Pixels that most letters have. */
export function commonSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { runs } of lines)
    for (const run of runs)
      letters.set(sizeAt(run), (letters.get(sizeAt(run)) ?? 0) + run.text.trim().length);
  const [most] = [...letters].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? usual;
}

export function sizeAt({ place }: Run): number {
  return place.size ?? usual;
}
