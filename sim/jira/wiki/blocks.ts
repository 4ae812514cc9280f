/** Wiki markup to HTML: paragraphs, headings, rules, one-line quotes; lists and tables have files of their own. */
import type { Markup } from "../web/html.ts";
import type { WikiContext } from "./context.ts";
import { inline } from "./inline.ts";
import { blockSign, createKept, type Kept } from "./kept.ts";
import { isListLine, list } from "./lists.ts";
import { withoutMacros } from "./macros.ts";
import { rowsAt, tableHtml } from "./tables.ts";

export function renderWiki(text: string, context: WikiContext): Markup {
  const kept = createKept();
  return { markup: macrosAndBlocks(kept.shield(text.replace(/\r\n?/g, "\n")), { context, kept }) };
}

export interface Rendering {
  readonly context: WikiContext;
  readonly kept: Kept;
}

/** Macros first: their content follows other rules. */
function macrosAndBlocks(text: string, rendering: Rendering): string {
  return blocks(
    withoutMacros(text, { ...rendering, blocks: (inner) => macrosAndBlocks(inner, rendering) }),
    rendering,
  );
}

/** @param text without macros */
function blocks(text: string, rendering: Rendering): string {
  const lines = text.split("\n");
  let html = "";
  let paragraph: string[] = [];
  const endParagraph = () => {
    html += paragraphHtml(paragraph.join("\n"), rendering);
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const rows = rowsAt(lines, at);
    const own = rows ? undefined : lineHtml(line, rendering);
    if (!rows && own === undefined && !isListLine(line)) {
      if (line.trim() === "") endParagraph();
      else paragraph.push(line);
      at += 1;
      continue;
    }
    endParagraph();
    if (rows) {
      html += tableHtml(rows.rows, {
        ...rendering,
        blocks: (inner) => withoutParagraph(blocks(inner, rendering)),
      });
      at += rows.lines;
    } else if (own !== undefined) {
      html += own;
      at += 1;
    } else {
      // An item goes on up to an empty line.
      const from = at;
      while (at < lines.length && (lines[at] ?? "").trim() !== "") at += 1;
      html += list(lines.slice(from, at), rendering);
    }
  }
  endParagraph();
  return html;
}

/** A cell with nothing but one paragraph shows its text. */
function withoutParagraph(html: string): string {
  return /^<p>((?:(?!<p>).)*)<\/p>$/s.exec(html)?.[1] ?? html;
}

/** A line that is a block by itself. */
function lineHtml(line: string, rendering: Rendering): string | undefined {
  if (/^\s*-{4,}\s*$/.test(line)) return "<hr>";
  const [, level, title] = /^\s*h([1-6])\.\s*(.*?)\s*$/.exec(line) ?? [];
  if (level !== undefined) return `<h${level}>${inline(title ?? "", rendering)}</h${level}>`;
  const quoted = /^\s*bq\.\s*(.*?)\s*$/.exec(line)?.[1];
  return quoted === undefined ? undefined : `<blockquote><p>${inline(quoted, rendering)}</p></blockquote>`;
}

/** What is a block by itself parts a paragraph. */
function paragraphHtml(text: string, rendering: Rendering): string {
  return text
    .split(new RegExp(`([${blockSign}])`, "u"))
    .map((part, index) => {
      if (index % 2 === 1) return rendering.kept.html(part);
      const shown = part.replace(/^\s*\n|\n\s*$/g, "");
      return shown.trim() === "" ? "" : `<p>${inline(shown, rendering)}</p>`;
    })
    .join("");
}
