/** `||heading||` and `|cell|`. A row goes on over line ends until a line ends in a bar. */
import type { Rendering } from "./blocks.ts";
import { withLinksKept } from "./links.ts";

interface CellRendering extends Rendering {
  /** Renders what stands in a cell. */
  blocks(text: string): string;
}

/** The rows that begin at a line, and how many lines they take; undefined: no table begins there. */
export function rowsAt(
  lines: readonly string[],
  start: number,
): { readonly rows: readonly string[]; readonly lines: number } | undefined {
  const rows: string[] = [];
  let at = start;
  while (/^\s*\|/.test(lines[at] ?? "")) {
    let end = at;
    while (end < lines.length && !/\|\s*$/.test(lines[end] ?? "") && (lines[end] ?? "").trim() !== "")
      end += 1;
    if (!/\|\s*$/.test(lines[end] ?? "") || (end === at && /^\s*\|\|?\s*$/.test(lines[at] ?? ""))) break;
    rows.push(lines.slice(at, end + 1).join("\n"));
    at = end + 1;
  }
  return rows.length === 0 ? undefined : { rows, lines: at - start };
}

export function tableHtml(rows: readonly string[], rendering: CellRendering): string {
  const body = rows.map(
    (row) =>
      `<tr>${cells(withLinksKept(row.trim(), rendering))
        .map(({ heading, text }) => cellHtml(heading ? "th" : "td", rendering.blocks(text)))
        .join("")}</tr>`,
  );
  return `<table><tbody>${body.join("")}</tbody></table>`;
}

const cellHtml = (tag: string, html: string) => `<${tag}>${html}</${tag}>`;

interface Cell {
  readonly heading: boolean;
  readonly text: string;
}

/** @param row its links and pictures hold no bars any more */
function cells(row: string): readonly Cell[] {
  const found: Cell[] = [];
  const bar = /^\|\|?/;
  let rest = row;
  while (rest.replace(bar, "").trim() !== "") {
    const heading = rest.startsWith("||");
    rest = rest.replace(bar, "");
    // An escaped bar does not end a cell.
    const text = /^(?:\\[^]|[^|\\])*/.exec(rest)?.[0] ?? "";
    found.push({ heading, text: text.trim() });
    rest = rest.slice(text.length);
    if (!rest.startsWith("|")) break;
  }
  return found;
}
