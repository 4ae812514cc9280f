/** What was chosen lately on this device, so that the next mail starts there. */
import { list, object, ParseProblem, text } from "../core/parse.ts";
import type { Recents } from "../core/ports.ts";
import type { DeviceStore } from "./store.ts";

const key = "recents";
const allFields = "all-fields";
const mostProjects = 10;
const mostIssueTypes = 5;

const entries = list(
  object((field) => ({ project: field("project", text), issueTypes: field("issueTypes", list(text)) })),
);
type Entries = ReturnType<typeof entries>;

/** @param store of one Jira: its prefix keeps the projects of two apart. */
export function createRecents(store: DeviceStore): Recents {
  function issueTypes(projectKey: string): readonly string[] {
    return read(store).find(({ project }) => project === projectKey)?.issueTypes ?? [];
  }
  return {
    projects: () => read(store).map(({ project }) => project),
    issueTypes,
    remember: (projectKey, issueTypeId) => {
      const others = read(store).filter(({ project }) => project !== projectKey);
      const types = [issueTypeId, ...issueTypes(projectKey).filter((id) => id !== issueTypeId)];
      const mine = { project: projectKey, issueTypes: types.slice(0, mostIssueTypes) };
      store.write(key, [mine, ...others].slice(0, mostProjects));
    },
    wantsAllFields: () => store.read(allFields) === true,
    wantAllFields: (wanted) => store.write(allFields, wanted || undefined),
  };
}

function read(store: DeviceStore): Entries {
  const value = store.read(key);
  if (value === undefined) return [];
  try {
    return entries(value, "");
  } catch (error) {
    if (error instanceof ParseProblem) return []; // of another version, or damaged: a convenience, so start anew
    throw error;
  }
}
