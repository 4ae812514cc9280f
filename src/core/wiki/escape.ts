/**
 * Text that must stay text: whatever Jira would take for markup is neutralised, and nothing else.
 *
 * Backslashes where Jira knows the escape, entities (which Jira passes on to the browser) where it does not.
 * `KEY-1` is left alone: Jira's link to the issue is harmless, and what the reader wants.
 * Addresses (`https://…`) are left alone: Jira links them as they are, and an escape would break them.
 */
import { addressAt, type Address } from "./address.ts";

/** In a text, which character is replaced by what; ascending. */
export interface Escapes {
  readonly at: readonly number[];
  readonly by: readonly string[];
}

/** Between two of these a sign of text effects is text (`easy-peasy`). Java's \p{L} and \p{Nd}. */
const word = /[\p{L}\p{Nd}]/u;
/** Where an address may begin, and single signs or runs of them. */
const token = /(?:https?|ftps?|nntp|news|irc|mailto|file):|\?{2,}|-{2,}|[|\\{}[&(:;*_+\-^~!]/gu;
const lineStart = /^[^\S\n]*(?:([*#-])[*#-]*(?:\s|$)|(?:h[1-6]|bq)(\.)|(\|))/gmu;

/** Jira knows no backslash escape for these three; the entities are read by Jira's page, and by pandoc. */
const lineStartEscapes: Readonly<Record<string, string>> = {
  "*": "\\*",
  "-": "\\-",
  "#": "&num;",
  ".": "&period;",
  "|": "&vert;",
};

/** `{{\\}}}` would end too early. */
const bracesBesideMono: Readonly<Record<string, string>> = { "{": "&lcub;", "}": "&rcub;" };

const icon = /\((?:[!?/xiyn+-]|\*[rgby]?|on|off|flag|flagoff)\)/iy;
const smiley = /[:;]-?[()DP]/iy;
/** What may become an entity. */
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/iy;

/** Our own markup in a paragraph. */
export interface OwnMarkup {
  /** Text must not pair with these. */
  readonly signs: ReadonlySet<string>;
  /** Where it stands between two characters of the text, ascending: there, letters do not touch. */
  readonly edges: readonly number[];
  /** Those at which a link's alias ends; no address is linked in there. */
  readonly aliasEnds: ReadonlySet<number>;
  /** It stands in a cell, which a bar ends. */
  readonly cell: boolean;
}
export const noMarkup: OwnMarkup = { signs: new Set(), edges: [], aliasEnds: new Set(), cell: false };

/** @param text one paragraph; its lines end in `\n` */
export function escapes(text: string, { signs: own, edges, aliasEnds, cell }: OwnMarkup): Escapes {
  const edits = new Map<number, string>();
  const signs = new Map<string, number[]>();
  const citations: number[] = [];
  const braces = own.has("{{") ? bracesBesideMono : undefined;
  const addresses: Address[] = [];
  const apart = new Set(edges);
  const touches = (pattern: RegExp, at: number, edge: number) =>
    pattern.test(text.charAt(at)) && !apart.has(edge);
  const seenAt = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };

  const scan = new RegExp(token);
  for (let match = scan.exec(text); match; match = scan.exec(text)) {
    const [found] = match;
    const at = match.index;
    switch (found) {
      case "{":
      case "}":
      case "[":
        edits.set(at, braces?.[found] ?? `\\${found}`);
        break;
      case "|":
        if (cell) edits.set(at, "&vert;");
        break;
      case "\\":
        if (own.size > 0 || text[at - 1] === "\\" || !word.test(text[at + 1] ?? "")) edits.set(at, "&bsol;");
        break;
      case "&":
        if (seenAt(entity, at)) edits.set(at, "&amp;");
        break;
      case "(":
        if (seenAt(icon, at)) edits.set(at, "\\(");
        break;
      case ":":
      case ";": {
        // Jira knows no escape for these two; that of the bracket is one for the whole.
        const face = seenAt(smiley, at);
        if (face?.endsWith(")") || face?.endsWith("("))
          edits.set(at + face.length - 1, `\\${face.slice(-1)}`);
        else if (face && !touches(/[a-z]/i, at + face.length, at + face.length))
          edits.set(at, found === ":" ? "&colon;" : "&semi;");
        break;
      }
      default:
        if (found.endsWith(":")) {
          const next = edges[firstFrom(edges, at + 1)] ?? text.length;
          const none = aliasEnds.has(next) || touches(/[a-z\d]/i, at - 1, at);
          // One within another ends where that one ends, and is looked at once.
          const around = addresses.at(-1)?.to ?? 0;
          const within = at < around ? { from: at, to: around, isPlain: false } : undefined;
          const address = none ? undefined : (within ?? addressAt(text, at, next));
          scan.lastIndex = address?.isPlain ? address.to : at + found.length - 1;
          if (!address) break;
          if (!address.isPlain) addresses.push(address);
          apart.add(at).add(address.to);
        } else if (found.startsWith("??")) for (let i = 0; i < found.length; i++) citations.push(at + i);
        else if (found.startsWith("--")) for (let i = 0; i < found.length; i++) edits.set(at + i, "\\-");
        else if (found.length === 1) push(signs, found, at);
    }
  }
  for (const [sign, found] of signs) {
    const seen = found
      .map((at) => ({ at, ...sidesOf(text, at, touches) }))
      .filter(({ opens, closes }) => opens || closes);
    const opening = seen.findIndex(({ opens }) => opens);
    const closing = seen.findLastIndex(({ closes }) => closes);
    const pairs = opening >= 0 && opening < closing;
    if (pairs || own.has(sign)) for (const { at } of seen) edits.set(at, `\\${sign}`);
    // Right behind the first character of an effect of our own, Jira lets no such sign pass: `-a-word-` is none.
    if (own.has(sign))
      for (const at of found)
        if (apart.has(at - 1) && !/\s/.test(text.charAt(at - 1))) edits.set(at, `\\${sign}`);
  }
  // One `??` has nothing to pair with, and `????` is two of them.
  if (citations.length > 3 || isSplit(citations)) for (const at of citations) edits.set(at, "\\?");
  for (const match of text.matchAll(lineStart)) {
    const found = match[1] ?? match[2] ?? match[3] ?? "";
    const at = match.index + match[0].indexOf(found);
    edits.set(at, lineStartEscapes[found] ?? found);
  }
  // Jira's link would take an escape along: no link then.
  const edited = [...edits.keys()].sort((one, other) => one - other);
  for (const { from, to } of addresses)
    if ((edited[firstFrom(edited, from)] ?? Infinity) <= to) edits.set(text.indexOf(":", from), "&colon;");
  const sorted = [...edits].sort(([one], [other]) => one - other);
  return { at: sorted.map(([at]) => at), by: sorted.map(([, by]) => by) };
}

/** Whether a sign may begin an effect there, and end one. @param touches whether a character stands right beside it */
function sidesOf(text: string, at: number, touches: (pattern: RegExp, at: number, edge: number) => boolean) {
  // Pictures matter most, and readers of the markup differ in what they allow around `!x!`.
  if (text[at] === "!") return { opens: !touches(/^[ \t\n!]?$/, at + 1, at + 1), closes: true };
  return {
    opens: !touches(word, at - 1, at) && !touches(space, at + 1, at + 1),
    closes: !touches(word, at + 1, at + 1) && !touches(space, at - 1, at),
  };
}

/** Or an end of the text. */
const space = /^[ \t\n]?$/;

function push(signs: Map<string, number[]>, sign: string, at: number): void {
  const found = signs.get(sign);
  if (found) found.push(at);
  else signs.set(sign, [at]);
}

function isSplit(citations: readonly number[]): boolean {
  return citations.some((at, index) => index > 0 && at !== (citations[index - 1] ?? 0) + 1);
}

/** `text.slice(from, to)`, escaped. */
export function escapedSlice(
  text: string,
  { at, by }: Escapes,
  [from, to]: readonly [number, number],
): string {
  const parts: string[] = [];
  let done = from;
  for (let i = firstFrom(at, from); i < at.length; i++) {
    const position = at[i] ?? to;
    if (position >= to) break;
    parts.push(text.slice(done, position), by[i] ?? "");
    done = position + 1;
  }
  parts.push(text.slice(done, to));
  return parts.join("");
}

/** Index of the first of ascending numbers that is not below the bound. */
function firstFrom(ascending: readonly number[], bound: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One paragraph of text as wiki markup that shows it.  */
export function escapeText(text: string, own = noMarkup): string {
  return escapedSlice(text, escapes(text, own), [0, text.length]);
}
