import { JiraUnexpected } from "../core/errors.ts";
import type { SignedFetch } from "../core/http.ts";
import { flag, list, number, object, optional, type Reader } from "../core/parse.ts";
import { ask } from "./request.ts";

/** The most that Cloud gives at once; whoever gives less says so by the length of the page. */
const pageSize = 200;
/** 20,000 entries, or 5,000 of a Jira that gives fifty at once: no Jira has a screen like that, but a broken proxy may answer anything for ever. */
const mostPages = 100;

interface Page<Item> {
  /** Data Center calls them `values`, Cloud `issueTypes` or `fields`. */
  readonly items: readonly Item[];
  readonly isLast: boolean | undefined;
  readonly total: number | undefined;
}

/**
 * Every entry of a paged list, once. `isLast` and `total` are known to be wrong in some versions, so neither
 * ends it alone while the other says that there is more; a page with nothing new always does.
 */
export async function allPages<Item extends { readonly id: string }>(
  fetch: SignedFetch,
  path: string,
  readItem: Reader<Item>,
  signal: AbortSignal | undefined,
): Promise<readonly Item[]> {
  const all = new Map<string, Item>();
  let startAt = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const query = [
      ["startAt", String(startAt)],
      ["maxResults", String(pageSize)],
    ] as const;
    const page = await ask(fetch, { path, query, signal }, pageOf(readItem));
    const known = all.size;
    for (const item of page.items) if (!all.has(item.id)) all.set(item.id, item);
    if (all.size === known || isEnd(page, all.size)) return [...all.values()];
    startAt += page.items.length;
  }
  throw new JiraUnexpected(200, `expected a list that ends, got more than ${mostPages} pages`);
}

function isEnd({ isLast, total }: Page<unknown>, soFar: number): boolean {
  if (total === undefined) return isLast === true;
  return isLast !== false && soFar >= total;
}

function pageOf<Item>(readItem: Reader<Item>): Reader<Page<Item>> {
  const items = list(readItem);
  return object((field) => ({
    items: field("values", optional(items)) ?? field("issueTypes", optional(items)) ?? field("fields", items),
    isLast: field("isLast", optional(flag)),
    total: field("total", optional(number)),
  }));
}
