/** What the pickers of a create screen ask: groups, labels, link types; and the boards of Jira Software. */
import { groups, linkTypes, sprints } from "../data/lists.ts";
import { first } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import { route, type Handler, type Route } from "../http/router.ts";
import { escapeHtml } from "../web/html.ts";
import { needProject, needUser, pageOf } from "./access.ts";

export const pickerRoutes: readonly Route[] = [
  route("GET", "/groups/picker", groupPicker),
  route("GET", "/jql/autocompletedata/suggestions", suggestions),
  route("GET", "/issueLinkType", (_jira, exchange) => {
    needUser(exchange);
    return json(200, {
      issueLinkTypes: linkTypes.map((type) => ({
        ...type,
        self: `${exchange.base}/rest/api/2/issueLinkType/${type.id}`,
      })),
    });
  }),
];

/** Below `/rest/agile/1.0`. */
export const agileRoutes: readonly Route[] = [
  route("GET", "/board", boards),
  route("GET", "/board/{id}/sprint", sprintsOfBoard),
];

function groupPicker(...[, exchange]: Parameters<Handler>) {
  needUser(exchange);
  const query = (first(exchange.query, "query") ?? "").toLowerCase();
  const found = groups.filter((name) => name.includes(query)).slice(0, pageOf(exchange, 20).maxResults);
  return json(200, {
    header: `Showing ${found.length} of ${found.length} matching groups`,
    total: found.length,
    groups: found.map((name) => ({ name, html: escapeHtml(name), labels: [] })),
  });
}

/** Of labels only. */
function suggestions(...[jira, exchange]: Parameters<Handler>) {
  needUser(exchange);
  const name = first(exchange.query, "fieldName") ?? "";
  const id = name.replace(/^cf\[(\d+)\]$/, "customfield_$1");
  const begin = (first(exchange.query, "fieldValue") ?? "").toLowerCase();
  const all = jira.store.data.issues.flatMap(({ fields }) => {
    const labels: unknown = fields[id];
    return Array.isArray(labels) ? labels.map(String) : [];
  });
  const found = [...new Set(all)].filter((label) => label.toLowerCase().startsWith(begin)).sort();
  return json(200, {
    results: found.map((value) => ({
      value,
      displayName: `<b>${escapeHtml(value.slice(0, begin.length))}</b>${escapeHtml(value.slice(begin.length))}`,
    })),
  });
}

const board = { id: 7, name: "Every board", type: "scrum" };
const flow = { id: 8, name: "Flow", type: "simple" };

function boards(...[jira, exchange]: Parameters<Handler>) {
  const key = first(exchange.query, "projectKeyOrId");
  const project = key === undefined ? undefined : needProject(jira, exchange, key);
  const values = project === undefined || project.key === "EVERY" ? [board, flow] : [];
  return json(200, { maxResults: 50, startAt: 0, total: values.length, isLast: true, values });
}

function sprintsOfBoard(...[, exchange, path]: Parameters<Handler>) {
  needUser(exchange);
  if (path["id"] === String(flow.id)) throw new Refused(400, ["The board does not support sprints"]);
  if (path["id"] !== String(board.id))
    throw new Refused(404, [
      "Requested board cannot be viewed because it either does not exist or you do not have permission to view it.",
    ]);
  const states = (first(exchange.query, "state") ?? "active,closed,future").split(",");
  const values = sprints
    .filter(({ state }) => states.includes(state))
    .map((one) => ({ ...one, originBoardId: board.id }));
  return json(200, { maxResults: 50, startAt: 0, isLast: true, values });
}
