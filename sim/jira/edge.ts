/** What a proxy in front of Jira adds to answers, or puts in their place. */
import type { IncomingMessage } from "node:http";
import type { CorsAtEdge, Faults } from "./faults.ts";
import { empty, type Reply } from "./http/reply.ts";
import { proxyPage } from "./http/tomcat.ts";

/** undefined: it leaves preflights to Jira, or this is none. */
export function edgePreflight(
  { corsAtEdge }: Faults,
  { method, headers }: IncomingMessage,
): Reply | undefined {
  if (!corsAtEdge?.preflights || method !== "OPTIONS") return undefined;
  if (headers["access-control-request-method"] === undefined) return undefined;
  return empty(204);
}

export function throughEdge(faults: Faults, origin: string | undefined, reply: Reply): Reply {
  const answer = faults.errorPages && reply.status >= 400 ? proxyPage(reply.status, "Error") : reply;
  const { corsAtEdge } = faults;
  if (!corsAtEdge || origin !== corsAtEdge.origin) return answer;
  if (answer.status >= 400 && !corsAtEdge.always) return answer;
  return { ...answer, headers: { ...answer.headers, ...corsHeaders(corsAtEdge) } };
}

/** In the place of Jira's own: two of them make a browser refuse the answer. */
function corsHeaders({ origin }: CorsAtEdge): Reply["headers"] {
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Methods": "GET, POST, PUT, DELETE",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, X-Atlassian-Token",
    "Access-Control-Expose-Headers": "WWW-Authenticate, Retry-After, X-AUSERNAME, Date",
    Vary: "Origin",
  };
}
