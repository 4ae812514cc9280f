/** Whether wiki markup keeps what a mail shows: text, links, lists, tables, emphasis. */
import {
  cellElements,
  firstNumber,
  outlineOf,
  rowElements,
  tableOf,
  type Outline,
  type Reading,
} from "./outline.ts";
import { elements, textOf, upwards, type Element } from "./tree.ts";
import { rendered } from "./rendered.ts";

/** What is not kept; nothing, where all is. */
export function losses(html: string, wiki: string): readonly string[] {
  const [mail, issue] = [outlineOf(html, asMail), outlineOf(rendered(wiki), asIssue)];
  if (mail.text !== issue.text) return [`text: ${firstDifference(mail.text, issue.text)}`];
  return [
    ...linkLosses(mail, issue),
    ...itemLosses(mail, issue),
    ...rowLosses(mail, issue),
    ...effectLosses(mail, issue),
  ];
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one.charAt(at) === other.charAt(at)) at += 1;
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  return `${part(one)} became ${part(other)}`;
}

function around({ seen }: Outline, at: number): string {
  return JSON.stringify(
    seen
      .slice(Math.max(0, at - 15), at + 15)
      .map(({ char }) => char)
      .join(""),
  );
}

function linkLosses(mail: Outline, issue: Outline): readonly string[] {
  const at = mail.seen.findIndex(({ link }, index) => {
    const shown = issue.seen[index]?.link ?? "";
    if (!leadsSomewhere(link)) return shown !== "" && !isBare(issue, index);
    return shown === "" || !carries(link, shown);
  });
  if (at < 0) return [];
  return [`link at ${around(mail, at)}: ${mail.seen[at]?.link ?? ""} became ${issue.seen[at]?.link ?? ""}`];
}

function leadsSomewhere(address: string): boolean {
  return /^\s*(?:https?|ftp|mailto|tel|file):./i.test(address.replace(/[\t\n\r]/g, ""));
}

/** Jira links addresses in text by itself. */
function isBare({ seen }: Outline, at: number): boolean {
  const { link = "" } = seen[at] ?? {};
  let [from, to] = [at, at];
  while (seen[from - 1]?.link === link) from -= 1;
  while (seen[to]?.link === link) to += 1;
  const text = seen.slice(from, to).map(({ char }) => char);
  return text.join("").includes(link);
}

