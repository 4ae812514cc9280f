/** Create metadata as Jira up to 8 gives it: all in one answer. Gone since 9. */
import { JiraUnexpected } from "../core/errors.ts";
import type { FieldMeta, IssueType } from "../core/jira.ts";
import { entries, list, object, text, type Reader } from "../core/parse.ts";
import type { CreateMeta } from "./createMeta.ts";
import { namelessField } from "./fieldMeta.ts";
import { issueType } from "./issueType.ts";
import { ask } from "./request.ts";

const path = "/issue/createmeta";

export const wholeCreateMeta: CreateMeta = {
  async issueTypes(fetch, projectKey, signal): Promise<readonly IssueType[]> {
    const query = [["projectKeys", projectKey]] as const;
    return typesIn(await ask(fetch, { path, query, signal }, projectsWith(issueType)), projectKey);
  },
  async fields(fetch, { projectKey, issueTypeId }, signal): Promise<readonly FieldMeta[]> {
    const query = [
      ["projectKeys", projectKey],
      ["issuetypeIds", issueTypeId],
      ["expand", "projects.issuetypes.fields"],
    ] as const;
    const projects = await ask(fetch, { path, query, signal }, projectsWith(typeWithFields));
    const found = typesIn(projects, projectKey).find(({ id }) => id === issueTypeId);
    if (!found)
      throw new JiraUnexpected(200, `projects: expected ${projectKey} with issue type ${issueTypeId}`);
    return found.fields.map(([id, field]) => ({ id, ...field }));
  },
};

interface ProjectWith<Type> {
  readonly key: string;
  readonly types: readonly Type[];
}

function projectsWith<Type>(readType: Reader<Type>): Reader<readonly ProjectWith<Type>[]> {
  const project = object((field) => ({
    key: field("key", text),
    types: field("issuetypes", list(readType)),
  }));
  return object((field) => field("projects", list(project)));
}

/** None where the project is not listed: the user may not create issues in it. */
function typesIn<Type>(projects: readonly ProjectWith<Type>[], projectKey: string): readonly Type[] {
  return projects.filter(({ key }) => key === projectKey).flatMap(({ types }) => types);
}

const typeWithFields = object((field) => ({
  id: field("id", text),
  fields: field("fields", entries(namelessField)),
}));
