/**
 * The relay of interfaces.md, "Relay rule": a narrow way through the add-in's own host to Jira.
 *
 * The path and the query pass byte for byte. They are part of what is signed, so a proxy that tidies them up
 * (decodes, sorts, merges slashes) breaks every signature.
 */
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
} from "node:http";
import { request as httpsRequest } from "node:https";

export interface Upstream {
  /** Jira's base URL as people open it; its scheme, host and context path are what Jira must see. */
  readonly publicUrl: string;
  /** Where to connect instead of the public address, and whose certificate to trust there. */
  readonly connect?: { readonly host: string; readonly port: number; readonly ca: string };
}

const oauthServlets = ["/plugins/servlet/oauth/request-token", "/plugins/servlet/oauth/access-token"];
const restPaths = ["/rest/api/2/"];
const restMethods = ["GET", "POST", "PUT", "DELETE"];

/** Dot segments, doubled slashes, path parameters, and their encoded forms: what a server behind may read differently. */
const ambiguous = /\/\/|\\|;|\/\.{1,2}(\/|$)|%2e|%2f|%5c|%3b|%00/i;

const hopByHop = [
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
const notForJira = [
  ...hopByHop,
  "host",
  "origin",
  "cookie",
  "referer",
  "forwarded",
  "expect",
  "proxy-authorization",
];
const notForBrowser = [
  ...hopByHop,
  "set-cookie",
  "set-cookie2",
  "x-content-type-options",
  "content-security-policy",
];

/** @param prefix path on the add-in's host, "/jira-relay". */
export function createRelay(prefix: string, upstream: () => Upstream): RequestListener {
  return (incoming, response) => {
    const refuse = (status: number, why: string) => {
      incoming.resume();
      if (response.headersSent) {
        response.destroy();
        return;
      }
      response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", ...guards });
      response.end(`${why}\n`);
    };
    const target = (incoming.url ?? "").slice(prefix.length);
    const objection = objectionTo(incoming.method ?? "", target, incoming.headers.authorization);
    if (objection) {
      refuse(403, `Relay: ${objection}`);
      return;
    }

    const { publicUrl, connect } = upstream();
    const jira = new URL(publicUrl);
    const send = jira.protocol === "https:" ? httpsRequest : httpRequest;
    const outgoing = send({
      host: connect?.host ?? jira.hostname,
      port: connect?.port ?? jira.port,
      ...(connect && { ca: connect.ca }),
      servername: jira.hostname,
      method: incoming.method,
      path: jira.pathname.replace(/\/$/, "") + target,
      headers: { ...forJira(incoming), host: jira.host, origin: jira.origin },
    });
    outgoing.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...without(answer.headers, notForBrowser), ...guards });
      answer.on("error", () => response.destroy());
      answer.pipe(response);
    });
    outgoing.on("error", (error) => refuse(502, `Relay: Jira did not answer (${error.message})`));
    response.on("close", () => outgoing.destroy());
    incoming.pipe(outgoing);
  };
}

/** Nothing that Jira answers may become a page on the add-in's origin. */
const guards = { "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox" };

/** Why this request does not pass; undefined where it does. */
function objectionTo(method: string, target: string, authorization: string | undefined): string | undefined {
  const path = target.split("?", 1)[0] ?? "";
  if (!/^OAuth\s/i.test(authorization ?? "")) return "only requests that are signed with OAuth pass here";
  if (ambiguous.test(path)) return "this path can be read in more than one way";
  if (oauthServlets.includes(path)) return method === "POST" ? undefined : "only POST passes here";
  if (!restPaths.some((start) => path.startsWith(start))) return "this path does not pass";
  return restMethods.includes(method) ? undefined : `${method} does not pass`;
}

function forJira({ headers }: IncomingMessage): IncomingHttpHeaders {
  const kept = without(headers, notForJira);
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !/^(x-forwarded-|sec-)/.test(name)));
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
