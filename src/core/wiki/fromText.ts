import type { Said } from "../parts/part.ts";
import { partsOf } from "../parts/partsOf.ts";
import { cleanText, hasInk, visibleSpaces } from "./clean.ts";
import { openedLink } from "./openedLink.ts";
import { escapeText } from "./escape.ts";
import { blocked, type TextBlocks } from "./textBlocks.ts";

/** The text of a mail without HTML as wiki markup that shows the same lines; empty lines in a row become one. */
export function textToWiki(text: string): string {
  return print(linesOf(text));
}

/** The same, by paragraphs, each with what it is. */
export function textBlocks(text: string, said: Said): TextBlocks {
  const lines = linesOf(text);
  const parts = partsOf(
    lines.map((line) => ({
      text: line.text.replace(/\s+/g, " ").trim(),
      hint: undefined,
      colour: undefined,
      gap: line.gap,
      section: undefined,
      size: undefined,
    })),
    said,
  );
  return blocked(lines, {
    partOf: ({ at }) => parts[at],
    textOf: (line) => line.text.trim(),
    picturesOf: () => [],
    goesOn: (_, next) => !next.gap,
    print,
  });
}

interface TextLine {
  readonly at: number;
  readonly text: string;
  /** An empty line comes before it. */
  readonly gap: boolean;
}

function linesOf(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let gap = false;
  for (const raw of cleanText(text).split("\n")) {
    const line = visibleSpaces(withOpenedLinks(raw).replace(/[ \t]+$/, ""));
    if (!hasInk(line)) gap = true;
    else {
      lines.push({ at: lines.length, text: line, gap });
      gap = false;
    }
  }
  return lines;
}

function withOpenedLinks(line: string): string {
  return line.replace(/https?:\/\/[^\s<>"]+/gi, openedLink);
}

function print(lines: readonly TextLine[]): string {
  const paragraphs: string[][] = [];
  let before = -1;
  for (const { at, text, gap } of lines) {
    const last = paragraphs.at(-1);
    if (last && !gap && at === before + 1) last.push(text);
    else paragraphs.push([text]);
    before = at;
  }
  return paragraphs.map((paragraph) => escapeText(paragraph.join("\n"))).join("\n\n");
}
