/** What a `style` attribute says that wiki markup can say too. */
import { withMark, withoutMark, type Place } from "./place.ts";
import { colourOf } from "./colour.ts";
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

export function isHidden({ attributes }: Element): boolean {
  return attributes["hidden"] !== undefined || /^none\b/.test(styleOf(attributes).get("display") ?? "");
}

export function styled(element: Element, place: Place): Place {
  const style = styleOf(element.attributes);
  if (style === none && element.attributes["color"] === undefined) return place;
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

  const colour = colourOf(style.get("color") ?? element.attributes["color"]);
  if (colour !== undefined) within = { ...within, colour: colour === "usual" ? undefined : colour };

  const spaces = style.get("white-space");
  if (spaces !== undefined) within = { ...within, keepsSpaces: /^(pre|break-spaces)/.test(spaces) };
  return within;
}
