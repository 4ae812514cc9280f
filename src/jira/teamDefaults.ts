/**
 * Team defaults lie in Jira, as an entity property of the project: whoever may edit the project may write it, whoever
 * may see the project may read it. At most 32,768 characters (Jira's own limit).
 */
import { JiraRejected } from "../core/errors.ts";
import type { SignedFetch } from "../core/http.ts";
import { flag, object } from "../core/parse.ts";
import { noTeamDefaults, teamDefaults as reader, type TeamDefaults } from "../core/teamDefaults.ts";
import { ask, tell } from "./request.ts";

const pathOf = (projectKey: string): string =>
  `/project/${encodeURIComponent(projectKey)}/properties/inlink.defaults`;
const property = object((field) => field("value", reader));

export async function teamDefaults(
  fetch: SignedFetch,
  projectKey: string,
  signal?: AbortSignal,
): Promise<TeamDefaults> {
  try {
    return await ask(fetch, { path: pathOf(projectKey), signal }, property);
  } catch (error) {
    if (error instanceof JiraRejected && error.status === 404) return noTeamDefaults; // The team has settled nothing.
    throw error;
  }
}

export async function setTeamDefaults(
  fetch: SignedFetch,
  projectKey: string,
  defaults: TeamDefaults,
): Promise<void> {
  await tell(fetch, { method: "PUT", path: pathOf(projectKey), json: defaults });
}

const permissions = object((field) =>
  field(
    "permissions",
    object((one) =>
      one(
        "ADMINISTER_PROJECTS",
        object((permission) => permission("havePermission", flag)),
      ),
    ),
  ),
);

export async function mayEditProject(
  fetch: SignedFetch,
  projectKey: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const query = [
    ["projectKey", projectKey],
    ["permissions", "ADMINISTER_PROJECTS"],
  ] as const;
  return await ask(fetch, { path: "/mypermissions", query, signal }, permissions);
}
