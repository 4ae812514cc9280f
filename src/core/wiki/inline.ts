/**
 * Lines → markup within a line: text effects, links, escaped text.
 *
 * Escaping looks at the whole text, since `(` and `!)` may come from different elements. Signs never span
 * lines, have ink right within them, and take the form `{*}x{*}` where Jira would not see `*x*`.
 */
import { escapedSlice, escapes, type Escapes } from "./escape.ts";
import type { Line } from "./page.ts";
import { pieced, type Effect, type Piece } from "./pieces.ts";
import type { Mark, Picture } from "./place.ts";
import { printLink } from "./rules/link.ts";

const signs: Readonly<Record<Mark, string>> = {
  bold: "*",
  italic: "_",
  underline: "+",
  strike: "-",
  superscript: "^",
  subscript: "~",
  mono: "{{",
};

/** Colours are macros, which need no sign of their own. */
function signOf(effect: Effect): string {
  return isColour(effect) ? "{" : signs[effect];
}

function isColour(effect: Effect): effect is Exclude<Effect, Mark> {
  return effect.startsWith("color:");
}

interface Options {
  /** What stands between lines. */
  readonly join: string;
  readonly without?: Mark | undefined;
  /** Within a table's cell. */
  readonly cell?: boolean;
  /** Text put before a line. */
  readonly before?: (line: Line) => string;
}

export function inline(lines: readonly Line[], options: Options): string {
  const { text, lines: pieces } = pieced(lines, options.without, options.before ?? (() => ""));
  const own = new Set(pieces.flat().flatMap((piece) => piece.marks.map(signOf)));
  if (pieces.flat().some((piece) => piece.url !== undefined)) own.add("[");
  if (pieces.flat().some((piece) => piece.picture)) own.add("!");
  const edges = pieces.flatMap((line) => edgesOf(line));
  const aliasEnds = new Set(pieces.flat().flatMap(({ url, to }) => (url === undefined ? [] : [to])));
  const cell = options.cell ?? false;
  const source = { text, edits: escapes(text, { signs: own, edges, aliasEnds, cell }), cell };
  return pieces.map((line) => printLine(line, source)).join(options.join);
}

/** Where the markup of a line's pieces stands. */
function edgesOf(line: readonly Piece[]): readonly number[] {
  const plain = (piece: Piece | undefined) => piece?.marks.length === 0 && piece.url === undefined;
  const [first, last] = [line[0], line.at(-1)];
  return [
    ...(first && !plain(first) ? [first.from] : []),
    ...line.slice(1).map(({ from }) => from),
    ...(last && !plain(last) ? [last.to] : []),
  ];
}

interface Source {
  readonly text: string;
  readonly edits: Escapes;
  readonly cell: boolean;
}

