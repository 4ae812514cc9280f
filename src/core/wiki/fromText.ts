import { cleanText, visibleSpaces } from "./clean.ts";
import { escapeText } from "./escape.ts";

/** The text of a mail without HTML as wiki markup that shows the same lines; empty lines in a row become one. */
export function textToWiki(text: string): string {
  const lines = cleanText(text)
    .split("\n")
    .map((line) => visibleSpaces(line.replace(/[ \t]+$/, "")));
  return lines
    .join("\n")
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => escapeText(paragraph.replace(/^\n|\n$/g, "")))
    .join("\n\n");
}
