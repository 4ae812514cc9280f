/**
 * The map of the converter: every tag that means something, and its rule.
 * A tag that is not listed is looked through: its text runs on within the line.
 */
import { block, paragraph, spaced } from "./rules/block.ts";
import { heading } from "./rules/heading.ts";
import { image } from "./rules/image.ts";
import { leaveOut } from "./rules/leaveOut.ts";
import { lineBreak } from "./rules/lineBreak.ts";
import { link } from "./rules/link.ts";
import { item, list } from "./rules/list.ts";
import { marked, typed } from "./rules/marked.ts";
import { preformatted } from "./rules/preformatted.ts";
import { quote } from "./rules/quote.ts";
import { horizontalRule } from "./rules/horizontalRule.ts";
import { cell, row, table } from "./rules/table.ts";
import type { Rule } from "./rule.ts";

export const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  // Never text.
  ["datalist", leaveOut],
  ["iframe", leaveOut],
  ["noembed", leaveOut],
  ["noframes", leaveOut],
  ["rp", leaveOut],
  ["script", leaveOut],
  ["style", leaveOut],
  ["svg", leaveOut],
  ["template", leaveOut],
  ["title", leaveOut],
  ["xml", leaveOut],

  // Text effects.
  ["b", marked("bold")],
  ["strong", marked("bold")],
  ["cite", marked("italic")],
  ["dfn", marked("italic")],
  ["em", marked("italic")],
  ["i", marked("italic")],
  ["var", marked("italic")],
  ["ins", marked("underline")],
  ["u", marked("underline")],
  ["del", marked("strike")],
  ["s", marked("strike")],
  ["strike", marked("strike")],
  ["sup", marked("superscript")],
  ["sub", marked("subscript")],
  ["code", marked("mono")],
  ["kbd", marked("mono")],
  ["samp", marked("mono")],
  ["tt", typed],

  // Within a line.
  ["a", link],
  ["br", lineBreak],
  ["img", image],

  // On lines of their own.
  ["address", block],
  ["article", block],
  ["aside", block],
  ["body", block],
  ["caption", block],
  ["center", block],
  ["dd", block],
  ["details", block],
  ["div", block],
  ["dt", block],
  ["fieldset", block],
  ["figcaption", block],
  ["footer", block],
  ["form", block],
  ["header", block],
  ["html", block],
  ["legend", block],
  ["main", block],
  ["nav", block],
  ["option", block],
  ["section", block],
  ["summary", block],

  // With an empty line around them.
  ["dl", spaced],
  ["figure", spaced],
  ["p", paragraph],

  // Wiki blocks.
  ["h1", heading(1)],
  ["h2", heading(2)],
  ["h3", heading(3)],
  ["h4", heading(4)],
  ["h5", heading(5)],
  ["h6", heading(6)],
  ["blockquote", quote],
  ["listing", preformatted],
  ["pre", preformatted],
  ["xmp", preformatted],
  ["hr", horizontalRule],

  // Lists.
  ["dir", list("*")],
  ["menu", list("*")],
  ["ul", list("*")],
  ["ol", list("#")],
  ["li", item],

  // Tables.
  ["table", table],
  ["tr", row],
  ["td", cell],
  ["th", cell],
]);
