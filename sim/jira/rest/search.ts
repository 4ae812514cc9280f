import type { Issue } from "../data/model.ts";
import { projectsOf } from "../data/store.ts";
import { first, type Exchange } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { searchIssues } from "../jql/search.ts";
import { JqlError } from "../jql/tokens.ts";
import { escapeHtml } from "../web/html.ts";
import { needJson, needUser, slice } from "./access.ts";
import { showIssue } from "./issueView.ts";

export const searchRoutes = [
  route("GET", "/search", searchByQuery),
  route("POST", "/search", searchByBody),
  route("GET", "/issue/picker", picker),
];

function searchByQuery(...[jira, exchange]: Parameters<Handler>) {
  const number = (name: string, usual: number) => Number(first(exchange.query, name) ?? usual);
  return search(jira, exchange, {
    jql: first(exchange.query, "jql") ?? "",
    startAt: number("startAt", 0),
    maxResults: number("maxResults", 50),
    fields: exchange.query.filter(([name]) => name === "fields").flatMap(([, value]) => value.split(",")),
    strict: first(exchange.query, "validateQuery") !== "false",
  });
}

function searchByBody(...[jira, exchange]: Parameters<Handler>) {
  const sent = needJson(exchange);
  const { jql, startAt, maxResults, fields } = sent;
  if (fields !== undefined && !Array.isArray(fields)) {
    throw new Refused(400, ["Can not deserialize instance of java.util.ArrayList out of VALUE_STRING token"]);
  }
  return search(jira, exchange, {
    jql: typeof jql === "string" ? jql : "",
    startAt: typeof startAt === "number" ? startAt : 0,
    maxResults: typeof maxResults === "number" ? maxResults : 50,
    fields: (fields ?? []).map(String),
    strict: sent["validateQuery"] !== false && sent["validateQuery"] !== "false",
  });
}

interface Search {
  readonly jql: string;
  readonly startAt: number;
  readonly maxResults: number;
  readonly fields: readonly string[];
  /** Whether a value that does not exist is an error, or merely finds nothing. */
  readonly strict: boolean;
}

function search(jira: Instance, exchange: Exchange, { jql, startAt, maxResults, fields, strict }: Search) {
  let found: readonly Issue[] = [];
  const warnings: string[] = [];
  try {
    found = searchIssues(jira, jql, exchange.user);
  } catch (error) {
    if (!(error instanceof JqlError)) throw error;
    if (strict || !error.message.includes("does not exist for")) throw new Refused(400, [error.message]);
    warnings.push(error.message);
  }
  const page = { startAt, maxResults: Math.min(1000, maxResults) };
  const choice = fields.length > 0 ? fields : ["*navigable"];
  return json(200, {
    expand: "schema,names",
    ...page,
    total: found.length,
    issues: slice(found, page).map((issue) => showIssue(jira, issue, exchange.base, choice)),
    ...(warnings.length > 0 ? { warningMessages: warnings } : {}),
  });
}

/** The two sections of Jira's issue picker: history search, and, if a JQL query is sent along, current search. */
function picker(...[jira, exchange]: Parameters<Handler>) {
  const user = needUser(exchange);
  const query = first(exchange.query, "query") ?? "";
  const currentJql = first(exchange.query, "currentJQL");
  const { issues, recentIssues } = jira.store.data;
  const visible = issues.filter(({ projectKey }) =>
    projectsOf(jira.store, user).some(({ key }) => key === projectKey),
  );
  const history = (recentIssues[user.name] ?? []).flatMap((key) =>
    visible.filter((issue) => issue.key === key),
  );
  const sections = [section("hs", "History Search", history, { query, base: exchange.base })];
  if (currentJql !== undefined) {
    const current = currentIssues(jira, currentJql, exchange);
    sections.push(section("cs", "Current Search", current, { query, base: exchange.base }));
  }
  return json(200, { sections });
}

function currentIssues(jira: Instance, jql: string, exchange: Exchange): readonly Issue[] {
  try {
    return searchIssues(jira, jql, exchange.user);
  } catch (error) {
    if (error instanceof JqlError) return [];
    throw error;
  }
}

function section(
  id: string,
  label: string,
  issues: readonly Issue[],
  { query, base }: { readonly query: string; readonly base: string },
) {
  const matching = issues.filter((issue) => matches(issue, query));
  const shown = matching.slice(0, 20);
  return {
    label,
    sub: `Showing ${shown.length} of ${matching.length} matching issues`,
    id,
    ...(shown.length === 0 ? { msg: "No matching issues found" } : {}),
    issues: shown.map((issue) => {
      const summary = String(issue.fields["summary"]);
      return {
        key: issue.key,
        keyHtml: escapeHtml(issue.key),
        img: `${base}/secure/viewavatar?size=xsmall&avatarType=issuetype&avatarId=${issue.issueTypeId}`,
        summary: escapeHtml(summary),
        summaryText: summary,
      };
    }),
  };
}

/** Every word at the start of a word of the summary, or the query a part of the key. */
function matches(issue: Issue, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  if (wanted === "" || issue.key.toLowerCase().includes(wanted)) return true;
  const there = String(issue.fields["summary"])
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return wanted
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((word) => there.some((other) => other.startsWith(word)));
}
