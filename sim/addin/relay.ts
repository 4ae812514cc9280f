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

const postedTo = [
  "/plugins/servlet/oauth/request-token",
  "/plugins/servlet/oauth/access-token",
  "/rest/api/1.0/render",
];
/** Path → methods. */
const restPaths: Readonly<Record<string, readonly string[]>> = {
  "/rest/api/2/": ["GET", "POST", "PUT", "DELETE"],
  "/rest/agile/1.0/": ["GET"],
};

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

/** Mistakes in the relay's configuration, and what may stand before it. */
export interface RelayFaults {
  /** The location is not there: the static host answers. */
  readonly missing?: boolean;
  /** It refuses everything. */
  readonly refuses?: boolean;
  /** Jira sees the add-in's Origin. */
  readonly keepsOrigin?: boolean;
  /** Jira sees the add-in's Host. */
  readonly keepsHost?: boolean;
  /** Jira sees no Authorization below these paths; "/" for all. */
  readonly dropsAuthorization?: string;
  /** A parameter that it adds to every query. */
  readonly addsParameter?: string;
  /** Bytes of a body, by its Content-Length. */
  readonly bodyLimit?: number;
  /** A single sign-on before the relay, which sends everybody away or shows its page. */
  readonly signOn?: "redirect" | "page";
  /** Milliseconds that it takes before it passes a request on. */
  readonly slow?: number;
  /** It gets no answer from Jira. */
  readonly gateway?: 502 | 504;
}

/** @param prefix path on the add-in's host, "/jira-relay". */
export function createRelay(
  prefix: string,
  upstream: () => Upstream,
  faultsNow: () => RelayFaults = () => ({}),
): RequestListener {
  return (incoming, response) => {
    const faults = faultsNow();
    const fault = answerInstead(faults, incoming);
    if (fault) {
      // Read to its end, as nginx does ("lingering close"): a client that is still sending would miss the answer.
      incoming.resume().on("end", () => response.writeHead(fault.status, fault.headers).end(fault.body));
      return;
    }
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
      path: jira.pathname.replace(/\/$/, "") + withParameter(target, faults.addsParameter),
      headers: headersFor(incoming, jira, target, faults),
    });
    outgoing.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...without(answer.headers, notForBrowser), ...guards });
      answer.on("error", () => response.destroy());
      answer.pipe(response);
    });
    outgoing.on("error", (error) => refuse(502, `Relay: Jira did not answer (${error.message})`));
    response.on("close", () => outgoing.destroy());
    const forward = () => incoming.pipe(outgoing);
    if (faults.slow === undefined) forward();
    else setTimeout(forward, faults.slow);
  };
}

/** Nothing that Jira answers may become a page on the add-in's origin. */
const guards = { "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox" };

/** Why this request does not pass; undefined where it does. */
function objectionTo(method: string, target: string, authorization: string | undefined): string | undefined {
  const path = target.split("?", 1)[0] ?? "";
  if (!/^OAuth\s/i.test(authorization ?? "")) return "only requests that are signed with OAuth pass here";
  if (ambiguous.test(path)) return "this path can be read in more than one way";
  if (postedTo.includes(path)) return method === "POST" ? undefined : "only POST passes here";
  const [, methods] = Object.entries(restPaths).find(([start]) => path.startsWith(start)) ?? [];
  if (!methods) return "this path does not pass";
  return methods.includes(method) ? undefined : `${method} does not pass`;
}

interface Instead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function answerInstead(faults: RelayFaults, { headers }: IncomingMessage): Instead | undefined {
  const page = (status: number, title: string, more: Readonly<Record<string, string>> = {}): Instead => ({
    status,
    headers: { "Content-Type": "text/html", ...more },
    body: `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
  });
  // As the static host says it of any file.
  if (faults.missing)
    return {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" },
      body: "There is no such file.\n",
    };
  if (faults.refuses) return page(403, "403 Forbidden");
  if (faults.signOn === "redirect")
    return page(302, "302 Found", { Location: "https://login.acme.example/" });
  if (faults.signOn === "page") return page(200, "Sign in to Acme");
  if (faults.gateway) return page(faults.gateway, `${faults.gateway} Bad Gateway`);
  const tooLarge = Number(headers["content-length"] ?? 0) > (faults.bodyLimit ?? Infinity);
  return tooLarge ? page(413, "413 Request Entity Too Large") : undefined;
}

function headersFor(
  incoming: IncomingMessage,
  jira: URL,
  target: string,
  { keepsHost, keepsOrigin, dropsAuthorization }: RelayFaults,
): IncomingHttpHeaders {
  const { host, origin } = incoming.headers;
  const headers = {
    ...forJira(incoming),
    host: keepsHost && host !== undefined ? host : jira.host,
    origin: keepsOrigin && origin !== undefined ? origin : jira.origin,
  };
  const drops = dropsAuthorization !== undefined && target.startsWith(dropsAuthorization);
  return drops ? without(headers, ["authorization"]) : headers;
}

function withParameter(target: string, parameter: string | undefined): string {
  return parameter === undefined ? target : `${target}${target.includes("?") ? "&" : "?"}${parameter}`;
}

function forJira({ headers }: IncomingMessage): IncomingHttpHeaders {
  const kept = without(headers, notForJira);
  return Object.fromEntries(Object.entries(kept).filter(([name]) => !/^(x-forwarded-|sec-)/.test(name)));
}

function without(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
