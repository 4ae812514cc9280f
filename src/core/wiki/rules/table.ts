import { inline } from "../inline.ts";
import type { Line } from "../page.ts";
import { isRuled, isSpaced, styleOf } from "../style.ts";
import { dataCell, type Cell, type Row, type Table } from "../place.ts";
import type { Rule } from "../rule.ts";
import { bullets } from "./list.ts";

/** Columns and rows that one cell may take: a mail that says a million gets no million. */
const widest = 50;
const highest = 500;

export const table: Rule = {
  apart: "gap",
  enter: ({ attributes }, place) => {
    const presentation = /^(presentation|none)$/i.test(attributes["role"] ?? "");
    const outer = place.cell?.row.table;
    const ruled = Number.parseInt(attributes["border"] ?? "", 10) > 0;
    const unread = { headed: false, rows: new Set<Row>(), narrow: true, crowded: false };
    return { ...place, table: { outer, presentation, ruled, ...unread }, row: undefined };
  },
};

export const row: Rule = {
  apart: "line",
  enter: (_, place) => (place.table ? { ...place, row: { table: place.table, cells: new Set() } } : place),
};

export const cell: Rule = {
  apart: ({ attributes }) => (isSpaced(styleOf(attributes), "padding") ? "gap" : "line"),
  enter: (element, place, page) => {
    if (!place.row) return place;
    const row = place.row;
    const header = element.name === "th";
    row.table.headed ||= header;
    row.table.ruled ||= isRuled(styleOf(element.attributes));
    const { colspan, rowspan } = element.attributes;
    const size = { columns: spanOf(colspan, widest), rows: spanOf(rowspan, highest) };
    const opened = { row, header, ...size, outer: outerCell(place.cell, row.table) };
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

/** Looks at what the cells hold, once all is read. */
export function settleTables(lines: readonly Line[]): readonly Line[] {
  const tables = new Set<Table>();
  for (const { kind, place } of lines) {
    if (kind !== "text") continue;
    for (let { cell } = place; cell; cell = cell.outer) {
      const { row } = cell;
      if (row.cells.has(cell)) break;
      row.cells.add(cell);
      row.table.rows.add(row);
      tables.add(row.table);
    }
  }
  for (const table of tables) if ([...table.rows].some(({ cells }) => cells.size > 1)) widen(table);
  return lines;
}

function widen(table: Table): void {
  table.narrow = false;
  for (let outer = table.outer; outer && !outer.crowded; outer = outer.outer) outer.crowded = true;
}

function spanOf(said: string | undefined, most: number): number {
  const span = Number.parseInt(said ?? "1", 10);
  return span > 1 ? Math.min(span, most) : 1;
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
  const covered: number[] = [];
  return [...rows.values()]
    .flatMap((cells) => {
      const printed = printRow(cells, covered);
      return [...cells.values()].some((within) => within.length > 0) ? [printed] : [];
    })
    .join("\n");
}

/**
 * Jira's cells are all of one size: what a larger one covers is left empty.
 * @param covered by column, in how many more rows a cell from above takes it; brought up to the next row.
 */
function printRow(cells: ReadonlyMap<Cell, readonly Line[]>, covered: number[]): string {
  let [printed, bar, column] = ["", "|", 0];
  const isCovered = (): boolean => {
    const left = covered[column] ?? 0;
    if (left > 0) covered[column] = left - 1;
    return left > 0;
  };
  for (const [cell, lines] of cells) {
    for (; isCovered(); column += 1) printed += "| ";
    bar = cell.header ? "||" : "|";
    printed += bar + printCell(cell, lines) + `${bar} `.repeat(cell.columns - 1);
    for (const end = column + cell.columns; column < end; column += 1) covered[column] = cell.rows - 1;
  }
  for (; column < covered.length; column += 1) if (isCovered()) printed += "| ";
  return printed + bar;
}

/** A cell is one line; an empty one needs a space. */
function printCell(cell: Cell, lines: readonly Line[]): string {
  const without = cell.header ? "bold" : undefined;
  return inline(lines, { join: " \\\\ ", without, cell: true, before: bullets() }) || " ";
}
