/** Entity properties of projects: any JSON under a key. */
import { mayEdit } from "../data/store.ts";
import type { Exchange } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import { route, type Handler, type PathValues } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { needProject, needUser } from "./access.ts";

const path = "/project/{project}/properties/{property}";

export const projectPropertyRoutes = [
  route("GET", path, read),
  route("PUT", path, write),
  route("DELETE", path, remove),
];

/** Jira's limit for one property. */
const longest = 32_768;

function read(...[jira, exchange, values]: Parameters<Handler>) {
  const { key, properties } = named(jira, exchange, values);
  if (!(key in properties)) throw absent(key);
  return json(200, { key, value: properties[key] });
}

function write(...[jira, exchange, values]: Parameters<Handler>) {
  const { key, properties } = toEdit(jira, exchange, values);
  const text = exchange.body.toString("utf8");
  if (text.length > longest)
    throw new Refused(400, [`The property value size exceeds the allowed limit of ${longest} characters.`]);
  const isNew = !(key in properties);
  try {
    properties[key] = JSON.parse(text);
  } catch {
    throw new Refused(400, ["The property value is not valid JSON."]);
  }
  jira.store.save();
  return json(isNew ? 201 : 200, {});
}

function remove(...[jira, exchange, values]: Parameters<Handler>) {
  const { key, properties } = toEdit(jira, exchange, values);
  if (!(key in properties)) throw absent(key);
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a map by key, kept as JSON
  delete properties[key];
  jira.store.save();
  return { status: 204, headers: {}, body: "" };
}

function named(jira: Instance, exchange: Exchange, { project = "", property = "" }: PathValues) {
  needUser(exchange);
  const found = needProject(jira, exchange, project);
  return { project: found, key: property, properties: (jira.store.data.projectProperties[found.key] ??= {}) };
}

function toEdit(jira: Instance, exchange: Exchange, values: PathValues) {
  const found = named(jira, exchange, values);
  if (!mayEdit(exchange.user, found.project))
    throw new Refused(403, ["You do not have permission to edit the project."]);
  return found;
}

function absent(key: string): Refused {
  return new Refused(404, [`The property with key '${key}' does not exist.`]);
}
