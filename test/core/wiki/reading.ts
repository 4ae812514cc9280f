/**
 * A small reader of wiki markup, written from Atlassian's notation help apart from the converter: what text
 * shows, and what would be more than text.
 */

/** Escapes, entities and addresses, each of which is taken as one thing. */
const token =
  /(?<![\p{L}\p{Nd}])(?:https?|ftp):\/\/[^\s|[\]{}\\^!()<>"'*;]*[\p{L}\p{Nd}/=#%]|\\[^\p{L}\p{Nd}\s\\]|&(?:#\w+|[a-z]\w+);/giu;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&bsol;": "\\",
  "&colon;": ":",
  "&lcub;": "{",
  "&num;": "#",
  "&period;": ".",
  "&rcub;": "}",
  "&rsqb;": "]",
  "&vert;": "|",
};

/** What a reader sees of markup that is text only. White space as a browser collapses it. */
export function shownText(wiki: string): string {
  const shown = wiki.replace(token, (found) => {
    if (found.startsWith("\\")) return found.slice(1);
    return found.startsWith("&") ? (entities[found] ?? `unknown entity ${found}`) : found;
  });
  return collapsed(shown);
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function effect(sign: string): RegExp {
  const char = `\\u{${sign.charCodeAt(0).toString(16)}}`;
  const [opening, closing] = [
    `(?<![\\p{L}\\p{Nd}])${char}(?=[^\\s${char}])`,
    `(?<=\\S)${char}(?![\\p{L}\\p{Nd}])`,
  ];
  return new RegExp(`${opening}[^\\n]*?${closing}`, "u");
}

const active: Readonly<Record<string, RegExp>> = {
  bold: effect("*"),
  italic: effect("_"),
  strike: effect("-"),
  underline: effect("+"),
  superscript: effect("^"),
  subscript: effect("~"),
  citation: /\?\?[^\n]+\?\?/,
  image: /![^\s!][^!\n]*!/,
  macro: /\{[^}\n]*\}/,
  link: /\[[^\]\n]+\]/,
  dash: /(?:^|\s)-{2,3}(?:\s|$)/,
  rule: /^\s*-{4,}/m,
  list: /^\s*[*#-]+\s/m,
  heading: /^\s*h[1-6]\./m,
  quote: /^\s*bq\./m,
  table: /^\s*\|/m,
  smiley: /:\)|:\(|:P|:D|;\)|:-\)|:-\(|;-\)/,
  icon: /\((?:y|n|i|\/|x|!|\+|-|\?|on|off|\*[rgby]?|flag|flagoff)\)/,
  break: /\\\\/,
};

/** Names of the constructs that would be more than text. */
export function activeMarkup(wiki: string): readonly string[] {
  const bare = wiki.replace(token, (found) => (/^[\\&]/.test(found) ? "\u00a4" : "address"));
  return Object.entries(active)
    .filter(([, pattern]) => pattern.test(bare))
    .map(([name]) => name);
}
