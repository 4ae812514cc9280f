/**
 * CORS as atlassian-rest has it: a filter on REST resources only, fed by the allowlist.
 * A preflight that fails is a bare 200: no CORS header, no explanation.
 */
import { header, type Exchange } from "./http/exchange.ts";
import { empty, type Reply } from "./http/reply.ts";
import type { Instance } from "./instance.ts";

interface Allowance {
  readonly credentials: boolean;
  /** Request headers, in the spelling that is sent. */
  readonly headers: readonly string[];
}

/** undefined: the origin is not allowed. */
export function allowanceOf(jira: Instance, origin: string | undefined): Allowance | undefined {
  if (origin === undefined) return undefined;
  if (jira.store.data.allowlist.includes(origin)) {
    return { credentials: true, headers: ["X-Atlassian-Token", "Authorization", "Content-Type"] };
  }
  // A link opens its own origin, but for requests without credentials.
  const linked = jira.store.data.links.some(({ applicationUrl }) => originOf(applicationUrl) === origin);
  return linked ? { credentials: false, headers: ["Content-Type"] } : undefined;
}

export function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

export function isPreflight(exchange: Exchange): boolean {
  return (
    exchange.method === "OPTIONS" &&
    exchange.headers.origin !== undefined &&
    exchange.headers["access-control-request-method"] !== undefined
  );
}

/** @param known whether the resource has the asked-for method */
export function preflight(jira: Instance, exchange: Exchange, known: boolean): Reply {
  const { origin } = exchange.headers;
  const allowance = allowanceOf(jira, origin);
  const method = exchange.headers["access-control-request-method"] ?? "";
  const asked = (header(exchange.headers, "access-control-request-headers") ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
  const permitted = allowance?.headers.map((name) => name.toLowerCase()) ?? [];
  if (origin === undefined || !allowance || !known || !asked.every((name) => permitted.includes(name))) {
    jira.options.log(`CORS preflight failed: ${exchange.path}, origin ${origin ?? "none"}`);
    return empty(200);
  }
  return {
    status: 200,
    headers: {
      "Access-Control-Allow-Origin": origin,
      ...(allowance.credentials ? { "Access-Control-Allow-Credentials": "true" } : {}),
      "Access-Control-Max-Age": "3600",
      "Access-Control-Allow-Methods": method,
      "Access-Control-Allow-Headers": allowance.headers.join(", "),
    },
    body: "",
  };
}

/** For the answer itself. */
export function corsHeaders(jira: Instance, exchange: Exchange): Reply["headers"] {
  const { origin } = exchange.headers;
  const allowance = allowanceOf(jira, origin);
  if (origin === undefined || !allowance) return {};
  return {
    "Access-Control-Allow-Origin": origin,
    ...(allowance.credentials ? { "Access-Control-Allow-Credentials": "true" } : {}),
    "Access-Control-Expose-Headers": "Origin, Authorization, Content-Type",
  };
}
