/** REST, by path below `/rest/api/2` (or `latest`); labels have a module of their own. */
import { remember } from "../data/store.ts";
import { first } from "../http/exchange.ts";
import { json } from "../http/reply.ts";
import { route, type Handler, type Route } from "../http/router.ts";
import { escapeHtml } from "../web/html.ts";
import { needIssue, needUser } from "./access.ts";
import { attachmentRoutes } from "./attachments.ts";
import { commentRoutes } from "./comments.ts";
import { createIssue } from "./createIssue.ts";
import { showIssue } from "./issueView.ts";
import { metaRoutes } from "./meta.ts";
import { peopleRoutes } from "./people.ts";
import { pickerRoutes } from "./pickers.ts";
import { projectPropertyRoutes } from "./projectProperties.ts";
import { projectRoutes } from "./projects.ts";
import { remoteLinkRoutes } from "./remoteLinks.ts";
import { searchRoutes } from "./search.ts";
import { showTime } from "./show.ts";

/** The first that fits is taken: `/issue/picker` stands before `/issue/{key}`. */
export const coreRoutes: readonly Route[] = [
  route("GET", "/serverInfo", serverInfo),
  ...peopleRoutes,
  ...projectRoutes,
  ...projectPropertyRoutes,
  ...metaRoutes,
  ...searchRoutes,
  ...pickerRoutes,
  route("POST", "/issue", createIssue),
  route("GET", "/issue/{key}", getIssue),
  ...commentRoutes,
  ...attachmentRoutes,
  ...remoteLinkRoutes,
];

/** Below `/rest/api/1.0`. */
export const labelRoutes: readonly Route[] = [route("GET", "/labels/suggest", suggestLabels)];

function serverInfo(...[jira, exchange]: Parameters<Handler>) {
  const {
    baseUrl = exchange.base,
    version = jira.options.version,
    deploymentType = "Server",
  } = jira.faults.serverInfo;
  return json(200, {
    baseUrl,
    version,
    versionNumbers: version.split(".").map(Number),
    deploymentType,
    buildNumber: 912005,
    buildDate: "2024-03-06T00:00:00.000+0000",
    serverTime: showTime(jira.now()),
    scmInfo: "0000000000000000000000000000000000000000",
    serverTitle: "Acme Jira",
  });
}

function getIssue(...[jira, exchange, path]: Parameters<Handler>) {
  const issue = needIssue(jira, exchange, path["key"] ?? "");
  const user = needUser(exchange);
  if (first(exchange.query, "updateHistory") === "true") {
    remember(jira.store.data.recentIssues, user, issue.key);
    jira.store.save();
  }
  const choice = exchange.query
    .filter(([name]) => name === "fields")
    .flatMap(([, value]) => value.split(","))
    .map((name) => name.trim())
    .filter(Boolean);
  return json(200, showIssue(jira, issue, exchange.base, choice));
}

function suggestLabels(...[jira, exchange]: Parameters<Handler>) {
  needUser(exchange);
  const token = first(exchange.query, "query") ?? "";
  const all = jira.store.data.issues.flatMap(({ fields }) =>
    Array.isArray(fields["labels"]) ? fields["labels"].map(String) : [],
  );
  const found = [...new Set(all)]
    .filter((label) => label.toLowerCase().startsWith(token.toLowerCase()))
    .sort();
  return json(200, {
    token,
    suggestions: found.map((label) => ({
      label,
      html: `<b>${escapeHtml(label.slice(0, token.length))}</b>${escapeHtml(label.slice(token.length))}`,
    })),
  });
}
