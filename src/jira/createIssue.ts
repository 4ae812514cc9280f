import type { SignedFetch } from "../core/http.ts";
import type { IssueRef } from "../core/jira.ts";
import { object, text } from "../core/parse.ts";
import { ask } from "./request.ts";

const issueRef = object<IssueRef>((field) => ({ id: field("id", text), key: field("key", text) }));

/** @param fields field id → the JSON that Jira wants. */
export async function createIssue(
  fetch: SignedFetch,
  fields: Readonly<Record<string, unknown>>,
): Promise<IssueRef> {
  // updateHistory puts the project among the user's recent ones.
  return await ask(
    fetch,
    { method: "POST", path: "/issue", query: [["updateHistory", "true"]], json: { fields } },
    issueRef,
  );
}
