/** Escapes, line breaks, dashes, smileys and icons, text effects: what is made of single signs. */
import { escapeHtml } from "../web/html.ts";
import type { Rendering } from "./blocks.ts";
import { inlineSign } from "./kept.ts";

/** What a backslash makes a plain character of; others show the backslash too. */
const escaped = /(?<!\\)\\([-#*_+?^~|%{}[\]()!@]|[:;](?=-?[()DPp]))/g;
/** Two, not three. */
const forcedBreak = /(?<!\\)\\\\(?!\\)\n?/g;

const icons: Readonly<Record<string, string>> = {
  ":-)": "🙂",
  ":)": "🙂",
  ":-(": "🙁",
  ":(": "🙁",
  ":-D": "😃",
  ":D": "😃",
  ":-P": "😛",
  ":P": "😛",
  ":p": "😛",
  ";-)": "😉",
  ";)": "😉",
  "(y)": "👍",
  "(n)": "👎",
  "(i)": "ℹ️",
  "(/)": "✅",
  "(x)": "❌",
  "(!)": "⚠️",
  "(+)": "➕",
  "(-)": "➖",
  "(?)": "❓",
  "(on)": "💡",
  "(off)": "🌑",
  "(*)": "⭐",
  "(*r)": "⭐",
  "(*g)": "⭐",
  "(*b)": "⭐",
  "(*y)": "⭐",
  "(flag)": "🚩",
  "(flagoff)": "🏳️",
};
/** Anywhere, but for the end of an entity, and a letter behind. */
const icon = new RegExp(
  `(?<!&#?[a-zA-Z\\d]{1,31})(?:${Object.keys(icons)
    .map((symbol) => symbol.replace(/[()*+?/]/g, "\\$&"))
    .join("|")})(?![a-zA-Z])`,
  "g",
);

/** What Java takes for white space; a non-breaking space is none. */
const space = String.raw`\t\n\v\f\r `;

/** Opens where no letter or digit is before it, closes where none is behind; with braces anywhere. Stays in its line. */
function phrase(open: string, close: string): RegExp {
  const first = open.charAt(0);
  const [from, to] = [open, close].map((sign) => sign.replace(/[*+?^{}]/g, "\\$&"));
  const not = `[^${space}\\u{${first.charCodeAt(0).toString(16)}}${first === "{" ? "\\u{7d}" : ""}]`;
  const within = `[\\p{L}\\p{Nd}\\p{Z}\\p{S}\\p{M}\\p{P}${inlineSign}]`;
  const braced = open === "{{" ? ["", ""] : [`|\\{${from}\\}`, `|\\{${to}\\}`];
  return new RegExp(
    `(?:(?<![\\p{L}\\p{Nd}\\\\])${from}${braced[0]})` +
      `(${not}(?:(?!${to})${within}*?${not})??)(?<!\\\\)` +
      `(?:${to}(?![\\p{L}\\p{Nd}])${braced[1]})`,
    "gu",
  );
}

const phrases: readonly (readonly [RegExp, string])[] = [
  [phrase("??", "??"), "cite"],
  [phrase("*", "*"), "b"],
  [phrase("^", "^"), "sup"],
  [phrase("~", "~"), "sub"],
  [phrase("_", "_"), "em"],
  [phrase("-", "-"), "del"],
  [phrase("+", "+"), "ins"],
  [phrase("{{", "}}"), "code"],
];

/** @returns text with signs for what has been made of it */
export function effects(text: string, { kept }: Rendering): string {
  let shown = text
    .replace(escaped, (_, char: string) => kept.inline(escapeHtml(char)))
    .replace(forcedBreak, () => kept.inline("<br>"))
    .replace(/(?<=^|[ \t\n\v\f\r])(-{2,3})(?=[ \t\n\v\f\r]|$)/g, (dash) =>
      kept.inline(dash === "--" ? "–" : "—"),
    )
    .replace(icon, (symbol) => kept.inline(icons[symbol] ?? symbol));
  for (const [pattern, tag] of phrases)
    shown = shown.replace(
      pattern,
      (_, within: string) => kept.inline(`<${tag}>`) + within + kept.inline(`</${tag}>`),
    );
  return shown;
}
