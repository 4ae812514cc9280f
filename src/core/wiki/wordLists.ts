/**
 * Word's lists are paragraphs that look like items: `MsoListParagraph`, with the bullet or number as text before it
 * (`mso-list:Ignore`, which Outlook on the web takes away). Here they become lists.
 */
import { styleOf } from "./style.ts";
import type { Line, Run } from "./page.ts";
import type { Item, List, Place, WordItem } from "./place.ts";
import type { Element } from "./rule.ts";

/** Word's own indentation of one level, in points. */
const indent = 36;
const deepest = 10;

/** What a paragraph says of being an item; undefined: nothing. */
export function wordItemOf(element: Element): WordItem | undefined {
  const { attributes } = element;
  const isWord =
    /(?:^|\s)(?:x_)*MsoList/.test(attributes["class"] ?? "") || /mso-list:/i.test(attributes["style"] ?? "");
  if (!isWord || isMarker(element)) return undefined;
  const style = styleOf(attributes);
  const level = /\blevel(\d)/.exec(style.get("mso-list") ?? "")?.[1];
  const margin = /^([\d.]+)(pt|in|cm|px)?/.exec(style.get("margin-left") ?? "");
  const points = Number(margin?.[1] ?? indent) * ({ in: 72, cm: 28.35, px: 0.75 }[margin?.[2] ?? ""] ?? 1);
  return {
    level: Math.min(deepest, level === undefined ? Math.max(1, Math.round(points / indent)) : Number(level)),
    declared: level !== undefined,
    marker: "",
  };
}

/** The bullet or number itself. */
export function isMarker({ attributes }: Element): boolean {
  return styleOf(attributes).get("mso-list") === "ignore";
}

const bullet = /^(?:[·•◦▪▫■□●○§Øü✓➢►o*–-]|\uf0b7|\uf0a7|\uf0d8)$/u;
const number = /^(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]$/i;
/** As the first words of a paragraph: the sign and the space that stands in for a tab. */
const leading = /^\s*(\S{1,5})[\s\u00a0]{2,}/u;

/** Lines of Word's items in places of lists; all others as they are. */
export function withWordLists(lines: readonly Line[]): readonly Line[] {
  const open: List[] = [];
  let last: WordItem | undefined;
  let item: Item | undefined;
  return lines.map((line) => {
    const { wordItem, item: real } = line.place;
    if (!wordItem || real || line.kind !== "text") {
      open.length = 0;
      return line;
    }
    if (wordItem === last && item && open.length > 0) return inItem(line, item, line.runs);
    const found = markerOf(wordItem, line.runs);
    const sign = found && signOf(found.marker);
    // A list that goes on behind something else would begin with 1 again.
    if (!found || !sign || (sign === "#" && open.length === 0 && !/^[1ai][.)]$/i.test(found.marker))) {
      open.length = 0;
      return found && found.runs !== line.runs ? line : withMarker(line, wordItem);
    }
    item = next(open, Math.min(wordItem.level, open.length + 1), sign, line.place);
    last = wordItem;
    return inItem(line, item, found.runs);
  });
}

function signOf(marker: string): List["sign"] | undefined {
  if (number.test(marker)) return "#";
  return bullet.test(marker) ? "*" : undefined;
}

function markerOf(
  { marker, declared }: WordItem,
  runs: readonly Run[],
): { readonly marker: string; readonly runs: readonly Run[] } | undefined {
  const own = marker.replace(/[\s\u00a0]+/g, "");
  if (own !== "") return { marker: own, runs };
  const [first, ...rest] = runs;
  if (!first) return undefined;
  const text = runs.map((run) => run.text).join("");
  const [whole, sign] = leading.exec(text) ?? [];
  // Its bullet is a picture, or has got lost on the way.
  if (whole === undefined || sign === undefined) return declared ? { marker: "•", runs } : undefined;
  let left = whole.length;
  return {
    marker: sign,
    runs: [first, ...rest].flatMap((run) => {
      const cut = Math.min(left, run.text.length);
      left -= cut;
      return cut === run.text.length ? [] : [{ ...run, text: run.text.slice(cut) }];
    }),
  };
}

/** A number that cannot become a list's stays in the text. */
function withMarker(line: Line, { marker }: WordItem): Line {
  const sign = marker.replace(/[\s\u00a0]+/g, "");
  const [first] = line.runs;
  if (sign === "" || !first) return line;
  return { ...line, runs: [{ text: `${sign} `, place: first.place }, ...line.runs] };
}

function next(open: List[], level: number, sign: List["sign"], { cell }: Place): Item {
  open.length = Math.min(open.length, level);
  const here = open[level - 1];
  if (here?.sign !== sign) {
    open.length = level - 1;
    const outer = open.at(-1);
    open.push({
      sign,
      chain: (outer?.chain ?? "") + sign,
      first: 1,
      outermost: outer?.outermost ?? outer,
      cell,
      length: 0,
    });
  }
  const list = open[level - 1];
  if (!list) throw new Error("A list was opened just now");
  list.length += 1;
  return { list, number: list.length };
}

function inItem(line: Line, item: Item, runs: readonly Run[]): Line {
  return { ...line, runs, place: { ...line.place, list: item.list, item } };
}
