/** One request as Tomcat hands it to Jira. */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Link, User } from "../data/model.ts";
import { findUser } from "../data/store.ts";
import type { Connector } from "../faults.ts";
import type { Instance } from "../instance.ts";
import { parseForm, type Pairs } from "../oauth/signature.ts";
import type { Session } from "../sessions.ts";

export interface Exchange {
  readonly method: string;
  /** Raw, below the context path; "/" at least. */
  readonly path: string;
  /** Absolute, as Tomcat sees it: its own idea of scheme, host and port, the raw path, no query. */
  readonly url: string;
  /** Jira's base URL, with the context path. */
  readonly base: string;
  readonly query: Pairs;
  /** Of an urlencoded body; empty for any other. */
  readonly form: Pairs;
  readonly body: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly session: Session | undefined;
  /** Who acts. The filters settle it. */
  user: User | undefined;
  /** Whether the request was signed, and for which link. */
  signedFor: Link | undefined;
  wasSigned: boolean;
  oauthProblem: string | undefined;
}

export function openExchange(jira: Instance, request: IncomingMessage, body: Buffer): Exchange {
  const { contextPath } = jira.options;
  const raw = request.url ?? "/";
  const question = raw.indexOf("?");
  const path = question < 0 ? raw : raw.slice(0, question);
  const authority = `${scheme(jira, request.headers)}://${host(jira, request.headers)}`;
  const session = jira.sessions.find(cookie(request.headers, "JSESSIONID"));
  return {
    method: request.method ?? "GET",
    path: path.slice(contextPath.length) || "/",
    url: authority + path,
    base: authority + contextPath,
    query: question < 0 ? [] : parseForm(raw.slice(question + 1)),
    form:
      mediaType(request.headers) === "application/x-www-form-urlencoded"
        ? parseForm(body.toString("utf8"))
        : [],
    body,
    headers: request.headers,
    session,
    user: findUser(session?.userName),
    signedFor: undefined,
    wasSigned: false,
    oauthProblem: undefined,
  };
}

function scheme(jira: Instance, headers: IncomingHttpHeaders): string {
  const forwarded = jira.options.trustForwarded ? header(headers, "x-forwarded-proto") : undefined;
  return forwarded?.split(",")[0]?.trim() ?? connector(jira).scheme;
}

function connector({ options, faults }: Instance): Connector {
  const { scheme, proxyName, proxyPort } = options;
  return { scheme, proxyName, proxyPort, ...faults.connector };
}

/** Host and port; a port that is the scheme's default is left out, as Java's getRequestURL does. */
function host(jira: Instance, headers: IncomingHttpHeaders): string {
  const { trustForwarded } = jira.options;
  const { proxyName, proxyPort } = connector(jira);
  const forwarded = trustForwarded ? header(headers, "x-forwarded-host") : undefined;
  const named = forwarded ?? headers.host ?? "localhost";
  const [, asked = named, askedPort] = /^(.*?)(?::(\d+))?$/.exec(named) ?? [];
  const forwardedPort = trustForwarded ? header(headers, "x-forwarded-port") : undefined;
  const port = forwardedPort ?? proxyPort?.toString() ?? askedPort;
  const isDefault = port === (scheme(jira, headers) === "https" ? "443" : "80");
  return (proxyName ?? asked) + (port === undefined || isDefault ? "" : `:${port}`);
}

export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

function cookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  for (const part of (headers.cookie ?? "").split(";")) {
    const [key, value] = part.split("=", 2);
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}

/** Lower case, without parameters; undefined: none sent. */
export function mediaType(headers: IncomingHttpHeaders): string | undefined {
  return headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
}

/** First value of the name; undefined: absent. */
export function first(pairs: Pairs, name: string): string | undefined {
  return pairs.find(([key]) => key === name)?.[1];
}

export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      resolve(Buffer.concat(chunks));
    });
    request.on("error", reject);
  });
}
