import { styleOf } from "../style.ts";
import type { Rule } from "../rule.ts";

export const block: Rule = { apart: "line" };

export const spaced: Rule = { apart: "gap" };

/** Outlook writes every line as a paragraph without margins: an empty line there is a paragraph of its own. */
export const paragraph: Rule = {
  apart: ({ attributes }) => {
    const style = styleOf(attributes);
    const margin = style.get("margin") ?? style.get("margin-bottom");
    if (margin !== undefined) return /^0(?![\d.]*[1-9])/.test(margin) ? "line" : "gap";
    return /\bMso(Normal|PlainText)\b/.test(attributes["class"] ?? "") ? "line" : "gap";
  },
  enter: ({ attributes }, place) =>
    /\bMsoTitle\b/.test(attributes["class"] ?? "") ? { ...place, heading: { level: 1 } } : place,
};
