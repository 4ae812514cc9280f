/** What a rule is: how one kind of element changes the place of its children, and the page. */
import type { Apart, Page } from "./page.ts";
import type { Place } from "./place.ts";

export interface Element {
  /** In lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Rule {
  /** How it stands apart from its neighbours; absent: it runs on within the line. */
  readonly apart?: Apart | ((element: Element) => Apart);
  /** The place of its children; undefined leaves them out. Absent: the place of the element itself. */
  readonly enter?: (element: Element, place: Place, page: Page) => Place | undefined;
}
