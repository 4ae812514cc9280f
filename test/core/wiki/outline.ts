/** What a reader sees of HTML, character by character: of a mail, and of what Jira makes of its markup. */
import { elements, treeOf, upwards, type Element } from "./tree.ts";

export interface Seen {
  readonly char: string;
  /** `b`, `i`, `u`, `s`, `sup`, `sub`: those that it has. */
  readonly effects: string;
  /** Address; "" where it is no link. */
  readonly link: string;
  /** Effects are not looked at: headings, table headings, preformatted text. */
  readonly plain: boolean;
}
export interface Item {
  /** Kinds of the lists that it is in, outermost first: `*#`. */
  readonly chain: string;
  /** How many characters come before it. */
  readonly at: number;
}
export interface Outline {
  /** Without white space and characters that have no width. */
  readonly seen: readonly Seen[];
  /** All text, white space collapsed. */
  readonly text: string;
  readonly items: readonly Item[];
  /** Of tables that hold data: rows of cells' texts. */
  readonly rows: readonly (readonly string[])[];
}

/** How one kind of HTML is read. */
export interface Reading {
  isLeftOut(element: Element): boolean;
  isData(table: Element): boolean;
  /** Text that an element shows by itself. */
  ownText(element: Element): string;
  /** What the text in an element shows as. */
  textIn(text: string, element: Element): string;
  /** Of a list's item that is no `<li>`; undefined: not one. */
  itemChain(element: Element): string | undefined;
  /** Columns and rows. */
  size(cell: Element): { readonly columns: number; readonly rows: number };
}

interface Around {
  readonly effects: ReadonlySet<string>;
  readonly link: string;
  readonly plain: boolean;
  readonly chain: string;
  readonly item: object | undefined;
  readonly inCell: boolean;
}

const blocks = new Set(
  "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const effectOf: Readonly<Record<string, string>> = {
  b: "b",
  strong: "b",
  i: "i",
  em: "i",
  cite: "i",
  dfn: "i",
  var: "i",
  u: "u",
  ins: "u",
  s: "s",
  del: "s",
  strike: "s",
  sup: "sup",
  sub: "sub",
};

export function outlineOf(html: string, reading: Reading): Outline {
  const seen: Seen[] = [];
  const items: Item[] = [];
  const rows: string[][] = [];
  const begun = new Set<object>();
  let text = "";

  function show(shown: string, around: Around): void {
    text += shown;
    for (const char of bare(shown)) {
      if (around.item && !begun.has(around.item) && !around.inCell)
        items.push({ chain: around.chain, at: seen.length });
      if (around.item) begun.add(around.item);
      seen.push({
        char,
        effects: [...around.effects]
          .filter((one) => one !== "u" || around.link === "")
          .sort()
          .join(" "),
        link: around.link,
        plain: around.plain,
      });
    }
  }

  function walk(node: Element | string, around: Around): void {
    if (typeof node === "string") {
      show(node, around);
      return;
    }
    if (reading.isLeftOut(node)) return;
    const { name } = node;
    const isBlock = blocks.has(name);
    if (isBlock) text += "\n";
    const within = enter(node, around, reading);
    const own = reading.ownText(node);
    if (own !== "") show(own, within);
    if (name === "table" && reading.isData(node)) rows.push(...rowsOf(node, reading));
    for (const child of node.children)
      walk(typeof child === "string" ? reading.textIn(child, node) : child, within);
    if (isBlock) text += "\n";
  }

  for (const node of treeOf(html).children) walk(node, outside);
  return { seen, text: collapsed(text), items, rows };
}

const outside: Around = {
  effects: new Set(),
  link: "",
  plain: false,
  chain: "",
  item: undefined,
  inCell: false,
};

