import { partsOf } from "../parts/partsOf.ts";
import type { Part, Said, SeenLine } from "../parts/part.ts";
import { hasInk } from "./clean.ts";
import { pictureSign, type Line } from "./page.ts";
import { frameOf, printLines } from "./print.ts";
import { sizeAt } from "./sizes.ts";
import { readHtml, type FindPicture } from "./read.ts";
import { blocked, type TextBlocks } from "./textBlocks.ts";

/**
 * The HTML of a mail as Jira wiki markup that reads the same. Pure, linear in the length, never throws:
 * what is not understood is text, and text never becomes markup.
 */
export function htmlToWiki(html: string, findPicture?: FindPicture): string {
  return printLines(readHtml(html, findPicture));
}

/** The same, by paragraphs, lists, tables, each with what it is. */
export function htmlBlocks(html: string, said: Said, findPicture?: FindPicture): TextBlocks {
  const lines = readHtml(html, findPicture);
  const texts = lines.filter(({ kind }) => kind === "text");
  const parts = new Map<Line, Part>(zip(texts, partsOf(texts.map(seen), said)));
  return blocked(lines, {
    partOf: (line) => parts.get(line),
    textOf,
    picturesOf: ({ runs }) => runs.flatMap(({ place }) => place.picture?.fileId ?? []),
    goesOn: (last, next) => {
      const [one, other] = [frameOf(last), frameOf(next)];
      return one.kind === other.kind && one.of === other.of && !(one.kind === "text" && next.gap);
    },
    print: printLines,
  });
}

function seen(line: Line): SeenLine {
  return {
    text: textOf(line),
    hint: line.place.container,
    colour: colourOf(line),
    gap: line.gap,
    section: line.place.section,
    size: Math.max(...line.runs.filter(({ text }) => hasInk(text)).map(sizeAt)),
  };
}

/** Of all its text. */
function colourOf({ runs }: Line): string | undefined {
  const colours = new Set(runs.flatMap(({ text, place }) => (hasInk(text) ? [place.colour] : [])));
  const [only] = colours;
  return colours.size === 1 ? only : undefined;
}

function textOf({ runs }: Line): string {
  return runs
    .map(({ text }) => text.replaceAll(pictureSign, ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

function zip<One, Other>(ones: readonly One[], others: readonly Other[]): [One, Other][] {
  return ones.flatMap((one, at) => {
    const other = others[at];
    return other === undefined ? [] : [[one, other]];
  });
}
