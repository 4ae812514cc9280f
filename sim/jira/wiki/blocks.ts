/** Wiki markup to HTML: macros, headings, lists, tables, quotes, paragraphs. */
import { escapeHtml, type Markup } from "../web/html.ts";
import { inline, type WikiContext } from "./inline.ts";

export function renderWiki(text: string, context: WikiContext): Markup {
  return { markup: blocks(text.replace(/\r\n?/g, "\n"), context) };
}

/** Takes the macros out first: their content follows other rules. One that is escaped, or never closed, is text. */
function blocks(text: string, context: WikiContext): string {
  for (const open of text.matchAll(/(?<!\\)\{(code|noformat|quote|panel)(?::([^}\n]*))?\}/g)) {
    const [start, name = "", settings = ""] = open;
    const from = open.index + start.length;
    const close = text.indexOf(`{${name}}`, from);
    if (close < 0) continue;
    return (
      lines(text.slice(0, open.index), context) +
      macroHtml(name, settings, text.slice(from, close), context) +
      blocks(text.slice(close + name.length + 2), context)
    );
  }
  return lines(text, context);
}

function macroHtml(name: string, settings: string, inner: string, context: WikiContext): string {
  if (name === "quote") return `<blockquote>${blocks(inner, context)}</blockquote>`;
  const title = /(?:^|\|)title=([^|]*)/.exec(settings)?.[1];
  const heading = title === undefined ? "" : `<div class="title">${escapeHtml(title)}</div>`;
  if (name === "panel") return `<div class="panel">${heading}${blocks(inner, context)}</div>`;
  return `${heading}<pre>${escapeHtml(inner.replace(/^\n/, "").replace(/\n$/, ""))}</pre>`;
}

function lines(text: string, context: WikiContext): string {
  const all = text.split("\n");
  let html = "";
  let at = 0;
  while (at < all.length) {
    const line = all[at] ?? "";
    const run = (isSame: (line: string) => boolean) => {
      const start = at;
      while (at < all.length && isSame(all[at] ?? "")) at++;
      return all.slice(start, at);
    };
    if (line.trim() === "") at++;
    else if (isList(line)) html += list(run(isList).map(listItem), context);
    else if (isTable(line)) html += table(run(isTable), context);
    else if (isSingle(line)) {
      html += single(line.trim(), context);
      at++;
    } else {
      const paragraph = run(
        (next) => next.trim() !== "" && !isList(next) && !isTable(next) && !isSingle(next),
      );
      html += `<p>${paragraph.map((one) => inline(one, context)).join("<br>")}</p>`;
    }
  }
  return html;
}

const isTable = (line: string) => /^\s*\|/.test(line);
const isList = (line: string) => /^\s*(?:[*#]+|-+)\s+\S/.test(line) && !/^\s*-{4,}\s*$/.test(line);
const isSingle = (line: string) => /^\s*(?:h[1-6]\.\s|bq\.\s|-{4,}\s*$)/.test(line);

function single(line: string, context: WikiContext): string {
  if (line.startsWith("----")) return "<hr>";
  if (line.startsWith("bq."))
    return `<blockquote><p>${inline(line.slice(3).trim(), context)}</p></blockquote>`;
  return `<h${line.charAt(1)}>${inline(line.slice(3).trim(), context)}</h${line.charAt(1)}>`;
}

interface Item {
  /** `*`, `##`, `*#` … */
  readonly marks: string;
  readonly text: string;
}

function listItem(line: string): Item {
  const [, marks = "*", text = ""] = /^\s*([*#-]+)\s+(.*)$/.exec(line) ?? [];
  return { marks, text };
}

function list(items: readonly Item[], context: WikiContext, depth = 1): string {
  let html = "";
  let at = 0;
  while (at < items.length) {
    const tag = items[at]?.marks.charAt(depth - 1) === "#" ? "ol" : "ul";
    html += `<${tag}>`;
    while (at < items.length && (items[at]?.marks.charAt(depth - 1) === "#" ? "ol" : "ul") === tag) {
      const item = items[at];
      const isHere = item?.marks.length === depth;
      html += `<li>${isHere ? inline(item.text, context) : ""}`;
      if (isHere) at++;
      const start = at;
      while ((items[at]?.marks.length ?? 0) > depth) at++;
      if (at > start) html += list(items.slice(start, at), context, depth + 1);
      html += "</li>";
    }
    html += `</${tag}>`;
  }
  return html;
}

function table(rows: readonly string[], context: WikiContext): string {
  const body = rows.map(
    (row) =>
      `<tr>${cells(row.trim())
        .map((cell) => cellHtml(cell, context))
        .join("")}</tr>`,
  );
  return `<table><tbody>${body.join("")}</tbody></table>`;
}

interface Cell {
  readonly heading: boolean;
  readonly text: string;
}

function cells(row: string): readonly Cell[] {
  const found: Cell[] = [];
  const bar = /^\|\|?/;
  let rest = row;
  while (rest.replace(bar, "").trim() !== "") {
    const heading = rest.startsWith("||");
    rest = rest.replace(bar, "");
    // Bars in links and images, and escaped ones, do not end a cell.
    const text = /^(?:\\.|\[[^\]]*\]|![^!\s][^!]*!|[^|\\])*/.exec(rest)?.[0] ?? "";
    found.push({ heading, text: text.trim() });
    rest = rest.slice(text.length);
    if (text === "" && !rest.startsWith("|")) break;
  }
  return found;
}

function cellHtml({ heading, text }: Cell, context: WikiContext): string {
  const tag = heading ? "th" : "td";
  return `<${tag}>${inline(text, context)}</${tag}>`;
}
