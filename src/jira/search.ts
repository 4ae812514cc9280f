import type { SignedFetch } from "../core/http.ts";
import { list, object, type Reader } from "../core/parse.ts";
import { ask, type JiraRequest } from "./request.ts";

interface Search {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly maxResults: number;
}

/** Characters. Proxies cut off at 2,000 to 8,000 (and the base URL comes on top). */
const longestQuery = 1500;

/** @param readIssue reads one issue of the answer, as far as it was asked for by `fields`. */
export async function search<Value>(
  fetch: SignedFetch,
  wanted: Search,
  readIssue: Reader<Value>,
  signal?: AbortSignal,
): Promise<readonly Value[]> {
  const found = object((field) => field("issues", list(readIssue)));
  return await ask(fetch, { ...request(wanted), signal }, found);
}

/**
 * By GET wherever it fits. Jira refuses a browser's POST from another origin ("XSRF check failed"), so a POST
 * depends on how the add-in is hosted; a GET never does.
 */
function request({ jql, fields, maxResults }: Search): JiraRequest {
  const query = [
    ["jql", jql],
    ["fields", fields.join(",")],
    ["maxResults", String(maxResults)],
  ] as const;
  const length = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&").length;
  if (length < longestQuery) return { path: "/search", query };
  return { method: "POST", path: "/search", json: { jql, fields, maxResults } };
}