function rowsOf(table: Element, reading: Reading): string[][] {
  // HTML's table model: each cell takes the first free place of its row, and the places that it covers.
  const grid: string[][] = rowElements(table).map(() => []);
  for (const [y, row] of rowElements(table).entries())
    for (const cell of cellElements(row)) {
      const line = grid[y] ?? [];
      const free = Array.from({ length: line.length + 1 }, (_, at) => at).find(
        (at) => line[at] === undefined,
      );
      const { columns, rows } = reading.size(cell);
      for (const below of grid.slice(y, y + rows))
        for (let x = free ?? 0; x < (free ?? 0) + columns; x += 1) below[x] = "";
      line[free ?? 0] = collapsed(textWithin(cell, reading));
    }
  return grid
    .map((row) => Array.from(row, (text: string | undefined) => text ?? ""))
    .filter((row) => row.some((cell) => bare(cell).length > 0));
}

function textWithin(element: Element, reading: Reading): string {
  let text = "";
  const walk = (node: Element | string): void => {
    if (typeof node === "string") text += node;
    if (typeof node === "string" || reading.isLeftOut(node)) return;
    const edge = blocks.has(node.name) ? "\n" : "";
    text += edge + reading.ownText(node);
    node.children.forEach(walk);
    text += edge;
  };
  element.children.forEach(walk);
  return text;
}

function enter(element: Element, around: Around, reading: Reading): Around {
  const { name, attribs } = element;
  const effects = new Set(around.effects);
  const effect = effectOf[name];
  if (effect !== undefined) effects.add(effect);
  styleEffects(attribs["style"] ?? "", effects);
  const isList = /^(?:ul|ol|menu|dir)$/.test(name);
  // Jira numbers from 1 on: other numbers are text, behind a bullet.
  const isNumbered = name === "ol" && firstNumber(element) === 1;
  const chain = around.chain + (isNumbered ? "#" : isList ? "*" : "");
  const fake = reading.itemChain(element);
  return {
    effects,
    link: name === "a" && attribs["href"] !== undefined ? attribs["href"] : around.link,
    plain: around.plain || /^(?:h[1-6]|th|pre|code|tt|kbd|samp|xmp|listing)$/.test(name),
    chain: fake ?? (name === "li" && chain === "" ? "*" : chain),
    item: name === "li" || fake !== undefined || isList ? element : around.item,
    inCell: around.inCell || (/^t[dh]$/.test(name) && reading.isData(tableOf(element))),
  };
}

function styleEffects(style: string, effects: Set<string>): void {
  const set = (effect: string, on: boolean) => (on ? effects.add(effect) : effects.delete(effect));
  for (const declaration of style.toLowerCase().split(";")) {
    const [property = "", value = ""] = declaration.split(":").map((part) => part.trim());
    if (property === "font-weight" && /^(?:bold|[6-9]00|normal|lighter|[1-5]00)/.test(value))
      set("b", /^(?:bold|[6-9]00)/.test(value));
    if (property === "font-style" && value !== "inherit") set("i", /^(?:italic|oblique)/.test(value));
    if (/^text-decoration(?:-line)?$/.test(property)) {
      if (value.includes("underline")) set("u", true);
      if (value.includes("line-through")) set("s", true);
    }
  }
}

export function firstNumber({ attribs }: Element): number {
  const first = Number.parseInt(attribs["start"] ?? "1", 10);
  return Number.isNaN(first) ? 1 : first;
}

export function tableOf(cell: Element): Element {
  return upwards(cell).find(({ name }) => name === "table") ?? cell;
}

/** Rows of the table itself, not of tables in it. */
export function rowElements(table: Element): readonly Element[] {
  return elements(table).flatMap((child) =>
    child.name === "tr" ? [child] : /^t(?:body|head|foot)$/.test(child.name) ? rowElements(child) : [],
  );
}

export function cellElements(row: Element): readonly Element[] {
  return elements(row).filter(({ name }) => name === "td" || name === "th");
}

/** Invisible characters, and those that markup cannot hold. */
function visible(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cc}\ufffc\ufffe\uffff]/gu, (char) =>
    /\s/.test(char) ? " " : "",
  );
}

function bare(text: string): readonly string[] {
  return Array.from(visible(text).replace(/\s/g, ""));
}

function collapsed(text: string): string {
  return visible(text).replace(/\s+/g, " ").trim();
}
