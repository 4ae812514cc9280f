/**
 * What is known of a piece of text from the elements around it. Places are inherited downwards and never
 * changed; two pieces of text stand in the same list item, cell, … when they hold the same object.
 */
import type { Section } from "../parts/part.ts";

import type { SymbolFont } from "./symbols.ts";

export const marks = ["bold", "italic", "underline", "strike", "superscript", "subscript", "mono"] as const;
/** Outer to inner: the order in which they are nested in the markup. */
export type Mark = (typeof marks)[number];

export interface Place {
  readonly marks: ReadonlySet<Mark>;
  /** Absolute and safe to print within `[alias|url]`. */
  readonly url: string | undefined;
  readonly heading: Heading | undefined;
  readonly list: List | undefined;
  readonly item: Item | undefined;
  readonly quote: Quote | undefined;
  readonly table: Table | undefined;
  readonly row: Row | undefined;
  readonly cell: Cell | undefined;
  readonly preformatted: Preformatted | undefined;
  /** What the mail's program says that this is. */
  readonly container: "quote" | "signature" | "own" | undefined;
  readonly section: Section | undefined;
  /** `#rrggbb`; undefined: the usual one. */
  readonly colour: `#${string}` | undefined;
  /** Its letters stand for other signs. */
  readonly symbols: SymbolFont | undefined;
  /** In a font of code. */
  readonly typed: boolean;
  /** Pixels of its letters; undefined: nothing said. */
  readonly size: number | undefined;
  /** A paragraph that is an item of a list to Word. */
  readonly wordItem: WordItem | undefined;
  /** The text is its bullet or number. */
  readonly isMarker: boolean;
  /** The text is this picture. */
  readonly picture: Picture | undefined;
  /** Spaces and line ends of the source count, as `white-space: pre` has it. */
  readonly keepsSpaces: boolean;
}

/** A file of the mail, shown within the text. */
export interface Picture {
  readonly fileId: string;
  /** As it will be called in Jira. */
  readonly name: string;
  /** Pixels; undefined: as wide as it is. */
  readonly width: number | undefined;
}
export interface WordItem {
  /** From 1. */
  readonly level: number;
  /** Word says that it is an item, and not only that it looks like one. */
  readonly declared: boolean;
  /** Bullet or number, as it was read. */
  marker: string;
}
export interface Heading {
  readonly level: number;
}
export interface List {
  readonly sign: "*" | "#";
  /** The signs that the lists around it and it itself are printed with, outermost first: `*#`. */
  readonly chain: string;
  /** The number of its first item. */
  readonly first: number;
  readonly outermost: List | undefined;
  /** The cell that the list was opened in. */
  readonly cell: Cell | undefined;
  /** Items so far. */
  length: number;
}
export interface Item {
  readonly list: List;
  /** From 1. */
  readonly number: number;
}
export interface Quote {
  /** The cell that the quote was opened in. */
  readonly cell: Cell | undefined;
}
interface Preformatted {
  readonly element: "pre";
}
/** Whether a table holds data or only arranges things shows when all of it has been read (`settleTables`). */
export interface Table {
  readonly outer: Table | undefined;
  /** Says itself that it only arranges things. */
  readonly presentation: boolean;
  /** Has lines between its rows. */
  ruled: boolean;
  /** Has cells that say that they are heads. */
  headed: boolean;
  /** Rows with something in them. */
  readonly rows: Set<Row>;
  /** No row has something in two cells. */
  narrow: boolean;
  /** Holds a table that is not narrow. */
  crowded: boolean;
}
export interface Row {
  readonly table: Table;
  /** Those with something in them. */
  readonly cells: Set<Cell>;
}
export interface Cell {
  readonly row: Row;
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  /** The cell that its table stands in. */
  readonly outer: Cell | undefined;
}

export const outside: Place = {
  marks: new Set(),
  url: undefined,
  heading: undefined,
  list: undefined,
  item: undefined,
  quote: undefined,
  table: undefined,
  row: undefined,
  cell: undefined,
  preformatted: undefined,
  container: undefined,
  section: undefined,
  colour: undefined,
  symbols: undefined,
  typed: false,
  size: undefined,
  wordItem: undefined,
  isMarker: false,
  picture: undefined,
  keepsSpaces: false,
};

export function withMark(place: Place, mark: Mark): Place {
  return place.marks.has(mark) ? place : { ...place, marks: new Set([...place.marks, mark]) };
}

export function withoutMark(place: Place, mark: Mark): Place {
  if (!place.marks.has(mark)) return place;
  return { ...place, marks: new Set([...place.marks].filter((other) => other !== mark)) };
}

/** The innermost cell of a table that holds data; tables for layout are looked through. */
export function dataCell(cell: Cell | undefined): Cell | undefined {
  let found = cell;
  while (found && arranges(found.row.table)) found = found.outer;
  return found;
}

function arranges(table: Table): boolean {
  if (table.narrow || table.crowded) return true;
  return !table.ruled && (table.rows.size < 2 || (table.presentation && !table.headed));
}
