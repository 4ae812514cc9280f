import type { SignedFetch } from "../core/http.ts";
import type { IssueContent, IssueRef } from "../core/jira.ts";
import { object, text } from "../core/parse.ts";
import { ask } from "./request.ts";

const issueRef = object<IssueRef>((field) => ({ id: field("id", text), key: field("key", text) }));

export async function createIssue(fetch: SignedFetch, { fields, update }: IssueContent): Promise<IssueRef> {
  const json = Object.keys(update).length === 0 ? { fields } : { fields, update };
  // updateHistory puts the project among the user's recent ones.
  return await ask(
    fetch,
    { method: "POST", path: "/issue", query: [["updateHistory", "true"]], json },
    issueRef,
  );
}
