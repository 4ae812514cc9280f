/** What a `style` attribute says that wiki markup can say too. */
import { withMark, withoutMark, type Place } from "./place.ts";
import { colourOf, isDark } from "./colour.ts";
import { isMonospace } from "./mono.ts";
import { symbolFont } from "./symbols.ts";
import type { Element } from "./rule.ts";

export type Style = ReadonlyMap<string, string>;
const none: Style = new Map();

/** Property → value, both in lower case. */
export function styleOf(attributes: Element["attributes"]): Style {
  const style = attributes["style"];
  if (!style) return none;
  const declarations = style
    .toLowerCase()
    .split(";")
    .map((declaration) => declaration.split(":"));
  return new Map(declarations.map(([property = "", value = ""]) => [property.trim(), value.trim()]));
}

/** Pixels; a smaller gap is only the space between lines. */
const gap = 8;
const units: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, cm: 37.8, in: 96, em: 16, rem: 16 };

/** Whether there is room above or below it. @param by its own, or around what is in it. */
export function isSpaced(style: Style, by: "margin" | "padding"): boolean {
  const sides = style.get(by)?.split(/\s+/) ?? [];
  const top = style.get(`${by}-top`) ?? sides[0];
  const bottom = style.get(`${by}-bottom`) ?? sides[2] ?? sides[0];
  return [top, bottom].some((said) => pixelsOf(said) >= gap);
}

function pixelsOf(said: string | undefined): number {
  const [, number, unit = ""] = /^([\d.]+)([a-z]+)/.exec(said ?? "") ?? [];
  return Number(number ?? 0) * (units[unit] ?? 0);
}

/** Whether there is a line above or below it. */
export function isRuled(style: Style): boolean {
  return ["border", "border-top", "border-bottom"].some((side) => {
    const said = style.get(side) ?? "";
    return (
      /\b(?:solid|dashed|dotted|double|inset|outset)\b/.test(said) &&
      !/(?:^|\s)0(?:px|pt)?(?:\s|$)/.test(said)
    );
  });
}

/** Whether an empty line shows that it stands apart. */
export function standsApart(style: Style): boolean {
  return isSpaced(style, "margin") || isSpaced(style, "padding") || isRuled(style);
}

export function isHidden({ attributes }: Element): boolean {
  return attributes["hidden"] !== undefined || /^none\b/.test(styleOf(attributes).get("display") ?? "");
}

export function styled(element: Element, place: Place): Place {
  const style = styleOf(element.attributes);
  const { color, face } = element.attributes;
  if (style === none && color === undefined && face === undefined) return place;
  let within = place;

  const weight = style.get("font-weight");
  if (weight !== undefined && /^(bold|bolder|[6-9]\d\d)\b/.test(weight)) within = withMark(within, "bold");
  if (weight !== undefined && /^(normal|lighter|[1-4]\d\d)\b/.test(weight))
    within = withoutMark(within, "bold");

  const slant = style.get("font-style");
  if (slant !== undefined && /^(italic|oblique)/.test(slant)) within = withMark(within, "italic");
  if (slant?.startsWith("normal")) within = withoutMark(within, "italic");

  const decoration = style.get("text-decoration") ?? style.get("text-decoration-line") ?? "";
  if (decoration.includes("underline")) within = withMark(within, "underline");
  if (decoration.includes("line-through")) within = withMark(within, "strike");

  const colour = colourOf(style.get("color") ?? color);
  if (colour !== undefined)
    within = { ...within, colour: colour === "usual" || isDark(colour) ? undefined : colour };

  const family = style.get("font-family") ?? element.attributes["face"]?.toLowerCase();
  if (family !== undefined) {
    within = { ...within, symbols: symbolFont(family), typed: isMonospace(family) };
  }

  const spaces = style.get("white-space");
  if (spaces !== undefined) within = { ...within, keepsSpaces: /^(pre|break-spaces)/.test(spaces) };
  return within;
}
