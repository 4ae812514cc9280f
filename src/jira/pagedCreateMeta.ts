/** Create metadata as Jira 8.4 and later give it: page by page. */
import { JiraRejected } from "../core/errors.ts";
import type { FieldMeta, IssueType } from "../core/jira.ts";
import { object, optional, text, type Reader } from "../core/parse.ts";
import { allPages } from "./allPages.ts";
import type { CreateMeta } from "./createMeta.ts";
import { namelessField } from "./fieldMeta.ts";
import { issueType } from "./issueType.ts";

export const pagedCreateMeta: CreateMeta = {
  async issueTypes(fetch, projectKey, signal): Promise<readonly IssueType[]> {
    try {
      return await allPages(fetch, typesPath(projectKey), issueType, signal);
    } catch (error) {
      // No such project, or no permission to create in it: Jira does not tell them apart.
      if (error instanceof JiraRejected && error.status === 400) return [];
      throw error;
    }
  },
  async fields(fetch, { projectKey, issueTypeId }, signal): Promise<readonly FieldMeta[]> {
    const path = `${typesPath(projectKey)}/${encodeURIComponent(issueTypeId)}`;
    return await allPages(fetch, path, fieldWithId, signal);
  },
};

function typesPath(projectKey: string): string {
  return `/issue/createmeta/${encodeURIComponent(projectKey)}/issuetypes`;
}

const id = object((field) => field("fieldId", optional(text)) ?? field("key", text));
const fieldWithId: Reader<FieldMeta> = (value, path) => ({
  id: id(value, path),
  ...namelessField(value, path),
});
