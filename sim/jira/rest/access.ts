/** What every REST handler asks first. */
import type { Issue, Project, User } from "../data/model.ts";
import { findIssue, findProject, maySee } from "../data/store.ts";
import { first, mediaType, type Exchange } from "../http/exchange.ts";
import { Refused } from "../http/reply.ts";
import type { Instance } from "../instance.ts";
import { isObject, type JsonObject } from "../json.ts";

export function needUser(exchange: Exchange): User {
  if (exchange.user) return exchange.user;
  throw new Refused(401, ["You are not authenticated. Authentication required to perform this operation."]);
}

export function needIssue(jira: Instance, exchange: Exchange, idOrKey: string): Issue {
  const issue = findIssue(jira.store.data, idOrKey);
  if (!exchange.user) {
    throw new Refused(401, ["You do not have the permission to see the specified issue.", "Login Required"]);
  }
  if (!issue) throw new Refused(404, ["Issue Does Not Exist"]);
  if (!maySee(jira.store, exchange.user, issue)) {
    throw new Refused(403, ["You do not have the permission to see the specified issue."]);
  }
  return issue;
}

export function needProject(jira: Instance, exchange: Exchange, idOrKey: string): Project {
  const project = findProject(jira.store, idOrKey, exchange.user);
  if (!project) throw new Refused(404, [`No project could be found with key '${idOrKey}'.`]);
  return project;
}

/** A JSON object, sent as JSON. */
export function needJson(exchange: Exchange): JsonObject {
  if (mediaType(exchange.headers) !== "application/json") throw new Refused(415, ["Unsupported Media Type"]);
  let value: unknown;
  try {
    value = JSON.parse(exchange.body.toString("utf8"));
  } catch (error) {
    throw new Refused(400, [error instanceof Error ? error.message : "Not JSON"]);
  }
  if (!isObject(value)) {
    throw new Refused(400, ["Invalid request payload. Refer to the REST API documentation and try again."]);
  }
  return value;
}

/** "Incorrect string value: '\xF0\x9F…'" stands in Jira's log only. */
export function needKeepable(jira: Instance, text: string): void {
  if (jira.options.threeBytes && /[\u{10000}-\u{10ffff}]/u.test(text))
    throw new Refused(500, ["Internal server error"]);
}

export interface Page {
  readonly startAt: number;
  readonly maxResults: number;
}

export function pageOf(exchange: Exchange, usual: number, most = 1000): Page {
  const number = (name: string, otherwise: number) => {
    const text = first(exchange.query, name);
    if (text === undefined) return otherwise;
    if (!/^-?\d+$/.test(text)) throw new Refused(404, ["HTTP 404 Not Found"]);
    return Math.max(0, Number(text));
  };
  return { startAt: number("startAt", 0), maxResults: Math.min(most, number("maxResults", usual)) };
}

export function slice<Item>(items: readonly Item[], { startAt, maxResults }: Page): readonly Item[] {
  return items.slice(startAt, startAt + maxResults);
}
