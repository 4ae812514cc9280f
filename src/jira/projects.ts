import type { Parameters, SignedFetch } from "../core/http.ts";
import type { Project } from "../core/jira.ts";
import { list, object, optional, text, type Reader } from "../core/parse.ts";
import { ask } from "./request.ts";

/** Of a project, wherever one is described. */
export const serviceDesk: Reader<boolean> = object(
  (field) => field("projectTypeKey", optional(text)) === "service_desk",
);

const project: Reader<Project> = (value, path) =>
  object<Project>((field) => ({
    id: field("id", text),
    key: field("key", text),
    name: field("name", text),
    serviceDesk: serviceDesk(value, path),
  }))(value, path);

/** All that the user may see. Data Center does not page this list. */
export async function projects(fetch: SignedFetch, signal?: AbortSignal): Promise<readonly Project[]> {
  return await ask(fetch, { path: "/project", signal }, list(project));
}

/** 20 is as many as Jira gives. */
export async function recentProjects(fetch: SignedFetch, signal?: AbortSignal): Promise<readonly Project[]> {
  const query: Parameters = [["recent", "20"]];
  return await ask(fetch, { path: "/project", query, signal }, list(project));
}
