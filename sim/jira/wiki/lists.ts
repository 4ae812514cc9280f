/** `*`, `#` and `-` lists, nested and mixed: `#*` is a bulleted list in a numbered one. */
import type { Rendering } from "./blocks.ts";
import { inline } from "./inline.ts";

const mark = /^\s*([*#-]+)\s+(\S.*)?$/;

export function isListLine(line: string): boolean {
  // Two and more dashes are a dash, or a rule.
  return mark.test(line) && !/^\s*--/.test(line);
}

interface Item {
  /** `*`, `##`, `*#` … */
  readonly marks: string;
  text: string;
}

/** @param lines the first begins an item; others that begin none go on with the one before. */
export function list(lines: readonly string[], rendering: Rendering): string {
  const items: Item[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    const [, marks = "", text = ""] = (isListLine(line) && mark.exec(line)) || [];
    if (marks !== "") items.push({ marks, text: text.trim() });
    else if (last) last.text += `\n${line}`;
  }
  return level(items, 1, rendering);
}

const tags: Readonly<Record<string, string>> = { "*": "ul", "-": "ul", "#": "ol" };

function level(items: readonly Item[], depth: number, rendering: Rendering): string {
  const signAt = (at: number) => items[at]?.marks.charAt(depth - 1) ?? "";
  let html = "";
  let at = 0;
  while (at < items.length) {
    const sign = signAt(at);
    const tag = tags[sign] ?? "ul";
    html += sign === "-" ? '<ul class="alternate">' : `<${tag}>`;
    while (at < items.length && signAt(at) === sign) {
      const item = items[at];
      const isHere = item?.marks.length === depth;
      html += `<li>${isHere ? inline(item.text, rendering) : ""}`;
      if (isHere) at += 1;
      const start = at;
      // Deeper items belong to the item whose list they name: `##` is not in a `*`.
      while ((items[at]?.marks.length ?? 0) > depth && signAt(at) === sign) at += 1;
      if (at > start) html += level(items.slice(start, at), depth + 1, rendering);
      html += "</li>";
    }
    html += `</${tag}>`;
  }
  return html;
}
