/**
 * The OAuth Problem Reporting extension, http://wiki.oauth.net/w/page/12238543/ProblemReporting: a form-encoded body,
 * a WWW-Authenticate header, or both. Across origins the header is mostly not readable; behind a proxy that puts its
 * own error page in, the body is not there.
 */
import { OAuthRefused, oauthProblems } from "../core/errors.ts";
import { percentDecoded } from "../core/percentDecoded.ts";

/** Statuses that carry a report. Others are never searched: an answer may quote the words. */
const reporting = [400, 401, 403, 503];
export function mayReportProblem(status: number): boolean {
  return reporting.includes(status);
}

/** undefined: the answer reports no OAuth problem, whatever its status. */
export function oauthProblem(status: number, headers: Headers, body: string): OAuthRefused | undefined {
  if (!mayReportProblem(status)) return undefined;
  const report = new Map([...fromHeader(headers), ...fromBody(headers, body)]);
  const name = report.get("oauth_problem");
  if (name === undefined) return undefined;
  const problem = oauthProblems.find((known) => known === name);
  if (problem) report.delete("oauth_problem"); // a name we do not know stays among the details
  return new OAuthRefused(problem ?? "unknown", status, Object.fromEntries([...report].flatMap(harmless)));
}

type Pair = readonly [name: string, value: string];
const reportName = /^oauth_[a-z_]+$/;

/** `OAuth realm="…", oauth_problem="token_rejected"`, possibly among other schemes. */
function fromHeader(headers: Headers): readonly Pair[] {
  const header = headers.get("WWW-Authenticate") ?? "";
  const pairs = header.matchAll(/\b(oauth_[a-z_]+)="([^"]*)"/g);
  return Array.from(pairs, ([, name = "", value = ""]) => [name, percentDecoded(value)]);
}

function fromBody(headers: Headers, body: string): readonly Pair[] {
  const type = headers.get("Content-Type") ?? "";
  if (!/^\s*(application\/x-www-form-urlencoded|text\/plain)\b/i.test(type)) return [];
  return [...new URLSearchParams(body.trim())].filter(([name]) => reportName.test(name));
}

/** Errors end in logs and on screens: no token, verifier or signature among their facts, the base string's included. */
function harmless([name, value]: Pair): readonly Pair[] {
  if (/^oauth_(token(_secret)?|verifier|signature|session_handle)$/.test(name)) return [];
  if (name !== "oauth_signature_base_string") return [[name, value]];
  return [[name, value.replace(/(oauth_(?:token|verifier|session_handle)%3D)(?:(?!%26).)*/gs, "$1…")]];
}
