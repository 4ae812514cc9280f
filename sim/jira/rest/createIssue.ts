/** POST /issue. */
import { fieldOf } from "../data/fields.ts";
import type { Issue, IssueType, Project, User } from "../data/model.ts";
import { findIssue, findProject, maySee, remember } from "../data/store.ts";
import { first } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import type { Handler } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { isObject, textOf, type JsonObject } from "../json.ts";
import { needJson, needKeepable } from "./access.ts";
import { acceptValue } from "./values.ts";

export function createIssue(...[jira, exchange]: Parameters<Handler>) {
  const body = needJson(exchange);
  const sent = fieldsOf(body);
  const { user } = exchange;
  if (!user) {
    throw new Refused(401, ["You do not have permission to create issues in this project."]);
  }
  const project = neededProject(jira, sent, user);
  const type = neededType(sent, project);
  const { fields, errors } = accepted(jira, sent, { project, type, user });
  if (Object.keys(errors).length > 0) throw new Refused(400, [], errors);
  needKeepable(jira, JSON.stringify(sent));
  const issue = storeIssue(jira, { fields, project, type, user, properties: propertiesOf(body) });
  if (first(exchange.query, "updateHistory") === "true") {
    remember(jira.store.data.recentProjects, user, project.key);
  }
  remember(jira.store.data.recentIssues, user, issue.key);
  jira.store.save();
  return json(201, {
    id: issue.id,
    key: issue.key,
    self: `${exchange.base}/rest/api/2/issue/${issue.id}`,
  });
}

/** Jira takes them as operations of `update` only. */
const onlyAdded = ["issuelinks", "worklog"];

function addedIn(id: string, operations: unknown): unknown {
  const all: readonly unknown[] = Array.isArray(operations) ? operations : [];
  const [single] = all;
  if (all.length !== 1 || !isObject(single) || !("add" in single))
    throw new Refused(400, [], { [id]: `Field '${id}' does not support these operations.` });
  return single["add"];
}

/** `fields`, and the `set` operations of `update`. */
function fieldsOf(body: JsonObject): JsonObject {
  const fields: Record<string, unknown> = isObject(body["fields"]) ? { ...body["fields"] } : {};
  for (const id of onlyAdded)
    if (id in fields)
      throw new Refused(400, [], {
        [id]: `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`,
      });
  for (const [id, operations] of Object.entries(isObject(body["update"]) ? body["update"] : {})) {
    if (onlyAdded.includes(id)) {
      fields[id] = addedIn(id, operations);
      continue;
    }
    const single: unknown = Array.isArray(operations) && operations.length === 1 ? operations[0] : undefined;
    if (!isObject(single) || !("set" in single)) {
      throw new Refused(400, [], { [id]: `Field '${id}' does not support these operations.` });
    }
    if (id in fields) {
      throw new Refused(400, [], { [id]: `Field '${id}' cannot be set twice in the same operation.` });
    }
    fields[id] = single["set"];
  }
  return fields;
}

function neededProject(jira: Instance, sent: JsonObject, user: User): Project {
  const wanted = textOf(sent["project"], "id") ?? textOf(sent["project"], "key");
  if (wanted === undefined) throw new Refused(400, [], { project: "project is required" });
  const project = findProject(jira.store, wanted, user);
  if (!project) throw new Refused(400, [], { project: "valid project is required" });
  return project;
}

function neededType(sent: JsonObject, project: Project): IssueType {
  const id = textOf(sent["issuetype"], "id");
  const name = textOf(sent["issuetype"], "name");
  if (id === undefined && name === undefined) {
    throw new Refused(400, [], { issuetype: "issue type is required" });
  }
  const type = project.issueTypes.find((one) => (id === undefined ? one.name === name : one.id === id));
  if (!type) throw new Refused(400, [], { issuetype: "valid issue type is required" });
  return type;
}

interface Screen {
  readonly project: Project;
  readonly type: IssueType;
  readonly user: User;
}

function accepted(jira: Instance, sent: JsonObject, { project, type, user }: Screen) {
  const fields: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [id, value] of Object.entries(sent)) {
    const definition = fieldOf(type, id);
    const isThere = type.screen.some(({ field }) => field === id);
    if (!definition || !isThere || definition.kind === "attachment") {
      errors[id] = `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
    } else if (value !== null && id !== "project" && id !== "issuetype" && id !== "parent") {
      const outcome = acceptValue(value, { field: definition, project, jira });
      if ("error" in outcome) errors[id] = outcome.error;
      else fields[id] = outcome.value;
    }
  }
  if (type.subtask) {
    const parent = parentOf(jira, sent["parent"], project, user);
    if (typeof parent === "string") fields["parent"] = parent;
    else errors[parent.field] = parent.error;
  }
  for (const { field, required, default: standard } of type.screen) {
    if (["project", "issuetype", "parent"].includes(field) || field in errors) continue;
    // A default fills in what was not sent; a field sent as null stays empty.
    if (!(field in sent) && standard !== undefined)
      fields[field] = standard === "currentUser" ? user.name : standard;
    if (required && isEmpty(fields[field])) {
      errors[field] =
        field === "summary"
          ? "You must specify a summary of the issue."
          : `${fieldOf(type, field)?.name ?? field} is required.`;
    }
  }
  fields["reporter"] ??= user.name;
  return { fields, errors };
}

/** The parent's id, or what is wrong with it. */
function parentOf(jira: Instance, sent: unknown, project: Project, user: User) {
  const wanted = textOf(sent, "id") ?? textOf(sent, "key");
  if (wanted === undefined) {
    return {
      field: "issuetype",
      error: "Issue type is a sub-task but parent issue key or id not specified.",
    };
  }
  const parent = findIssue(jira.store.data, wanted);
  if (
    !parent ||
    !maySee(jira.store, user, parent) ||
    parent.projectKey !== project.key ||
    "parent" in parent.fields
  ) {
    return { field: "parent", error: "Could not find issue by id or key." };
  }
  return parent.id;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function propertiesOf(body: JsonObject): Record<string, unknown> {
  const list: readonly unknown[] = Array.isArray(body["properties"]) ? body["properties"] : [];
  return Object.fromEntries(
    list.flatMap((one) =>
      isObject(one) && typeof one["key"] === "string" ? [[one["key"], one["value"]]] : [],
    ),
  );
}

interface Draft extends Screen {
  readonly fields: Record<string, unknown>;
  readonly properties: Record<string, unknown>;
}

export function storeIssue(jira: Instance, { fields, project, type, user, properties }: Draft): Issue {
  const { data } = jira.store;
  const number = (data.counters[project.key] ?? 0) + 1;
  data.counters[project.key] = number;
  const issue: Issue = {
    id: jira.store.newId(),
    key: `${project.key}-${number}`,
    projectKey: project.key,
    issueTypeId: type.id,
    fields,
    status: "To Do",
    creator: user.name,
    created: jira.now(),
    updated: jira.now(),
    comments: [],
    attachments: [],
    remoteLinks: [],
    properties,
  };
  data.issues.push(issue);
  return issue;
}
