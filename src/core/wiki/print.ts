/** Lines → wiki markup. Lines that belong to one wiki block are printed together; blocks stand an empty line apart. */
import { hasInk } from "./clean.ts";
import { inline } from "./inline.ts";
import type { Line } from "./page.ts";
import { dataCell, type Heading, type Place } from "./place.ts";
import { printHeading } from "./rules/heading.ts";
import { printRule } from "./rules/horizontalRule.ts";
import { listOf, printList } from "./rules/list.ts";
import { printPreformatted } from "./rules/preformatted.ts";
import { printQuote, quoteOf } from "./rules/quote.ts";
import { printTable } from "./rules/table.ts";

/** Quotes beside each other are one: Apple has who wrote in one of its own. */
export function printLines(all: readonly Line[]): string {
  return grouped(all.filter(shows), ({ place }) => quoteOf(place) !== undefined)
    .map(([quoted, lines]) => (quoted ? printQuote(printBlocks(lines)) : printBlocks(lines)))
    .join("\n\n");
}

/** A mark for a cell is of no use where its table only arranges things; rules find no place in cells and items. */
function shows({ kind, place }: Line): boolean {
  const within = dataCell(place.cell);
  if (kind === "cell") return within !== undefined && within === place.cell;
  return kind === "text" || !(within ?? place.item);
}

/** Where a line is printed. Lines of one frame have the same `of`. */
type Frame =
  | { readonly kind: "table" | "list" | "preformatted" | "rule" | "text"; readonly of: unknown }
  | { readonly kind: "heading"; readonly of: Heading };

/** Lines that are printed as one block have the same frame, and text has no gap between. */
export function frameOf(line: Line): Frame {
  const { place, kind } = line;
  const cell = dataCell(place.cell);
  const list = listOf(place);
  if (cell) return { kind: "table", of: cell.row.table };
  if (kind === "rule") return { kind: "rule", of: line };
  if (list) return { kind: "list", of: list };
  if (place.preformatted) return { kind: "preformatted", of: place.preformatted };
  if (place.heading) return { kind: "heading", of: place.heading };
  return { kind: "text", of: undefined };
}

function printBlocks(lines: readonly Line[]): string {
  const frames = new Map(lines.map((line) => [line, frameOf(line)]));
  const blocks: { readonly frame: Frame; readonly lines: Line[] }[] = [];
  for (const [line, frame] of frames) {
    const last = blocks.at(-1);
    const goesOn = last?.frame.kind === frame.kind && last.frame.of === frame.of;
    if (last && goesOn && !(frame.kind === "text" && line.gap)) last.lines.push(line);
    else blocks.push({ frame, lines: [line] });
  }
  return blocks
    .map(({ frame, lines }) => printBlock(frame, lines))
    .filter(hasInk)
    .join("\n\n");
}

function printBlock(frame: Frame, lines: readonly Line[]): string {
  switch (frame.kind) {
    case "table":
      return printTable(lines);
    case "list":
      return printList(lines);
    case "preformatted":
      return printPreformatted(lines);
    case "heading":
      return printHeading(frame.of, lines);
    case "rule":
      return printRule();
    case "text":
      return inline(lines, { join: "\n" });
  }
}

function grouped<Key>(
  lines: readonly Line[],
  keyOf: (line: { readonly place: Place }) => Key,
): readonly (readonly [Key, readonly Line[]])[] {
  const groups: [Key, Line[]][] = [];
  for (const line of lines) {
    const key = keyOf(line);
    const last = groups.at(-1);
    if (last && last[0] === key) last[1].push(line);
    else groups.push([key, [line]]);
  }
  return groups;
}
