/**
 * What Jira's own editor asks for its preview. Undocumented, and of Server and Data Center only; it takes no project, and
 * does without an issue.
 */
import { JiraUnexpected } from "../core/errors.ts";
import type { SignedFetch } from "../core/http.ts";
import { askForHtml } from "./request.ts";

/** Ten times what Jira makes of the longest text. */
const longest = 3_000_000;

export async function rendered(
  fetch: SignedFetch,
  unrenderedMarkup: string,
  issueKey: string | undefined,
  signal?: AbortSignal,
): Promise<string> {
  const json = { rendererType: "atlassian-wiki-renderer", unrenderedMarkup, issueKey: issueKey ?? "" };
  const html = await askForHtml(fetch, { method: "POST", api: "api/1.0", path: "/render", json, signal });
  // Jira answers a part of a page: a whole one is a proxy's, or asks to sign in.
  if (/^\s*<(?:!doctype|html)\b/i.test(html)) throw new JiraUnexpected(200, "expected a text, got a page");
  if (html.length > longest) throw new JiraUnexpected(200, `expected a text, got ${html.length} characters`);
  return html;
}
