import { users } from "../data/seed.ts";
import type { Project, User } from "../data/model.ts";
import { mayCreate, mayEdit, projectOf } from "../data/store.ts";
import { first, type Exchange } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import { escapeHtml } from "../web/html.ts";
import { needIssue, needProject, needUser, pageOf, slice } from "./access.ts";
import { showUser } from "./show.ts";

export const peopleRoutes = [
  route("GET", "/myself", (_jira, exchange) => {
    const user = needUser(exchange);
    return json(200, {
      ...showUser(user, exchange.base),
      locale: "en_GB",
      groups: { size: user.admin ? 2 : 1, items: [] },
      applicationRoles: { size: 1, items: [] },
      expand: "groups,applicationRoles",
    });
  }),
  route("GET", "/user/search", userSearch),
  route("GET", "/user/assignable/search", assignable),
  route("GET", "/user/picker", userPicker),
  route("GET", "/mypermissions", permissions),
];

function matching(text: string): readonly User[] {
  const wanted = text.toLowerCase();
  if (wanted === "." || wanted === "%") return users;
  return users.filter((user) =>
    [user.name, user.displayName, user.emailAddress, ...user.displayName.split(" ")].some((known) =>
      known.toLowerCase().startsWith(wanted),
    ),
  );
}

function userSearch(...[, exchange]: Parameters<Handler>) {
  needUser(exchange);
  const username = first(exchange.query, "username");
  if (username === undefined || username === "") {
    throw new Refused(400, ["The username query parameter was not provided"]);
  }
  return json(
    200,
    slice(matching(username), pageOf(exchange, 50)).map((user) => showUser(user, exchange.base)),
  );
}

function assignable(...[jira, exchange]: Parameters<Handler>) {
  needUser(exchange);
  const issueKey = first(exchange.query, "issueKey");
  const projectKey = first(exchange.query, "project");
  let project: Project;
  if (issueKey !== undefined) project = projectOf(jira.store, needIssue(jira, exchange, issueKey));
  else if (projectKey !== undefined) project = needProject(jira, exchange, projectKey);
  else throw new Refused(400, ["Either the 'project' or the 'issueKey' query parameter must be provided."]);
  const found = matching(first(exchange.query, "username") ?? "").filter((user) => mayCreate(user, project));
  return json(
    200,
    slice(found, pageOf(exchange, 50, 100)).map((user) => showUser(user, exchange.base)),
  );
}

function userPicker(...[, exchange]: Parameters<Handler>) {
  needUser(exchange);
  const found = matching(first(exchange.query, "query") ?? "");
  return json(200, {
    users: found.map((user) => ({
      name: user.name,
      key: user.key,
      html: `${escapeHtml(user.displayName)} - ${escapeHtml(user.emailAddress)} (${escapeHtml(user.name)})`,
      displayName: user.displayName,
    })),
    total: found.length,
    header: `Showing ${found.length} of ${found.length} matching users`,
  });
}

const permissionNames = [
  "BROWSE_PROJECTS",
  "CREATE_ISSUES",
  "CREATE_ATTACHMENTS",
  "ADD_COMMENTS",
  "EDIT_ISSUES",
  "ASSIGN_ISSUES",
  "ASSIGNABLE_USER",
  "LINK_ISSUES",
  "MODIFY_REPORTER",
];

/** DC answers with all of them; without a project: whether the user has it anywhere. */
function permissions(...[jira, exchange]: Parameters<Handler>) {
  const project = projectAsked(jira, exchange);
  const { user } = exchange;
  const has = project ? mayCreate(user, project) : jira.store.projects.some((one) => mayCreate(user, one));
  const shown = permissionNames.map((key, index): [string, unknown] => [
    key,
    { id: String(index + 10), key, name: key, type: "PROJECT", description: "", havePermission: has },
  ]);
  const admin = {
    id: "0",
    key: "ADMINISTER",
    name: "Jira Administrators",
    type: "GLOBAL",
    description: "",
    havePermission: user?.admin ?? false,
  };
  const edits = {
    ...admin,
    id: "23",
    key: "ADMINISTER_PROJECTS",
    name: "Administer Projects",
    type: "PROJECT",
    havePermission: project ? mayEdit(user, project) : jira.store.projects.some((one) => mayEdit(user, one)),
  };
  return json(200, {
    permissions: Object.fromEntries([...shown, [edits.key, edits], ["ADMINISTER", admin]]),
  });
}

function projectAsked(jira: Parameters<Handler>[0], exchange: Exchange): Project | undefined {
  const project = first(exchange.query, "projectKey") ?? first(exchange.query, "projectId");
  const issue = first(exchange.query, "issueKey") ?? first(exchange.query, "issueId");
  if (issue !== undefined) return projectOf(jira.store, needIssue(jira, exchange, issue));
  return project === undefined ? undefined : needProject(jira, exchange, project);
}
