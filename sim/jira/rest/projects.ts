import { findUser, projectsOf } from "../data/store.ts";
import { first } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import { needProject } from "./access.ts";
import { showIssueType, showProject, showUser } from "./show.ts";

export const projectRoutes = [
  route("GET", "/project", listProjects),
  route("GET", "/project/{key}", oneProject),
];

/** `recent=N`: the user's own latest, latest first. */
function listProjects(...[jira, exchange]: Parameters<Handler>) {
  const { user, base } = exchange;
  const recent = first(exchange.query, "recent");
  const all = projectsOf(jira.store, user).toSorted((a, b) => a.name.localeCompare(b.name));
  const expand = (first(exchange.query, "expand") ?? "").split(",");
  const keys = user ? (jira.store.data.recentProjects[user.name] ?? []) : [];
  const shown =
    recent === undefined
      ? all
      : keys
          .flatMap((key) => all.filter((project) => project.key === key))
          .slice(0, Math.min(20, Number(recent)));
  return json(
    200,
    shown.map((project) => ({
      expand: "description,lead,url,projectKeys",
      ...showProject(project, base),
      ...(expand.includes("description") ? { description: project.description } : {}),
      ...(expand.includes("lead") ? { lead: leadOf(project.lead, base) } : {}),
      ...(expand.includes("issueTypes")
        ? { issueTypes: project.issueTypes.map((type) => showIssueType(type, base)) }
        : {}),
    })),
  );
}

function oneProject(...[jira, exchange, path]: Parameters<Handler>) {
  const { base, user } = exchange;
  const key = path["key"] ?? "";
  if (!user)
    throw new Refused(401, ["You are not authenticated. Authentication required to perform this operation."]);
  const project = needProject(jira, exchange, key);
  return json(200, {
    expand: "description,lead,url,projectKeys",
    ...showProject(project, base),
    description: project.description,
    lead: leadOf(project.lead, base),
    components: project.components.map((component) => ({
      self: `${base}/rest/api/2/component/${component.id}`,
      ...component,
      isAssigneeTypeValid: false,
    })),
    issueTypes: project.issueTypes.map((type) => showIssueType(type, base)),
    assigneeType: "UNASSIGNED",
    versions: [],
    roles: {},
  });
}

function leadOf(name: string, base: string) {
  const lead = findUser(name);
  return lead && showUser(lead, base);
}
