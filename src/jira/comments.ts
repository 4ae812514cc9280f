import type { SignedFetch } from "../core/http.ts";
import { idOnly } from "./readers.ts";
import { ask } from "./request.ts";

interface NewComment {
  /** Wiki markup. */
  readonly body: string;
  /** Jira Service Management only: true hides the comment from customers, undefined elsewhere. */
  readonly internal: boolean | undefined;
}

export async function addComment(
  fetch: SignedFetch,
  key: string,
  { body, internal }: NewComment,
): Promise<{ readonly id: string }> {
  const properties = internal === undefined ? undefined : [{ key: "sd.public.comment", value: { internal } }];
  const path = `/issue/${encodeURIComponent(key)}/comment`;
  return await ask(fetch, { method: "POST", path, json: { body, properties } }, idOnly);
}
