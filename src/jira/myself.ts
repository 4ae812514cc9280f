import type { SignedFetch } from "../core/http.ts";
import type { JiraUser } from "../core/jira.ts";
import { object, optional, text } from "../core/parse.ts";
import { ask } from "./request.ts";

const user = object<JiraUser>((field) => ({
  name: field("name", text),
  key: field("key", text),
  displayName: field("displayName", text),
  emailAddress: field("emailAddress", optional(text)),
}));

export async function myself(fetch: SignedFetch, signal?: AbortSignal): Promise<JiraUser> {
  return await ask(fetch, { path: "/myself", signal }, user);
}
