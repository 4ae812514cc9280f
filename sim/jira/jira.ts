/**
 * A Jira Data Center stand-in, as strict as Jira: OAuth 1.0a provider, REST v2, the few pages that people need.
 *
 * It never imports the product, so that no mistake is shared with it.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createControl, type JiraControl } from "./control.ts";
import { edgePreflight, throughEdge } from "./edge.ts";
import { takeDrop } from "./faults.ts";
import { openExchange, readBody } from "./http/exchange.ts";
import { redirect, withHeaders, type Reply } from "./http/reply.ts";
import {
  badRequest,
  errorPage,
  hasIllegalCharacter,
  proxyPage,
  ssoPage,
  ssoRedirect,
} from "./http/tomcat.ts";
import { createInstance, type Instance, type LoggedRequest } from "./instance.ts";
import type { JiraOptions } from "./options.ts";
import { respond } from "./respond.ts";

export interface JiraStandIn {
  readonly handle: RequestListener;
  readonly control: JiraControl;
}

export function createJira(options: JiraOptions): JiraStandIn {
  const jira = createInstance(options);
  return {
    handle: (request, response) => {
      serve(jira, request, response).catch((error: unknown) => {
        // The client went away in the middle of it.
        jira.options.log(String(error));
        request.socket.destroy();
      });
    },
    control: createControl(jira),
  };
}

async function serve(jira: Instance, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = request.url ?? "/";
  const { reply: jiras, entry } = await answer(jira, request, await readBody(request));
  const reply = jiras && throughEdge(jira.faults, request.headers.origin, jiras);
  const isDropped = reply !== undefined && takeDrop(jira.faults, entry.method, url);
  jira.requests.push({ ...entry, status: reply?.status ?? 0, dropped: isDropped });
  if (jira.faults.held?.path.test(url)) await jira.faults.held.released;
  if (!reply || isDropped) request.socket.destroy();
  else send(request, response, reply);
}

type Entry = Omit<LoggedRequest, "status" | "dropped">;

/** No reply: the connection is to be cut. */
async function answer(
  jira: Instance,
  request: IncomingMessage,
  body: Buffer,
): Promise<{ readonly reply: Reply | undefined; readonly entry: Entry }> {
  const entry: Entry = {
    method: request.method ?? "GET",
    url: request.url ?? "/",
    user: undefined,
    oauthProblem: undefined,
    origin: request.headers.origin,
    hadCookie: request.headers.cookie !== undefined,
  };
  if (jira.faults.down === "drop") return { reply: undefined, entry };
  const early = edgePreflight(jira.faults, request) ?? beforeJira(jira, entry, body);
  if (early) return { reply: early, entry };
  const exchange = openExchange(jira, request, body);
  let reply: Reply;
  try {
    reply = await respond(jira, exchange);
  } catch (error) {
    jira.options.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    reply = errorPage(500, "Internal Server Error", "Oops - an error has occurred");
  }
  return {
    reply,
    entry: { ...entry, user: exchange.user?.name, oauthProblem: exchange.oauthProblem },
  };
}

/** What the proxy, Tomcat, or nothing at all answers. */
function beforeJira(
  jira: Instance,
  { method, url }: Pick<Entry, "method" | "url">,
  body: Buffer,
): Reply | undefined {
  const { faults, options } = jira;
  if (faults.down === "503") return proxyPage(503, "Service Temporarily Unavailable");
  if (faults.down === "login-page") return ssoPage();
  if (faults.down === "redirect") return ssoRedirect();
  if (faults.down === "firewall" && method === "POST") return proxyPage(403, "Forbidden");
  if (body.length > (faults.proxyUploadLimit ?? Infinity)) return proxyPage(413, "Request Entity Too Large");
  if (hasIllegalCharacter(url)) return badRequest();
  const path = url.split("?")[0] ?? "";
  if (path === "/" || path === options.contextPath) {
    return options.contextPath === "" ? undefined : redirect(`${options.contextPath}/`);
  }
  if (path.startsWith(`${options.contextPath}/`)) return undefined;
  return errorPage(404, "Not Found", "The requested resource is not available");
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const length = { "Content-Length": String(Buffer.byteLength(reply.body)) };
  const { status, headers, body } = reply.status === 204 ? reply : withHeaders(reply, length);
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) {
    response.setHeader(name, typeof value === "string" ? value : [...value]);
  }
  response.end(request.method === "HEAD" ? undefined : body);
}
