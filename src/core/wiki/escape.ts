/**
 * Text that must stay text: whatever Jira would take for markup is neutralised, and nothing else.
 *
 * Backslashes where Jira knows the escape, entities (which Jira passes on to the browser) where it does not.
 * `KEY-1` is left alone: Jira's link to the issue is harmless, and what the reader wants.
 * Addresses (`https://…`) are left alone: Jira links them as they are, and an escape would break them.
 */

/** In a text, which character is replaced by what; ascending. */
export interface Escapes {
  readonly at: readonly number[];
  readonly by: readonly string[];
}

/** Between two of these a sign of text effects is text (`easy-peasy`). Java's \p{L} and \p{Nd}. */
export const word = /[\p{L}\p{Nd}]/u;
/** Addresses up to a length that keeps this linear, and single signs or runs of them. */
const token = new RegExp(
  [
    String.raw`(?<![\p{L}\p{Nd}])(?:https?|ftp):\/\/(?:[\p{L}\p{Nd}_\-.~/?#@=+%:,$]|&(?!#?\w+;)){0,2000}[\p{L}\p{Nd}/=#%]`,
    String.raw`\?{2,}|-{2,}|[\\{}[&(:;*_+\-^~!]`,
  ].join("|"),
  "gu",
);
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
/** What Jira may count to an address that ends before it. */
const addressGoesOn = /[-_.!~*';/?:@#&=%+$,|{}[\]\\\p{L}\p{Nd}]{0,300}/uy;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/iy;

/**
 * @param text  one paragraph; its lines end in `\n`
 * @param own   signs of our own markup in this paragraph, which text must not pair with
 */
export function escapes(text: string, own: ReadonlySet<string>): Escapes {
  const edits = new Map<number, string>();
  const signs = new Map<string, { at: number; opens: boolean; closes: boolean }[]>();
  const citations: number[] = [];
  const braces = own.has("{{") ? bracesBesideMono : undefined;
  const looksLike = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.test(text);
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
      case "\\":
        if (own.size > 0 || text[at - 1] === "\\" || !word.test(text[at + 1] ?? "")) edits.set(at, "&bsol;");
        break;
      case "&":
        if (looksLike(entity, at)) edits.set(at, "&amp;");
        break;
      case "(":
        if (looksLike(icon, at)) edits.set(at, "\\(");
        break;
      case ":":
      case ";":
        if (looksLike(smiley, at)) edits.set(at, `\\${found}`);
        break;
      default:
        if (found.includes("://")) {
          // Jira's link would take an entity right behind it along: no link then, and its signs are text.
          if (!isEscapedBehind(text, at + found.length)) break;
          edits.set(at + found.indexOf(":"), "&colon;");
          scan.lastIndex = at + found.indexOf("://") + 3;
        } else if (found.startsWith("??")) for (let i = 0; i < found.length; i++) citations.push(at + i);
        else if (found.startsWith("--")) for (let i = 0; i < found.length; i++) edits.set(at + i, "\\-");
        else if (found.length === 1) {
          const before = text[at - 1] ?? "\n";
          const after = text[at + 1] ?? "\n";
          // Pictures matter most, and readers of the markup differ in what they allow around `!x!`.
          const picture = found === "!";
          const opens = picture ? !/[ \t\n!]/.test(after) : !word.test(before) && !/[ \t\n]/.test(after);
          const closes = picture || (!/[ \t\n]/.test(before) && !word.test(after));
          const seen = signs.get(found) ?? [];
          if (opens || closes) seen.push({ at, opens, closes });
          signs.set(found, seen);
        }
    }
  }
  for (const [sign, seen] of signs) {
    const opening = seen.findIndex(({ opens }) => opens);
    const closing = seen.findLastIndex(({ closes }) => closes);
    const pairs = opening >= 0 && opening < closing;
    if (pairs || own.has(sign)) for (const { at } of seen) edits.set(at, `\\${sign}`);
  }
  // One `??` has nothing to pair with, and `????` is two of them.
  if (citations.length > 3 || isSplit(citations)) for (const at of citations) edits.set(at, "\\?");
  for (const match of text.matchAll(lineStart)) {
    const found = match[1] ?? match[2] ?? match[3] ?? "";
    const at = match.index + match[0].indexOf(found);
    edits.set(at, lineStartEscapes[found] ?? found);
  }
  const sorted = [...edits].sort(([one], [other]) => one - other);
  return { at: sorted.map(([at]) => at), by: sorted.map(([, by]) => by) };
}

/** Something that an address would take along may be written as an escape or an entity. */
function isEscapedBehind(text: string, from: number): boolean {
  addressGoesOn.lastIndex = from;
  const [more = ""] = addressGoesOn.exec(text) ?? [];
  if (/[\\&|{}[]|[?-]{2}/.test(more)) return true;
  // The others are escaped only where they pair.
  return Array.from("*_~^+-!:;").some((sign) => more.includes(sign) && text.split(sign, 3).length > 2);
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

/** One paragraph of text as wiki markup that shows it. @param own as in `escapes`. */
export function escapeText(text: string, own: ReadonlySet<string> = new Set()): string {
  return escapedSlice(text, escapes(text, own), [0, text.length]);
}
