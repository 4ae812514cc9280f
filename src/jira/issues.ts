/** Issues that exist: one by its key, the recent ones, those that match some words. */
import { JiraRejected } from "../core/errors.ts";
import type { Parameters, SignedFetch } from "../core/http.ts";
import type { IssueHit, IssueSummary } from "../core/jira.ts";
import { list, number, object, optional, text } from "../core/parse.ts";
import { words } from "./jql.ts";
import { serviceDesk } from "./projects.ts";
import { ask } from "./request.ts";
import { search } from "./search.ts";

const attached = object((field) => ({ name: field("filename", text), size: field("size", number) }));

const summary = object<IssueSummary>((field) => ({
  id: field("id", text),
  key: field("key", text),
  ...field(
    "fields",
    object((inner) => ({
      summary: inner("summary", text),
      status: inner("status", optional(object((status) => status("name", text)))),
      serviceDesk: inner("project", serviceDesk),
      files: inner("attachment", optional(list(attached))) ?? [],
    })),
  ),
}));

/** The answer's key may differ from the one asked for: issues move. */
export async function issue(fetch: SignedFetch, key: string, signal?: AbortSignal): Promise<IssueSummary> {
  const query: Parameters = [["fields", "summary,status,project,attachment"]];
  return await ask(fetch, { path: `/issue/${encodeURIComponent(key)}`, query, signal }, summary);
}

const pickerSection = object((field) => ({
  id: field("id", text),
  issues:
    field(
      "issues",
      // `summary` and `keyHtml` beside these are HTML, with the match in bold.
      optional(
        list(object<IssueHit>((inner) => ({ key: inner("key", text), summary: inner("summaryText", text) }))),
      ),
    ) ?? [],
}));
const picker = object((field) => field("sections", list(pickerSection)));

/** The picker's "history search" section; the other one, "cs", is a search that we did not ask for. */
export async function recentIssues(fetch: SignedFetch, signal?: AbortSignal): Promise<readonly IssueHit[]> {
  const query: Parameters = [
    ["query", ""],
    ["showSubTasks", "true"],
    ["showSubTaskParent", "true"],
  ];
  const sections = await ask(fetch, { path: "/issue/picker", query, signal }, picker);
  return sections.filter(({ id }) => id === "hs").flatMap(({ issues }) => issues);
}

const hit = object<IssueHit>((field) => ({
  key: field("key", text),
  summary: field(
    "fields",
    object((inner) => inner("summary", text)),
  ),
}));

/** Latest change first, but before all the issue whose key was typed. */
export async function searchIssues(
  fetch: SignedFetch,
  wanted: string,
  signal?: AbortSignal,
): Promise<readonly IssueHit[]> {
  const typed = wanted.trim();
  if (typed === "") return [];
  const jql = `text ~ ${words(typed)} ORDER BY updated DESC`;
  const [byKey, byText] = await Promise.all([
    hitsByKey(fetch, typed, signal),
    search(fetch, { jql, fields: ["summary", "status"], maxResults: 20 }, hit, signal),
  ]);
  return [...byKey, ...byText.filter(({ key }) => byKey.every((known) => known.key !== key))];
}

/** Not by `key = …` in JQL: there a key that does not exist is an error, and would take the other hits with it. */
async function hitsByKey(
  fetch: SignedFetch,
  typed: string,
  signal: AbortSignal | undefined,
): Promise<readonly IssueHit[]> {
  if (!/^[a-z]\w*-\d+$/i.test(typed)) return [];
  try {
    const path = `/issue/${encodeURIComponent(typed.toUpperCase())}`;
    return [await ask(fetch, { path, query: [["fields", "summary"]], signal }, hit)];
  } catch (error) {
    if (error instanceof JiraRejected && error.status === 404) return [];
    throw error;
  }
}
