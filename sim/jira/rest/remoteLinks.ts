import type { Issue, RemoteLink } from "../data/model.ts";
import { first } from "../http/exchange.ts";
import { empty, json, Refused } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import { isObject, textOf } from "../json.ts";
import { needIssue, needJson } from "./access.ts";

export const remoteLinkRoutes = [
  route("GET", "/issue/{key}/remotelink", list),
  route("POST", "/issue/{key}/remotelink", upsert),
  route("DELETE", "/issue/{key}/remotelink", removeByGlobalId),
  route("DELETE", "/issue/{key}/remotelink/{id}", removeById),
];

function show(issue: Issue, link: RemoteLink, base: string) {
  return {
    id: link.id,
    self: `${base}/rest/api/2/issue/${issue.key}/remotelink/${link.id}`,
    ...(link.globalId === undefined ? {} : { globalId: link.globalId }),
    ...link.content,
  };
}

function list(...[jira, exchange, path]: Parameters<Handler>) {
  const issue = needIssue(jira, exchange, path["key"] ?? "");
  const globalId = first(exchange.query, "globalId");
  if (globalId === undefined) {
    return json(
      200,
      issue.remoteLinks.map((link) => show(issue, link, exchange.base)),
    );
  }
  const found = issue.remoteLinks.find((link) => link.globalId === globalId);
  if (!found) throw notThere(globalId);
  return json(200, show(issue, found, exchange.base));
}

/** The one with the same globalId is replaced. */
function upsert(...[jira, exchange, path]: Parameters<Handler>) {
  const issue = needIssue(jira, exchange, path["key"] ?? "");
  const sent = needJson(exchange);
  const globalId = textOf(sent, "globalId");
  const { object, application, relationship } = sent;
  const errors: Record<string, string> = {};
  if (!isObject(object) || !textOf(object, "title")) errors["title"] = "'title' is required.";
  if (!isObject(object) || !textOf(object, "url")) errors["url"] = "'url' is required.";
  if (globalId !== undefined && globalId.length > 255) {
    errors["globalId"] = "'globalId' must be no more than 255 characters.";
  }
  if (Object.keys(errors).length > 0) throw new Refused(400, [], errors);
  const content = { application: application ?? {}, relationship, object };
  const known =
    globalId === undefined ? undefined : issue.remoteLinks.find((link) => link.globalId === globalId);
  const link = known ?? { id: Number(jira.store.newId()), globalId, content };
  if (known) known.content = content;
  else issue.remoteLinks.push(link);
  jira.store.save();
  return json(known ? 200 : 201, {
    id: link.id,
    self: `${exchange.base}/rest/api/2/issue/${issue.key}/remotelink/${link.id}`,
  });
}

function removeByGlobalId(...[jira, exchange, path]: Parameters<Handler>) {
  const issue = needIssue(jira, exchange, path["key"] ?? "");
  const globalId = first(exchange.query, "globalId") ?? "";
  remove(
    issue,
    issue.remoteLinks.findIndex((link) => link.globalId === globalId),
    globalId,
  );
  jira.store.save();
  return empty(204);
}

function removeById(...[jira, exchange, path]: Parameters<Handler>) {
  const issue = needIssue(jira, exchange, path["key"] ?? "");
  const id = path["id"] ?? "";
  remove(
    issue,
    issue.remoteLinks.findIndex((link) => String(link.id) === id),
    id,
  );
  jira.store.save();
  return empty(204);
}

function remove(issue: Issue, at: number, name: string): void {
  if (at < 0) throw notThere(name);
  issue.remoteLinks.splice(at, 1);
}

function notThere(name: string): Refused {
  return new Refused(404, [`No remote issue link could be found with '${name}'.`]);
}
