/**
 * What every web server is told, whatever its language: what passes the relay, what is sent with pages, CORS.
 *
 * interfaces.md, "Relay rule" and "The hosting decision". Patterns are written for PCRE and RE2 alike: no look-ahead,
 * and no braces, which configurations take for their own.
 */
import { pageHeaders, type PolicyOptions } from "./policy.ts";

/** Jira's own limit for a file is 10 MB unless its admin moved it; this one must not be what stops a mail's files. */
export const bodyLimitMegabytes = 100;
/** A large upload, and a search that takes Jira long. */
export const answerSeconds = 300;
export const connectSeconds = 30;

/** No answer of Jira may become a page on the add-in's origin. */
export const relayGuards: readonly (readonly [name: string, value: string])[] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Content-Security-Policy", "sandbox"],
];
/** What the relay says where it lets nothing pass. */
export const relayRefusal = "Relay: only the signed requests of Inlink pass here.";

/** Of the browser, and of proxies before: not Jira's business, or dangerous where Jira's proxy believes them. */
export const notForJira = [
  "Referer",
  "Cookie",
  "Forwarded",
  "X-Forwarded-For",
  "X-Forwarded-Host",
  "X-Forwarded-Port",
  "X-Forwarded-Proto",
  "X-Forwarded-Scheme",
  "X-Forwarded-Server",
  "X-Forwarded-Ssl",
  "X-Forwarded-Prefix",
  "X-Real-IP",
  "X-Original-URL",
  "X-Rewrite-URL",
  "X-HTTP-Method-Override",
  "Proxy-Authorization",
] as const;
/** Jira's cookies belong to Jira's origin. */
export const notForBrowser = ["Set-Cookie", "Set-Cookie2"] as const;

const servlets = "/plugins/servlet/oauth/(?:request-token|access-token)";
const rendering = String.raw`/rest/api/1\.0/render`;

/**
 * What the relay passes. A pattern without its anchors, for `POST /inlink/jira-relay/rest/api/2/issue?a=b`: method,
 * one space, path and query as they came. Paths that Inlink calls have no other characters; those left out are
 * written in two ways by one proxy or another, which breaks the signature.
 */
export function passing(relay: string): string {
  const prefix = literal(relay);
  const below = "[A-Za-z0-9/._~%:@+,=-]*";
  // Jira Software's own API is read only: boards and sprints. Of API 1.0, only what shows how a text will look.
  return (
    `(?:POST ${prefix}(?:${servlets}|${rendering})|(?:GET|POST|PUT|DELETE) ${prefix}/rest/api/2/${below}|` +
    String.raw`GET ${prefix}/rest/agile/1\.0/${below})(?:\?[^ ]*)?`
  );
}

/**
 * Among them, what a server behind may read in another way: doubled slashes, dot segments, and encoded dot, slash,
 * backslash, semicolon and zero.
 */
export const ambiguous = String.raw`^[A-Z]+ [^? ]*(?://|/\.\.?(?:[/? ]|$)|%(?:2[eEfF]|5[cC]|3[bB]|00))`;

export const signed = "^OAuth ";

/** Paths that pages of the other origin may ask, below Jira's context path. Matched against a path without its query. */
export function corsPaths(contextPath: string): string {
  return `^${literal(contextPath)}/(?:rest/|plugins/servlet/oauth/(?:request-token|access-token)$)`;
}
/** As names of folders and files, for servers that match by prefix. */
export const corsBelow = [
  "/rest/*",
  "/plugins/servlet/oauth/request-token",
  "/plugins/servlet/oauth/access-token",
] as const;

/** With every answer to the add-in's origin, a refusal too: without them the browser hides why Jira refused. */
export const corsExposed = "WWW-Authenticate, Retry-After, X-RateLimit-Remaining, X-AUSERNAME, Date";
/** With the answer to a preflight. */
export const corsPreflight: readonly (readonly [name: string, value: string])[] = [
  ["Access-Control-Allow-Methods", "GET, POST, PUT, DELETE"],
  ["Access-Control-Allow-Headers", "Authorization, Content-Type, X-Atlassian-Token"],
  ["Access-Control-Max-Age", "3600"],
];

export interface FileGroup {
  /** Folder below the add-in's: `/js/`, or "/" for all that is in no other group. */
  readonly below: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}
const cacheHeader = "Cache-Control";

/** Files by what is sent with them, the general group last. */
export function fileGroups(policy: PolicyOptions): readonly FileGroup[] {
  return ["/js/", "/assets/", "/"].map((below) => ({
    below,
    headers: Object.entries(pageHeaders(below, policy)),
  }));
}

/** Not with an answer 404: a script that is missing while a new version is copied would be missed for a year. */
export function onlyWithFile(header: string): boolean {
  return header === cacheHeader;
}

/** Of the files in the built site. */
export const mediaTypes: readonly (readonly [type: string, ending: string])[] = [
  ["text/html", "html"],
  ["text/javascript", "js"],
  ["text/css", "css"],
  ["application/json", "json"],
  ["text/xml", "xml"],
  ["text/plain", "txt"],
  ["image/png", "png"],
  ["image/svg+xml", "svg"],
];

/** A pattern for these very characters; `placeOf` lets no others into addresses. */
export function literal(text: string): string {
  return text.replaceAll(".", String.raw`\.`);
}
