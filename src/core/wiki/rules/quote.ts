import { dataCell, type Place, type Quote } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Jira's quotes do not nest (the second `{quote}` ends the first), and break a list: the outermost counts. */
export const quote: Rule = {
  apart: "gap",
  enter: (_, place) => ((place.quote ?? place.item) ? place : { ...place, quote: { cell: place.cell } }),
};

/** The quote that a line is printed in. A quote within a cell is only text there. */
export function quoteOf({ quote }: Place): Quote | undefined {
  return quote && !dataCell(quote.cell) ? quote : undefined;
}

export function printQuote(blocks: string): string {
  return `{quote}\n${blocks}\n{quote}`;
}
