/**
 * What has been rendered, out of reach of the rules that come later: one character of the text stands for it.
 *
 * Jira's renderer works the same way: each of its rules runs over the whole text, and what one has made is hidden
 * from the next.
 */
import { escapeHtml } from "../web/html.ts";

/** Stand for HTML within a line, and for HTML that is a block of its own. */
export const inlineSign = String.raw`\u{F0000}-\u{FFFFD}`;
export const blockSign = String.raw`\u{100000}-\u{10FFFD}`;
const sign = new RegExp(`[${inlineSign}${blockSign}]`, "gu");
const entity = /&(?:[a-z][a-z\d]{0,31}|#\d{1,7}|#x[\da-f]{1,6});/gi;

export interface Kept {
  inline(html: string): string;
  block(html: string): string;
  /** Characters that a text has itself, and that would be taken for signs. */
  shield(text: string): string;
  /** Text with signs as HTML; entities pass, as in Jira. */
  html(text: string): string;
  /** The same where entities are text. */
  verbatim(text: string): string;
}

export function createKept(): Kept {
  const found = new Map<string, string>();
  let inlines = 0xf0000;
  let blocks = 0x100000;
  const put = (code: number, html: string) => {
    const char = String.fromCodePoint(code);
    found.set(char, html);
    return char;
  };
  const inline = (html: string) => put(inlines++, html);
  return {
    inline,
    block: (html) => put(blocks++, html),
    shield: (text) => text.replace(sign, (char) => inline(char)),
    html: (text) => restored(textHtml(text)),
    verbatim: (text) => restored(escapeHtml(text)),
  };

  /** Once: what is kept has been restored, and may hold the text's own characters of these planes. */
  function restored(html: string): string {
    return html.replace(sign, (char) => found.get(char) ?? char);
  }
}

function textHtml(text: string): string {
  let html = "";
  let at = 0;
  for (const { 0: found, index } of text.matchAll(entity)) {
    html += escapeHtml(text.slice(at, index)) + found;
    at = index + found.length;
  }
  return html + escapeHtml(text.slice(at));
}
