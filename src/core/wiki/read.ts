/**
 * HTML → page, in one pass and without a tree: every open element has a place, its children inherit it.
 */
import { createPage, type Apart, type Line, type Page } from "./page.ts";
import { withMeaningfulColours } from "./colour.ts";
import { containerOf, sectionOf } from "./containers.ts";
import { outside, type Picture, type Place } from "./place.ts";
import type { Element } from "./rule.ts";
import { isMarker, withWordLists, wordItemOf } from "./wordLists.ts";
import { rules } from "./rules.ts";
import { ShallowParser } from "./shallowParser.ts";
import { isHidden, styled } from "./style.ts";
import { withMeaningfulMono } from "./mono.ts";
import { settleTables } from "./rules/table.ts";
import { shownSymbols } from "./symbols.ts";
import { sizeOf } from "./sizes.ts";
import { withStyledHeadings } from "./styledHeadings.ts";

interface Open {
  readonly apart: Apart | undefined;
  /** undefined: left out. */
  readonly place: Place | undefined;
}

/** Which file a picture's address stands for; undefined: none of the mail's. */
export type FindPicture = (address: string) => Omit<Picture, "width"> | undefined;

export function readHtml(html: string, findPicture: FindPicture = () => undefined): readonly Line[] {
  const page = createPage(findPicture);
  const open: Open[] = [];
  const here = () => (open.length > 0 ? open.at(-1)?.place : outside);

  const parser = new ShallowParser({
    onopentag(name, attributes) {
      const place = here();
      const entered = place && enter({ name, attributes }, place, page);
      if (entered?.apart) page.apart(entered.apart);
      open.push(entered ?? { apart: undefined, place: undefined });
    },
    ontext(text) {
      const place = here();
      if (place?.isMarker && place.wordItem) place.wordItem.marker += text;
      else if (place) page.text(place.symbols ? shownSymbols(text, place.symbols) : text, place);
    },
    onclosetag() {
      const closed = open.pop();
      if (closed?.apart) page.apart(closed.apart);
    },
  });
  parser.end(html);
  page.apart("line");
  return withStyledHeadings(
    withMeaningfulMono(withMeaningfulColours(withWordLists(settleTables(page.lines)))),
  );
}

function enter(element: Element, around: Place, page: Page): Open | undefined {
  if (isHidden(element)) return undefined;
  const own = containerOf(element);
  const container =
    around.container === undefined || around.container === "own"
      ? (own ?? around.container)
      : around.container;
  const wordItem = wordItemOf(element) ?? around.wordItem;
  const marker = around.isMarker || (wordItem !== undefined && isMarker(element));
  const section = around.section ?? sectionOf(element);
  const size = sizeOf(element, around.size);
  const place = { ...around, container, section, wordItem, isMarker: marker, size };
  const rule = rules.get(element.name);
  if (!rule) return { apart: undefined, place: styled(element, place) };
  const apart = typeof rule.apart === "function" ? rule.apart(element) : rule.apart;
  if (apart) page.apart(apart);
  const within = rule.enter ? rule.enter(element, place, page) : place;
  return { apart, place: within && styled(element, within) };
}
