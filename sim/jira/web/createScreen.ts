/** Jira's own create screen, filled in beforehand by its address: it knows fields that REST cannot set. */
import { fieldOf } from "../data/fields.ts";
import type { IssueType, Project } from "../data/model.ts";
import { findProject } from "../data/store.ts";
import { first, type Exchange } from "../http/exchange.ts";
import { redirect, type Reply } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { storeIssue } from "../rest/createIssue.ts";
import { html } from "./html.ts";
import { error, formToken, page, refuseForeignForm, toLogin } from "./page.ts";

const path = "/secure/CreateIssueDetails.jspa";

export const createScreenRoutes = [
  route("GET", "/secure/CreateIssueDetails!init.jspa", screen),
  route("POST", path, create),
];

interface Place {
  readonly project: Project;
  readonly type: IssueType;
}

function placeOf(jira: Instance, exchange: Exchange): Place | undefined {
  const value = (name: string) => first(exchange.form, name) ?? first(exchange.query, name) ?? "";
  const project = findProject(jira.store, value("pid"), exchange.user);
  const type = project?.issueTypes.find(({ id }) => id === value("issuetype"));
  return project && type && { project, type };
}

function screen(...[jira, exchange]: Parameters<Handler>): Reply {
  if (!exchange.user) return toLogin(exchange);
  const place = placeOf(jira, exchange);
  if (!place)
    return error(
      exchange,
      400,
      "Create Issue",
      "You have not selected a valid project to create an issue in.",
    );
  return page(exchange, {
    title: "Create Issue",
    narrow: true,
    body: html`<p>${place.project.name}: ${place.type.name}</p>
      <form method="post" action="${exchange.base}${path}">
        ${formToken(exchange)}
        <input type="hidden" name="pid" value="${place.project.id}" />
        <input type="hidden" name="issuetype" value="${place.type.id}" />
        ${inputsOf(place).map(({ id, name }) => {
          const value = exchange.query.filter(([other]) => other === id).map(([, text]) => text);
          return id === "description"
            ? html`<label>${name} <textarea name="${id}" rows="8">${value.join()}</textarea></label>`
            : html`<label>${name} <input name="${id}" value="${value.join()}" /></label>`;
        })}
        <button class="main" name="create">Create</button>
      </form>`,
  });
}

function inputsOf({ type }: Place) {
  const settled = ["project", "issuetype", "attachment", "parent"];
  return type.screen.flatMap(({ field }) => (settled.includes(field) ? [] : (fieldOf(type, field) ?? [])));
}

/** Texts as they come; what needs more than a text cannot be changed on this screen. */
function create(...[jira, exchange]: Parameters<Handler>): Reply {
  const { user } = exchange;
  if (!user) return toLogin(exchange);
  const refused = refuseForeignForm(exchange);
  if (refused) return refused;
  const place = placeOf(jira, exchange);
  if (!place)
    return error(
      exchange,
      400,
      "Create Issue",
      "You have not selected a valid project to create an issue in.",
    );
  const sent = inputsOf(place).map(({ id }) => [id, first(exchange.form, id) ?? ""] as const);
  const missing = place.type.screen.find(
    ({ field, required }) => required && sent.some(([id, text]) => id === field && text.trim() === ""),
  );
  if (missing)
    return error(
      exchange,
      400,
      "Create Issue",
      `${fieldOf(place.type, missing.field)?.name ?? missing.field} is required.`,
    );
  const issue = storeIssue(jira, {
    ...place,
    user,
    fields: { ...Object.fromEntries(sent.filter(([, text]) => text !== "")), reporter: user.name },
    properties: {},
  });
  jira.store.save();
  return redirect(`${exchange.base}/browse/${issue.key}`);
}
