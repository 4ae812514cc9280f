/** One question to Jira's REST: JSON or a form in, one of our types, or HTML, or a typed error out. */
import { JiraUnexpected, JiraUnreachable } from "../core/errors.ts";
import type { Parameters, SignedFetch, SignedRequest } from "../core/http.ts";
import { ParseProblem, type Reader } from "../core/parse.ts";
import { mediaType } from "./mediaType.ts";
import { refusal } from "./refusal.ts";

export interface JiraRequest {
  readonly method?: SignedRequest["method"];
  /** Below `/rest/`; "api/2" where absent. The relay passes these and no other: of "api/1.0", only the preview. */
  readonly api?: "api/2" | "api/1.0" | "agile/1.0";
  /** Below that, percent-encoded. Never taken from an answer: those addresses know nothing of `via`. */
  readonly path: string;
  readonly query?: Parameters;
  readonly json?: unknown;
  /** Instead of `json`. */
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly timeout?: number;
}

export interface Answer<Value> {
  readonly value: Value;
  /** By Jira's clock; undefined where the browser may not read the Date header (CORS). */
  readonly answeredAt: Date | undefined;
}

export async function ask<Value>(
  fetch: SignedFetch,
  request: JiraRequest,
  read: Reader<Value>,
): Promise<Value> {
  return (await askForAnswer(fetch, request, read)).value;
}

/** A change whose answer has nothing to say. */
export async function tell(fetch: SignedFetch, request: JiraRequest): Promise<void> {
  const response = await fetch(signedRequest(request));
  const text = await textOf(response, request.signal);
  if (!response.ok) throw refusal(response, text);
}

/** A part of a page, as it is. */
export async function askForHtml(fetch: SignedFetch, request: JiraRequest): Promise<string> {
  const response = await fetch(signedRequest({ ...request, headers: { Accept: "text/html, */*; q=0.01" } }));
  const text = await textOf(response, request.signal);
  if (!response.ok) throw refusal(response, text);
  if (mediaType(response) === "text/html") return text;
  throw new JiraUnexpected(response.status, `expected HTML, got ${mediaType(response)}`);
}

export async function askForAnswer<Value>(
  fetch: SignedFetch,
  request: JiraRequest,
  read: Reader<Value>,
): Promise<Answer<Value>> {
  const response = await fetch(signedRequest(request));
  const text = await textOf(response, request.signal);
  if (!response.ok) throw refusal(response, text);
  return { value: parsed(response, text, read), answeredAt: dateOf(response) };
}

function signedRequest({
  method = "GET",
  api = "api/2",
  path,
  json,
  form,
  headers,
  ...rest
}: JiraRequest): SignedRequest {
  const type: Readonly<Record<string, string>> =
    json === undefined ? {} : { "Content-Type": "application/json" };
  return {
    ...rest,
    method,
    path: `/rest/${api}${path}`,
    body: json === undefined ? form : JSON.stringify(json),
    headers: { Accept: "application/json", ...type, ...headers },
  };
}

/** The connection can break after the headers, too. */
async function textOf(response: Response, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    const timeout = error instanceof DOMException && error.name === "TimeoutError";
    throw new JiraUnreachable(timeout ? "timeout" : "network", error);
  }
}

function parsed<Value>(response: Response, text: string, read: Reader<Value>): Value {
  try {
    return read(jsonOf(response, text), "");
  } catch (error) {
    if (!(error instanceof ParseProblem)) throw error;
    throw new JiraUnexpected(response.status, error.message);
  }
}

function jsonOf(response: Response, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JiraUnexpected(response.status, `expected JSON, got ${mediaType(response)}`);
  }
}

function dateOf(response: Response): Date | undefined {
  const date = new Date(response.headers.get("Date") ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
