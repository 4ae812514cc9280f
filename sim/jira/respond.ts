/** The order of things in Jira: signature, who it is, rate limit, REST or page, headers, end of the session. */
import { corsHeaders, isPreflight, preflight } from "./cors.ts";
import { findUser } from "./data/store.ts";
import type { Exchange } from "./http/exchange.ts";
import { html, json, refusal, Refused, withHeaders, type Reply } from "./http/reply.ts";
import { findRoute, type Route } from "./http/router.ts";
import { errorPage } from "./http/tomcat.ts";
import type { Instance } from "./instance.ts";
import { authenticate } from "./oauth/filter.ts";
import { oauthRoutes } from "./oauth/pages.ts";
import { challenge, OAuthNotAllowed, OAuthProblem, problemReply } from "./oauth/problems.ts";
import { takeToken } from "./rateLimit.ts";
import { agileRoutes } from "./rest/pickers.ts";
import { renderRoutes } from "./rest/render.ts";
import { coreRoutes, labelRoutes } from "./rest/routes.ts";
import { allowlistRoutes } from "./web/allowlist.ts";
import { createScreenRoutes } from "./web/createScreen.ts";
import { issuePageRoutes } from "./web/issuePage.ts";
import { linkRoutes } from "./web/links.ts";
import { loginRoutes, sessionCookie } from "./web/login.ts";
import { passesXsrf } from "./xsrf.ts";

const pages: readonly Route[] = [
  ...oauthRoutes,
  ...loginRoutes,
  ...linkRoutes,
  ...allowlistRoutes,
  ...issuePageRoutes,
  ...createScreenRoutes,
];

export async function respond(jira: Instance, exchange: Exchange): Promise<Reply> {
  const rest = restTarget(exchange.path);
  if (rest && isPreflight(exchange)) {
    const method = exchange.headers["access-control-request-method"] ?? "";
    const known = rest.cors && findRoute(rest.routes, method, rest.path).kind === "found";
    return preflight(jira, exchange, known);
  }
  try {
    authenticate(jira, exchange);
  } catch (error) {
    return signatureRefused(jira, exchange, error);
  }
  const basic = logInByBasic(exchange);
  if (basic) return decorated(exchange, basic);
  const rate = takeToken(jira, exchange);
  const reply =
    rate.refusal ?? (rest ? await restReply(jira, exchange, rest) : await pageReply(jira, exchange));
  return endSession(jira, exchange, decorated(exchange, withHeaders(reply, rate.headers)));
}

/** `response.reset()`: nothing that was set before survives, CORS headers least of all. */
function signatureRefused(jira: Instance, exchange: Exchange, error: unknown): Reply {
  const reply = problemReply(error, exchange.base);
  if (!reply) throw error;
  if (error instanceof OAuthProblem) exchange.oauthProblem = error.problem;
  else if (error instanceof OAuthNotAllowed) exchange.oauthProblem = "two-legged not allowed";
  return endSession(jira, exchange, reply);
}

/** After any signed request the session that came along is gone. */
function endSession(jira: Instance, exchange: Exchange, reply: Reply): Reply {
  if (!exchange.wasSigned || !exchange.session) return reply;
  jira.sessions.end(exchange.session.id);
  return withHeaders(reply, { "Set-Cookie": sessionCookie(jira, exchange, undefined) });
}

/** A password in the Authorization header: Jira takes it, unless told not to. */
function logInByBasic(exchange: Exchange): Reply | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(exchange.headers.authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const [name, password] = Buffer.from(encoded, "base64").toString("utf8").split(":", 2);
  const user = findUser(name);
  if (user?.password === password) {
    exchange.user = user;
    return undefined;
  }
  const failed = { "X-Seraph-LoginReason": "AUTHENTICATED_FAILED" };
  return withHeaders(
    errorPage(401, "Unauthorized", "Basic Authentication Failure - Reason : AUTHENTICATED_FAILED"),
    failed,
  );
}

interface RestTarget {
  /** Below the API's root. */
  readonly path: string;
  readonly routes: readonly Route[];
  /** Whether the resources are marked `@CorsAllowed`. */
  readonly cors: boolean;
}

function restTarget(path: string): RestTarget | undefined {
  const core = /^\/rest\/api\/(?:2|latest)(\/.*)$/.exec(path)?.[1];
  if (core !== undefined) return { path: core, routes: coreRoutes, cors: true };
  const other = /^\/rest\/api\/1\.0(\/.*)$/.exec(path)?.[1];
  if (other !== undefined) return { path: other, routes: [...labelRoutes, ...renderRoutes], cors: false };
  const agile = /^\/rest\/agile\/1\.0(\/.*)$/.exec(path)?.[1];
  if (agile !== undefined) return { path: agile, routes: agileRoutes, cors: false };
  return path.startsWith("/rest/") ? { path, routes: [], cors: false } : undefined;
}

async function restReply(jira: Instance, exchange: Exchange, rest: RestTarget): Promise<Reply> {
  const headers = rest.cors ? corsHeaders(jira, exchange) : {};
  return withHeaders(await resource(jira, exchange, rest), headers);
}

async function resource(jira: Instance, exchange: Exchange, { path, routes }: RestTarget): Promise<Reply> {
  const found = findRoute(routes, exchange.method, path);
  if (found.kind === "nothing") {
    return json(404, { message: `null for uri: ${exchange.url}`, "status-code": 404 });
  }
  if (!passesXsrf(jira, exchange)) return html(403, "XSRF check failed");
  if (found.kind === "other-method")
    return json(405, { message: "HTTP 405 Method Not Allowed", "status-code": 405 });
  try {
    return await found.route.handler(jira, exchange, found.values);
  } catch (error) {
    if (error instanceof Refused) return refusal(error);
    throw error;
  }
}

async function pageReply(jira: Instance, exchange: Exchange): Promise<Reply> {
  const found = findRoute(pages, exchange.method, exchange.path);
  if (found.kind === "nothing") return errorPage(404, "Not Found", "Oops, you've found a dead link.");
  if (found.kind === "other-method") {
    return errorPage(
      405,
      "Method Not Allowed",
      `HTTP method ${exchange.method} is not supported by this URL`,
    );
  }
  return found.route.handler(jira, exchange, found.values);
}

let requestNumber = 0;

/** The headers that are on every answer of Jira's own. */
function decorated(exchange: Exchange, reply: Reply): Reply {
  const type = reply.headers["Content-Type"];
  const isPage = typeof type === "string" && type.startsWith("text/html");
  const disposition = reply.headers["Content-Disposition"];
  const isDownload = typeof disposition === "string" && disposition.startsWith("attachment");
  return withHeaders(reply, {
    "X-AREQUESTID": `1x${++requestNumber}x1`,
    "X-ANODEID": "node1",
    "X-AUSERNAME": exchange.user ? encodeURIComponent(exchange.user.name) : "anonymous",
    ...(exchange.user ? { "X-Seraph-LoginReason": "OK" } : {}),
    "X-Frame-Options": "SAMEORIGIN",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": isPage && !isDownload ? "frame-ancestors 'self'" : "sandbox",
    "Cache-Control": "no-cache, no-store, no-transform",
    ...(reply.status === 401 ? { "WWW-Authenticate": challenge(exchange.base) } : {}),
  });
}
