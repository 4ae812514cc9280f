import { inline } from "../inline.ts";
import type { Line } from "../page.ts";
import { dataCell, type Cell, type Row, type Table } from "../place.ts";
import type { Element, Rule } from "../rule.ts";
import { bulletOf } from "./list.ts";

/** Columns that one cell may take: a mail that says a million gets no million. */
const widest = 50;

export const table: Rule = {
  apart: "gap",
  enter: ({ attributes }, place) => {
    const presentation = /^(presentation|none)$/i.test(attributes["role"] ?? "");
    const outer = place.cell?.row.table;
    return { ...place, table: { outer, presentation, narrow: true, crowded: false }, row: undefined };
  },
};

export const row: Rule = {
  apart: "line",
  enter: (_, place) => (place.table ? { ...place, row: { table: place.table, cells: 0 } } : place),
};

export const cell: Rule = {
  apart: "line",
  enter: (element, place, page) => {
    if (!place.row) return place;
    const row = place.row;
    const header = element.name === "th";
    row.cells += 1;
    if (header || row.cells > 1) widen(row.table);
    const opened = { row, header, span: spanOf(element), outer: outerCell(place.cell, row.table) };
    const within = { ...place, cell: opened, table: undefined, row: undefined };
    page.mark("cell", within);
    return within;
  },
};

/** Cells need not be closed; the cell around the table is never one of the table's own. */
function outerCell(around: Cell | undefined, table: Table): Cell | undefined {
  let outer = around;
  while (outer?.row.table === table) outer = outer.outer;
  return outer;
}

function widen(table: Table): void {
  if (!table.narrow) return;
  table.narrow = false;
  for (let outer = table.outer; outer && !outer.crowded; outer = outer.outer) outer.crowded = true;
}

function spanOf({ attributes }: Element): number {
  const span = Number.parseInt(attributes["colspan"] ?? "1", 10);
  return span > 1 ? Math.min(span, widest) : 1;
}

export function printTable(lines: readonly Line[]): string {
  const rows = new Map<Row, Map<Cell, Line[]>>();
  for (const line of lines) {
    const cell = dataCell(line.place.cell);
    if (!cell) continue;
    const cells = rows.get(cell.row) ?? new Map<Cell, Line[]>();
    const within = cells.get(cell) ?? [];
    if (line.kind === "text") within.push(line);
    rows.set(cell.row, cells.set(cell, within));
  }
  return [...rows.values()]
    .filter((cells) => [...cells.values()].some((within) => within.length > 0))
    .map(printRow)
    .join("\n");
}

function printRow(cells: ReadonlyMap<Cell, readonly Line[]>): string {
  let printed = "";
  let bar = "|";
  for (const [cell, lines] of cells) {
    bar = cell.header ? "||" : "|";
    printed += bar + printCell(cell, lines) + `${bar} `.repeat(cell.span - 1);
  }
  return printed + bar;
}

/** A cell is one line; an empty one needs a space. */
function printCell(cell: Cell, lines: readonly Line[]): string {
  const without = cell.header ? "bold" : undefined;
  return inline(lines, { join: " \\\\ ", without, cell: true, before: bulletOf }) || " ";
}