/** The address itself, or that which a mail gateway wrapped. */
function carries(address: string, shown: string): boolean {
  const plain = (text: string) =>
    decoded(text.replace(/[\t\n\r]/g, "").trim())
      .replace(/\s/g, "")
      .toLowerCase()
      .replace(/\/$/, "");
  const [from, to] = [plain(address), plain(shown)];
  if (from === to) return true;
  const second = plain(from.replace(/-([\da-f]{2})/g, "%$1").replaceAll("_", "/"));
  return (
    /safelinks\.protection|urldefense|google\.[a-z.]+\/url/.test(from) &&
    (from.includes(to) ||
      second.includes(to) ||
      from.replaceAll("*", "").includes(to.replace(/[^\w:/.-]/g, "").slice(0, 30)))
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function itemLosses(mail: Outline, issue: Outline): readonly string[] {
  const said = ({ items }: Outline) => items.map(({ chain, at }) => `${chain.slice(0, 10)} at ${at}`);
  const [one, other] = [said(mail), said(issue)];
  const at = one.findIndex((item, index) => item !== other[index]);
  if (at < 0 && one.length === other.length) return [];
  const item = mail.items[at] ?? issue.items[one.length];
  return [
    `item ${one[at] ?? "none"} became ${other[at < 0 ? one.length : at] ?? "none"}: ${around(mail, item?.at ?? 0)}`,
  ];
}

function rowLosses(mail: Outline, issue: Outline): readonly string[] {
  const said = ({ rows }: Outline) => rows.map((cells) => JSON.stringify(cells));
  const [one, other] = [said(mail), said(issue)];
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at += 1)
    if (one[at] !== other[at]) return [`row ${one[at] ?? "none"} became ${other[at] ?? "none"}`];
  return [];
}

/** What the renderer cannot have in an effect has none. */
const without = /[^\p{L}\p{Nd}\p{S}\p{M}\p{P}]|[\u{1f000}-\u{1fbff}]/u;

function effectLosses(mail: Outline, issue: Outline): readonly string[] {
  const at = mail.seen.findIndex(({ char, effects, plain }, index) => {
    const shown = issue.seen[index];
    return !plain && !shown?.plain && !without.test(char) && effects !== shown?.effects;
  });
  if (at < 0) return [];
  const [one, other] = [mail.seen[at]?.effects ?? "", issue.seen[at]?.effects ?? ""];
  return [`effects at ${around(mail, at)}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`];
}

const never = /^(?:datalist|iframe|noembed|noframes|rp|script|style|svg|template|title|xml)$/;

const asMail: Reading = {
  isLeftOut: (element) => {
    const style = styleOf(element);
    return (
      never.test(element.name) ||
      "hidden" in element.attribs ||
      // Not `mso-hide:all`: it hides from Word's engine only, which has a drawing of the same button.
      /(?:^|;)display:none/.test(style) ||
      // The bullet that Word writes itself.
      (/mso-list:ignore/.test(style) && isWithinItem(element))
    );
  },
  isData,
  textIn: (text, element) => {
    const font = upwards(element).map((up) => /(?:^|;)font-family:["']?([a-z0-9]+)/.exec(styleOf(up))?.[1]);
    const symbols = { wingdings: "J☺L☹à→ü✓", webdings: "a✓" }[font.find((one) => one !== undefined) ?? ""];
    if (symbols === undefined) return text;
    return text.replace(/\S/gu, (letter) => /^(.)/u.exec(symbols.split(letter)[1] ?? "")?.[1] ?? "");
  },
  ownText: (element) => {
    if (element.name === "img") return isSpacer(element) ? "" : (element.attribs["alt"] ?? "");
    if (element.name === "li" && (isInData(element) || isNumberedElsewhere(element)))
      return bulletOf(element);
    if (!isInData(element)) return "";
    if (wordChain(element) === undefined) return "";
    return kindOf(element) === "#" ? `${texts(element).trim()} ` : "• ";
  },
  itemChain: (element) => wordChain(element),
  size: ({ attribs }) => ({
    columns: Math.min(50, Math.max(1, Number.parseInt(attribs["colspan"] ?? "1", 10) || 1)),
    rows: Math.min(500, Math.max(1, Number.parseInt(attribs["rowspan"] ?? "1", 10) || 1)),
  }),
};

const asIssue: Reading = {
  isLeftOut: () => false,
  isData: () => true,
  ownText: () => "",
  textIn: (text) => text,
  itemChain: () => undefined,
  size: () => ({ columns: 1, rows: 1 }),
};

function styleOf({ attribs }: Element): string {
  return (attribs["style"] ?? "").toLowerCase().replace(/\s/g, "");
}

/** Several columns; tables that hold such tables, or have one row or a role and no lines, only arrange things. */
function isData(table: Element): boolean {
  if (!hasColumns(table) || tablesIn(table).some(hasColumns)) return false;
  const isLayout = /^(?:presentation|none)$/i.test(table.attribs["role"] ?? "");
  return (
    isRuled(table) ||
    (filledRows(table).length > 1 && (!isLayout || cellsOf(table).some(({ name }) => name === "th")))
  );
}

function isRuled(table: Element): boolean {
  const line = /(?:^|;)border(?:-top|-bottom)?:[^;]*(?:solid|dashed|dotted|double|inset|outset)/;
  return (
    Number(table.attribs["border"] ?? 0) > 0 ||
    cellsOf(table).some((cell) => line.test(styleOf(cell)) && !/border[a-z-]*:0/.test(styleOf(cell)))
  );
}

function cellsOf(table: Element): readonly Element[] {
  return rowElements(table)
    .filter((row) => !asMail.isLeftOut(row))
    .flatMap(cellElements);
}

/** The cells of each row that show something, where there are any. */
function filledRows(table: Element): readonly (readonly Element[])[] {
  return rowElements(table)
    .filter((row) => !asMail.isLeftOut(row))
    .map((row) => cellElements(row).filter((cell) => !asMail.isLeftOut(cell) && hasInk(cell)))
    .filter((cells) => cells.length > 0);
}

function hasInk(element: Element): boolean {
  if (asMail.isLeftOut(element)) return false;
  const alt = element.name === "img" && !isSpacer(element) ? (element.attribs["alt"] ?? "") : "";
  const own = [alt, ...element.children.filter((child) => typeof child === "string")];
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(own.join("")) || elements(element).some(hasInk);
}

function hasColumns(table: Element): boolean {
  return filledRows(table).some((cells) => cells.length > 1);
}

function tablesIn(element: Element): readonly Element[] {
  return elements(element).flatMap((child) => [
    ...(child.name === "table" ? [child] : []),
    ...tablesIn(child),
  ]);
}

function isInData(element: Element): boolean {
  return upwards(element).some((up) => /^t[dh]$/.test(up.name) && isData(tableOf(up)));
}

/** A style counts before the attribute. */
function isSpacer(image: Element): boolean {
  return ["width", "height"].some((side) => {
    const said = new RegExp(`(?:^|;)${side}:([\\d.]+(?:px)?)(?:!important)?(?:;|$)`).exec(
      styleOf(image),
    )?.[1];
    return /^[0-3](?:\.\d+)?(?:px)?$/.test(said ?? image.attribs[side] ?? "");
  });
}

function isNumberedElsewhere({ parent }: Element): boolean {
  return parent?.name === "ol" && firstNumber(parent) !== 1;
}

/** Jira's cells hold no lists: the look of one must do. */
function bulletOf(item: Element): string {
  const list = item.parent;
  if (list?.name !== "ol") return "• ";
  return `${
    elements(list)
      .filter(({ name }) => name === "li")
      .indexOf(item) + firstNumber(list)
  }. `;
}

/** `mso-list:l0 level2 lfo1`, with the bullet in an element of its own. */
function wordChain(element: Element): string | undefined {
  const level = /mso-list:l\d+level(\d)/.exec(styleOf(element))?.[1];
  if (level === undefined || !/^(?:p|div)$/.test(element.name)) return undefined;
  const own = kindOf(element);
  if (own === "#" && goesOnElsewhere(element)) return undefined;
  let chain = own;
  for (let depth = Number(level) - 1; depth > 0; depth -= 1)
    chain = (kindAbove(element, depth) ?? own) + chain;
  return chain;
}

/** "3." behind something that is no item: a list of Jira's would begin with 1 again, so the number is text. */
function goesOnElsewhere(element: Element): boolean {
  const siblings = element.parent ? elements(element.parent) : [];
  const before = siblings[siblings.indexOf(element) - 1];
  return !/mso-list:l/.test(before ? styleOf(before) : "") && !/^\(?[1ai][.)]/i.test(texts(element).trim());
}

function isWithinItem(element: Element): boolean {
  return upwards(element).some((up) => wordChain(up) !== undefined);
}

function kindOf(element: Element): string {
  const bullet = texts(element).trim();
  return /^\(?(?:\d{1,3}|[a-z]{1,4})[.)]/i.test(bullet) ? "#" : "*";
}

function texts(element: Element): string {
  return elements(element)
    .map((child) => (/mso-list:ignore/.test(styleOf(child)) ? textOf(child) : texts(child)))
    .join("");
}

/** Of the last item of that level. */
function kindAbove(element: Element, depth: number): string | undefined {
  const siblings = element.parent ? elements(element.parent) : [];
  const above = siblings
    .slice(0, siblings.indexOf(element))
    .findLast((before) => /mso-list:l\d+level(\d)/.exec(styleOf(before))?.[1] === String(depth));
  return above && kindOf(above);
}
