import { inline } from "../inline.ts";
import { pictureSign, type Line } from "../page.ts";
import { withMark } from "../place.ts";
import type { Rule } from "../rule.ts";

/** The mark is for places where `{noformat}` cannot go: list items, cells, and text that holds its end. */
export const preformatted: Rule = {
  apart: "gap",
  enter: (_, place) => ({
    ...withMark(place, "mono"),
    preformatted: place.preformatted ?? { element: "pre" },
    keepsSpaces: true,
  }),
};

export function printPreformatted(lines: readonly Line[]): string {
  const text = lines.map(({ runs }) => runs.map((run) => run.text).join("")).join("\n");
  const trimmed = text
    .replaceAll(pictureSign, "")
    .replace(/\u00a0/g, " ")
    .replace(/^(?:[^\S\n]*\n)+/, "")
    .trimEnd();
  if (trimmed.includes("{noformat")) return inline(lines, { join: "\n" });
  return trimmed && `{noformat}\n${trimmed}\n{noformat}`;
}
