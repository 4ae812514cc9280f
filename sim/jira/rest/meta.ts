/** Create metadata, both generations. Fields that are not on the create screen are not there. */
import { fieldDefinition } from "../data/fields.ts";
import type { IssueType, Project, ScreenField, User } from "../data/model.ts";
import { findProject, findUser, projectsOf } from "../data/store.ts";
import { first } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { pageOf, slice, type Page } from "./access.ts";
import { showIssueType, showProject, showUser } from "./show.ts";
import { allowedValues, showValue } from "./values.ts";

export const metaRoutes = [
  route("GET", "/issue/createmeta", oldForm),
  route("GET", "/issue/createmeta/{project}/issuetypes", issueTypes),
  route("GET", "/issue/createmeta/{project}/issuetypes/{type}", fieldsOfType),
];

/** 9 and later read the path as an issue key. */
function oldForm(...[jira, exchange]: Parameters<Handler>) {
  if (["new", "cloud"].includes(jira.options.createMeta)) throw new Refused(404, ["Issue Does Not Exist"]);
  const { base, user } = exchange;
  const list = (name: string) => first(exchange.query, name)?.split(",").filter(Boolean);
  const keys = list("projectKeys");
  const ids = list("projectIds");
  const typeIds = list("issuetypeIds");
  const typeNames = list("issuetypeNames");
  const withFields = (first(exchange.query, "expand") ?? "").includes("projects.issuetypes.fields");
  const projects = projectsOf(jira.store, user)
    .filter(({ key, id }) => (!keys && !ids) || keys?.includes(key) === true || ids?.includes(id) === true)
    .map((project) => ({
      ...showProject(project, base),
      issuetypes: project.issueTypes
        .filter(({ id, name }) => (typeIds?.includes(id) ?? true) && (typeNames?.includes(name) ?? true))
        .map((type) => ({
          ...showIssueType(type, base),
          ...(withFields ? { expand: "fields", fields: oldFields(project, type, { jira, base, user }) } : {}),
        })),
    }));
  return json(200, { expand: "projects", projects });
}

function oldFields(project: Project, type: IssueType, asked: Asked) {
  return Object.fromEntries(type.screen.map((field) => [field.field, showMeta(field, project, type, asked)]));
}

function issueTypes(...[jira, exchange, path]: Parameters<Handler>) {
  const project = needNewForm(jira, path["project"] ?? "", exchange.user);
  const types = project.issueTypes.map((type) => showIssueType(type, exchange.base));
  return json(200, paged(jira, "issueTypes", types, pageOf(exchange, 50)));
}

function fieldsOfType(...[jira, exchange, path]: Parameters<Handler>) {
  const project = needNewForm(jira, path["project"] ?? "", exchange.user);
  const type = project.issueTypes.find(({ id }) => id === path["type"]);
  if (!type) throw new Refused(400, ["Issue type is not valid."]);
  const metas = type.screen.map((field) => ({
    ...showMeta(field, project, type, { jira, ...exchange }),
    fieldId: field.field,
    ...(jira.options.createMeta === "cloud" ? { key: field.field } : {}),
  }));
  return json(200, paged(jira, "fields", metas, pageOf(exchange, 50)));
}

function needNewForm(jira: Instance, idOrKey: string, user: User | undefined): Project {
  if (jira.options.createMeta === "old") throw new Refused(404, ["HTTP 404 Not Found"]);
  const project = findProject(jira.store, idOrKey, user);
  if (!project) {
    throw new Refused(400, [
      "The project does not exist, or you do not have permission to create issues in it.",
    ]);
  }
  return project;
}

/** @param name of the list in Cloud's answers, which say nothing of a last page. */
function paged({ options }: Instance, name: string, values: readonly unknown[], page: Page) {
  if (options.createMeta === "cloud") return { ...page, total: values.length, [name]: slice(values, page) };
  return {
    maxResults: page.maxResults,
    startAt: page.startAt,
    total: values.length,
    isLast: page.startAt + page.maxResults >= values.length,
    values: slice(values, page),
  };
}

interface Asked {
  readonly jira: Instance;
  readonly base: string;
  readonly user: User | undefined;
}

function showMeta(
  { field, required, default: standard, recorded }: ScreenField,
  project: Project,
  type: IssueType,
  { jira, base, user }: Asked,
) {
  if (recorded) return recorded.meta;
  const definition = fieldDefinition(field);
  if (!definition) throw new Error(`No field ${field}`);
  const values =
    field === "project"
      ? [showProject(project, base)]
      : field === "issuetype"
        ? [showIssueType(type, base)]
        : allowedValues(definition, { jira, project, base, user });
  const acting = standard === "currentUser" ? findUser(user?.name) : undefined;
  const defaultValue = acting ? showUser(acting, base) : showValue(standard, definition, base, project);
  return {
    required,
    schema: definition.schema,
    name: definition.name,
    ...autoComplete(field, base),
    hasDefaultValue: standard !== undefined,
    ...(standard === undefined ? {} : { defaultValue }),
    operations: definition.operations,
    ...(values === undefined ? {} : { allowedValues: values }),
  };
}

/** With the holes that Jira leaves in them. */
function autoComplete(field: string, base: string) {
  const paths: Readonly<Record<string, string>> = {
    assignee: "/rest/api/latest/user/assignable/search?issueKey=null&username=",
    reporter: "/rest/api/latest/user/search?username=",
    labels: "/rest/api/1.0/labels/suggest?query=",
  };
  const path = paths[field];
  return path === undefined ? {} : { autoCompleteUrl: base + path };
}
