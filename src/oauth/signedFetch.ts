/**
 * One signed request: signed for `baseUrl`, sent to `via`, used once.
 *
 * Each sending has its own nonce and signature. A second one happens in two cases only, in both of which the server
 * says that it did nothing: the timestamp was refused, or the nonce was. Cookies never go along (a signed request
 * that carries a session ends that session), no redirect is followed (it would lose the signature, and may end at a
 * login page that answers 200), and nothing is kept in a cache.
 */
import { JiraUnexpected, JiraUnreachable, type OAuthRefused } from "../core/errors.ts";
import type { Parameters, SignedRequest } from "../core/http.ts";
import { withDeadline } from "./deadline.ts";
import { mayReportProblem, oauthProblem } from "./problem.ts";
import { formEncode } from "./queryString.ts";
import type { ServerClock } from "./serverClock.ts";
import { authorization, type ProtocolParameters } from "./signature.ts";
import type { SigningKey } from "./signingKey.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface SignedFetchOptions {
  /** What the server believes its address to be; signed, and sent to where there is no `via`. */
  readonly baseUrl: string;
  /** Replaces `baseUrl` as the prefix of what is fetched: a path on our own origin, or an absolute URL. */
  readonly via?: string | undefined;
  readonly consumerKey: string;
  readonly key: Pick<SigningKey, "sign">;
  /** Asked for every sending. undefined: no `oauth_token` goes along. */
  readonly token: () => string | undefined;
  readonly fetch: Fetch;
  readonly clock: ServerClock;
  /** Cryptographically secure; `crypto.getRandomValues` unless told. */
  readonly randomBytes?: ((count: number) => Uint8Array) | undefined;
}

export interface OAuthRequest extends SignedRequest {
  /** Form body, instead of `body`: signed with the query, sent as application/x-www-form-urlencoded. */
  readonly form?: Parameters;
  readonly protocol?: ProtocolParameters;
}
/** Does all that core's `SignedFetch` does. Throws JiraUnexpected as well, for a redirect. */
export type OAuthFetch = (request: OAuthRequest) => Promise<Response>;

const defaultTimeout = 30_000;

export function createSignedFetch(options: SignedFetchOptions): OAuthFetch {
  return (request) =>
    withDeadline(request.timeout ?? defaultTimeout, request.signal, async (signal) => {
      const first = await send(options, request, signal);
      if (first instanceof Response) return first;
      if (!worthSigningAnew(first, options.clock)) throw first;
      const second = await send(options, request, signal);
      if (second instanceof Response) return second;
      throw second;
    });
}

/** In both cases the request was refused before it was carried out. */
function worthSigningAnew(refused: OAuthRefused, clock: ServerClock): boolean {
  if (refused.problem === "nonce_used") return true;
  return (
    refused.problem === "timestamp_refused" && clock.correct(refused.details["oauth_acceptable_timestamps"])
  );
}

async function send(
  options: SignedFetchOptions,
  request: OAuthRequest,
  signal: AbortSignal,
): Promise<Response | OAuthRefused> {
  const { method, path, query = [], form } = request;
  if (!/^\/[^?#]*$/.test(path)) throw new TypeError("A path begins with a slash and has no query");
  const headers = new Headers(request.headers);
  if (form) headers.set("Content-Type", "application/x-www-form-urlencoded");
  headers.set(
    "Authorization",
    await authorization(
      {
        method,
        url: withoutSlash(options.baseUrl) + path,
        parameters: [...query, ...(form ?? [])],
        consumerKey: options.consumerKey,
        token: options.token(),
        timestamp: options.clock.seconds(),
        nonce: nonce(options.randomBytes ?? secureRandomBytes),
        protocol: request.protocol,
      },
      options.key,
    ),
  );
  signal.throwIfAborted(); // signing took a while, and a fetch may start all the same
  return answer(
    options.fetch,
    withoutSlash(options.via ?? options.baseUrl) + path + (query.length ? `?${formEncode(query)}` : ""),
    {
      method,
      headers,
      body: form ? formEncode(form) : (request.body ?? null),
      signal,
      credentials: "omit",
      redirect: "manual",
      cache: "no-store",
    },
  );
}

/** The body is read here, so that the deadline holds for it too and a connection that breaks within it is told as such. */
async function answer(fetch: Fetch, url: string, init: RequestInit): Promise<Response | OAuthRefused> {
  let response: Response;
  let body: ArrayBuffer;
  try {
    response = await fetch(url, init);
    body = await response.arrayBuffer();
  } catch (error) {
    init.signal?.throwIfAborted();
    throw new JiraUnreachable("network", error);
  }
  const { status, statusText, headers } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400))
    throw new JiraUnexpected(status, "answer: expected no redirect");
  return (
    (mayReportProblem(status) && oauthProblem(status, headers, new TextDecoder().decode(body))) ||
    new Response(status === 204 || status === 205 ? null : body, { status, statusText, headers })
  );
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

/** 128 bits: a server may remember nonces per consumer, and all our users are one consumer. */
function nonce(randomBytes: (count: number) => Uint8Array): string {
  return Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function secureRandomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
