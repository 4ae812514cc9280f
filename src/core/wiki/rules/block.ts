import { standsApart, styleOf } from "../style.ts";
import type { Rule } from "../rule.ts";
import { quote } from "./quote.ts";

export const block: Rule = {
  apart: ({ attributes }) => (standsApart(styleOf(attributes)) ? "gap" : "line"),
  // As OTRS quotes.
  enter: (element, place, page) =>
    element.attributes["type"] === "cite" ? quote.enter?.(element, place, page) : place,
};

export const spaced: Rule = { apart: "gap" };

/** Outlook writes every line as a paragraph without margins: an empty line there is a paragraph of its own. */
export const paragraph: Rule = {
  apart: ({ attributes }) => {
    const style = styleOf(attributes);
    if (standsApart(style)) return "gap";
    if (style.has("margin") || style.has("margin-bottom")) return "line";
    return /(?:^|\s)(?:x_)*Mso(Normal|PlainText)\b/.test(attributes["class"] ?? "") ? "line" : "gap";
  },
  enter: ({ attributes }, place) =>
    /\bMsoTitle\b/.test(attributes["class"] ?? "") ? { ...place, heading: { level: 1 } } : place,
};
