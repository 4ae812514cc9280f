import type { SignedFetch } from "../core/http.ts";
import type { CreateScreen, FieldMeta, IssueType } from "../core/jira.ts";

/** One generation of Jira's create metadata. */
export interface CreateMeta {
  issueTypes(fetch: SignedFetch, projectKey: string, signal?: AbortSignal): Promise<readonly IssueType[]>;
  fields(
    fetch: SignedFetch,
    screen: Pick<CreateScreen, "projectKey" | "issueTypeId">,
    signal?: AbortSignal,
  ): Promise<readonly FieldMeta[]>;
}
