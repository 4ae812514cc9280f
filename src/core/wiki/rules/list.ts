import { inline } from "../inline.ts";
import type { Line } from "../page.ts";
import { dataCell, type Item, type List, type Place } from "../place.ts";
import type { Rule } from "../rule.ts";

/** Deeper lists are printed at this depth; real mails do not get there. */
const deepest = 10;

export function list(sign: List["sign"]): Rule {
  return {
    apart: "gap",
    enter: ({ attributes }, place) => {
      const outer = enclosing(place);
      const first = sign === "#" ? numberOf(attributes["start"]) : 1;
      // Jira numbers from 1 on: other numbers are text, behind a bullet.
      const chain = ((outer?.chain ?? "") + (first === 1 ? sign : "*")).slice(0, deepest);
      const outermost = outer?.outermost ?? outer;
      const opened = { sign, chain, first, outermost, cell: place.cell, length: 0 };
      return { ...place, list: opened, item: next(opened) }; // the item is for text that stands in no <li>
    },
  };
}

export const item: Rule = {
  apart: "line",
  enter: (_, place) => {
    const within: List = place.list ?? {
      sign: "*",
      chain: "*",
      first: 1,
      outermost: undefined,
      cell: place.cell,
      length: 0,
    };
    within.length += 1;
    return { ...place, list: within, item: next(within, within.length) };
  },
};

function numberOf(said: string | undefined): number {
  const number = Number.parseInt(said ?? "1", 10);
  return Number.isNaN(number) ? 1 : number;
}

function next(within: List, number = within.length + 1): Item {
  return { list: within, number };
}

/** A list in another cell goes on by its own rules. */
function enclosing(place: Place): List | undefined {
  return place.list?.cell === place.cell ? place.list : undefined;
}

/** An item is one line; its paragraphs, and what follows a list within it, are forced line breaks. */
export function printList(lines: readonly Line[]): string {
  return entries(lines)
    .map(({ item, lines }) => {
      const before = (line: Line) => (line === lines[0] && item.list.first !== 1 ? numbered(item) : "");
      return `${item.list.chain} ${inline(lines, { join: " \\\\ ", before })}`;
    })
    .join("\n");
}

function numbered({ list, number }: Item): string {
  return `${list.first + number - 1}. `;
}

/** Jira's cells hold no lists: the look of one must do. The first line of each item has its bullet. */
export function bullets(): (line: Line) => string {
  const begun = new Set<Item>();
  return ({ place: { item, cell } }) => {
    if (!item || item.list.cell !== cell || begun.has(item)) return "";
    begun.add(item);
    const indent = "\u00a0\u00a0".repeat(item.list.chain.length - 1);
    return indent + (item.list.sign === "#" ? numbered(item) : "• ");
  };
}

interface Entry {
  readonly item: Item;
  readonly lines: Line[];
}

function entries(lines: readonly Line[]): readonly Entry[] {
  const begun = new Set<Item>();
  const found: Entry[] = [];
  for (const line of lines) {
    const { item } = line.place;
    if (!item) continue;
    const last = found.at(-1);
    if (last && begun.has(item)) last.lines.push(line);
    else found.push({ item, lines: [line] });
    begun.add(item);
  }
  return found;
}

/** The list that a line is printed in; not one around its table. */
export function listOf({ item, cell }: Place): List | undefined {
  if (!item || dataCell(cell)) return undefined;
  return item.list.outermost ?? item.list;
}
