/** Files of an issue: one file, one request, so that one that fails takes no other with it. */
import { FileTooLarge, JiraRejected, JiraUnexpected } from "../core/errors.ts";
import type { SignedFetch } from "../core/http.ts";
import type { UploadRules } from "../core/jira.ts";
import type { FileContent } from "../core/mail/mail.ts";
import { flag, list, number, object, optional, ParseProblem, text, type Reader } from "../core/parse.ts";
import { issue } from "./issues.ts";
import { ask } from "./request.ts";

/** Milliseconds: 25 MB over a slow line. */
const uploadTimeout = 600_000;

const rules = object<UploadRules>((field) => ({
  enabled: field("enabled", flag),
  limit: field("uploadLimit", optional(number)),
}));

export async function uploadRules(fetch: SignedFetch, signal?: AbortSignal): Promise<UploadRules> {
  return await ask(fetch, { path: "/attachment/meta", signal }, rules);
}

export async function attach(
  fetch: SignedFetch,
  key: string,
  file: FileContent,
  signal?: AbortSignal,
): Promise<{ readonly id: string }> {
  const form = new FormData();
  form.append("file", new File([file.bytes], file.name, { type: file.contentType }));
  const path = `/issue/${encodeURIComponent(key)}/attachments`;
  const headers = { "X-Atlassian-Token": "no-check" }; // Jira refuses every form without it
  try {
    return await ask(
      fetch,
      { method: "POST", path, form, headers, signal, timeout: uploadTimeout },
      attachmentOf(file.bytes.length),
    );
  } catch (error) {
    throw (await tooLarge(fetch, key, { file, error })) ?? error;
  }
}

/** Jira may change the name, never the bytes: an answer without a file of this size is about something else. */
function attachmentOf(size: number): Reader<{ readonly id: string }> {
  const attachments = list(object((field) => ({ id: field("id", text), size: field("size", number) })));
  return (value, path) => {
    const found = attachments(value, path).find((attachment) => attachment.size === size);
    if (!found) throw new ParseProblem(path, `an attachment of ${size} bytes`);
    return { id: found.id };
  };
}

/** A refusal of the size, which Jira says as 413 or as "not found", and a proxy before it as 413 with a page. */
async function tooLarge(
  fetch: SignedFetch,
  key: string,
  { file, error }: { readonly file: FileContent; readonly error: unknown },
): Promise<FileTooLarge | undefined> {
  if (!(error instanceof JiraRejected || error instanceof JiraUnexpected)) return undefined;
  if (error.status !== 413 && error.status !== 404) return undefined;
  const size = file.bytes.length;
  const { limit } = await uploadRules(fetch);
  const overLimit = limit !== undefined && size > limit;
  // Below Jira's limit it was a proxy's, which nobody states.
  if (error.status === 413) return new FileTooLarge(file.name, size, overLimit ? limit : undefined);
  if (!overLimit) return undefined;
  await issue(fetch, key); // throws where it is the issue that is not there
  return new FileTooLarge(file.name, size, limit);
}