function printLine(line: readonly Piece[], source: Source): string {
  const edges = { from: line[0]?.from ?? 0, to: line.at(-1)?.to ?? 0 };
  const groups: Piece[][] = [];
  for (const piece of line) {
    const last = groups.at(-1);
    if (last && last[0]?.url === piece.url) last.push(piece);
    else groups.push([piece]);
  }
  return groups
    .map((group) => {
      const url = group[0]?.url;
      const within = { from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0 };
      if (url === undefined) return printEffects(group, edges, source);
      const around = neighbours(source.text, within, edges);
      return printLink(url, {
        text: source.text.slice(within.from, within.to),
        alias: aliasStart(printEffects(group, within, source)),
        effects: isFreeAround(around) ? sharedSigns(group) : [],
        alone:
          group.every(({ marks }) => marks.length === 0) &&
          /^[\s(]?$/.test(around.before) &&
          /^\s?$/.test(around.after),
      });
    })
    .join("");
}

function isFreeAround({ before, after }: Neighbours): boolean {
  return /^[\s(]?$/.test(before) && /^[\s.,;:!?)]?$/.test(after);
}

/** Signs of the effects that all of it has, the outermost first. */
function sharedSigns(group: readonly Piece[]): readonly string[] {
  const [first, ...others] = group.map(({ marks }) =>
    marks.filter((mark) => mark !== "mono" && !isColour(mark)),
  );
  return (first ?? []).filter((mark) => others.every((marks) => marks.includes(mark))).map(signOf);
}

/** `[~x|…]`, `[^x|…]` and `[#x|…]` would be a person, a file and an anchor. */
function aliasStart(alias: string): string {
  return alias.replace(/^[~^]/, "\\$&").replace(/^#/, "&num;");
}

interface Span {
  readonly mark: Effect;
  readonly from: number;
  to: number;
}

/** @param edges beyond these, signs stand free: of the line, or of a link's alias */
function printEffects(pieces: readonly Piece[], edges: Edges, source: Source): string {
  const open: Span[] = [];
  const opens: Span[][] = pieces.map(() => []);
  const closes: Span[][] = pieces.map(() => []);
  pieces.forEach((piece, index) => {
    const changed = open.findIndex(({ mark }, depth) => piece.marks[depth] !== mark);
    if (changed >= 0) closes[index - 1]?.push(...open.splice(changed).reverse());
    for (const mark of piece.marks.slice(open.length)) {
      const span = { mark, from: piece.from, to: piece.to };
      open.push(span);
      opens[index]?.push(span);
    }
    for (const span of open) span.to = piece.to;
  });
  closes.at(-1)?.push(...open.reverse());

  const sign = (span: Span, closing: boolean) => {
    if (isColour(span.mark)) return closing ? "{color}" : `{${span.mark}}`;
    const around = neighbours(source.text, span, edges);
    if (span.mark === "mono") return closing ? "}}" : "{{";
    return isFree(span, around, source.text) ? signs[span.mark] : `{${signs[span.mark]}}`;
  };
  return pieces
    .map((piece, index) => {
      const before = opens[index]?.map((span) => sign(span, false)).join("") ?? "";
      const after = closes[index]?.map((span) => sign(span, true)).join("") ?? "";
      return before + printText(piece, source) + after;
    })
    .join("");
}

const addressAtEnd = /(?::\/\/|mailto:|file:)\S*$/i;

/** Where Jira is sure to see a plain sign as one, and as nothing else. */
function isFree(span: Span, { before, after }: Neighbours, text: string): boolean {
  const inner = text.slice(span.from, span.to);
  return (
    /^[\s("'“„«‹]?$/.test(before) &&
    /^[\s.,;:!?)"'”’»›…]?$/.test(after) &&
    /^[\p{L}\p{Nd}("'“„«‹$€£%<@]/u.test(inner) &&
    /[\p{L}\p{Nd}.,;:!?)"'”’»›…$€£%>]$/u.test(inner) &&
    // An address would take the sign with it.
    !addressAtEnd.test(inner.slice(-2_000)) &&
    !addressAtEnd.test(text.slice(Math.max(0, span.from - 2_000), span.from))
  );
}

interface Edges {
  readonly from: number;
  readonly to: number;
}

/** The characters beside a part of the text; "" at an edge. */
interface Neighbours {
  readonly before: string;
  readonly after: string;
}

function neighbours(text: string, { from, to }: Edges, edges: Edges): Neighbours {
  return {
    before: from > edges.from ? text.charAt(from - 1) : "",
    after: to < edges.to ? text.charAt(to) : "",
  };
}

/** `!name|width=300!`, free of words beside it. A cell would end at the bar. */
function printPicture(
  { name, width }: Picture,
  { text, from, cell }: { readonly text: string; readonly from: number; readonly cell: boolean },
): string {
  const size = width === undefined || cell ? "" : `|width=${width}`;
  const before = /^(?:\s|)$/.test(text.charAt(from - 1)) ? "" : " ";
  const after = /^(?:\s|)$/.test(text.charAt(from + 1)) ? "" : " ";
  return `${before}!${name}${size}!${after}`;
}

/** Some characters end what they stand in, escaped or not; their entities do not. */
function printText(piece: Piece, { text, edits, cell }: Source): string {
  if (piece.picture) return printPicture(piece.picture, { text, from: piece.from, cell });
  let printed = escapedSlice(text, edits, [piece.from, piece.to]);
  if (piece.url !== undefined) printed = printed.replaceAll("|", "&vert;").replaceAll("]", "&rsqb;");
  return printed;
}
