/**
 * fetch as a browser has it, over Node's own client: Origin and User-Agent go along, preflights are sent, and what
 * CORS does not allow is not shown. It finds the bench's servers by the same rules as Chromium does.
 */
import { request } from "node:https";
import type { IncomingMessage } from "node:http";
import type { Bench } from "../../sim/bench.ts";

export type BrowserFetch = (url: string, init?: RequestInit) => Promise<Response>;

const safelisted = ["accept", "accept-language", "content-language"];
const simpleTypes = /^(text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)\b/;
const readable = ["cache-control", "content-language", "content-length", "content-type", "expires", "pragma"];

export function browserFetch(bench: Bench, origin: string): BrowserFetch {
  return async (url, init = {}) => {
    const { method = "GET", mode = "cors" } = init;
    const foreign = new URL(url).origin !== origin;
    const body = init.body ? new Response(init.body) : undefined;
    const headers = new Headers(mode === "no-cors" ? {} : init.headers);
    const type = body?.headers.get("Content-Type");
    if (type && !headers.has("Content-Type")) headers.set("Content-Type", type);
    if (foreign && mode === "cors" && needsPreflight(method, headers))
      await preflight(bench, url, origin, init);
    if (method !== "GET" || (foreign && mode === "cors")) headers.set("Origin", origin);
    const answer = await send(bench, url, {
      method,
      headers,
      ...(body && { body: Buffer.from(await body.arrayBuffer()) }),
      ...(init.signal && { signal: init.signal }),
    });
    // A browser would follow a redirect here, and show nothing of what it finds there either.
    if (mode === "no-cors" && foreign) return opaque;
    if (!foreign) return answer;
    if (answer.headers.get("Access-Control-Allow-Origin") !== origin) throw new TypeError("Failed to fetch");
    return shown(answer);
  };
}

/** A Response cannot be made with type "opaque"; only the harness's own probe looks at it. */
export const opaque = new Response(null, { status: 204 });

function needsPreflight(method: string, headers: Headers): boolean {
  if (!["GET", "HEAD", "POST"].includes(method)) return true;
  return [...headers].some(
    ([name, value]) => !safelisted.includes(name) && !(name === "content-type" && simpleTypes.test(value)),
  );
}

async function preflight(bench: Bench, url: string, origin: string, init: RequestInit): Promise<void> {
  const asked = [...new Headers(init.headers).keys()].filter((name) => !safelisted.includes(name)).sort();
  const answer = await send(bench, url, {
    method: "OPTIONS",
    headers: new Headers({
      Origin: origin,
      "Access-Control-Request-Method": init.method ?? "GET",
      ...(asked.length > 0 && { "Access-Control-Request-Headers": asked.join(",") }),
    }),
  });
  const list = (name: string) =>
    (answer.headers.get(name) ?? "").split(",").map((one) => one.trim().toLowerCase());
  const passes =
    answer.ok &&
    answer.headers.get("Access-Control-Allow-Origin") === origin &&
    asked.every((name) => list("Access-Control-Allow-Headers").includes(name));
  if (!passes) throw new TypeError("Failed to fetch");
}

function shown(answer: Response): Response {
  const exposed = (answer.headers.get("Access-Control-Expose-Headers") ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase());
  const headers = [...answer.headers].filter(([name]) => readable.includes(name) || exposed.includes(name));
  return new Response(answer.body, { status: answer.status, headers });
}

interface Sent {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: Buffer;
  readonly signal?: AbortSignal;
}

function send(bench: Bench, url: string, { method, headers, body, signal }: Sent): Promise<Response> {
  const { hostname, pathname, search } = new URL(url);
  const port = new RegExp(`MAP ${hostname}:443 127\\.0\\.0\\.1:(\\d+)`).exec(bench.hostRules ?? "")?.[1];
  return new Promise((resolve, reject) => {
    const fail = () => reject(new TypeError("Failed to fetch"));
    if (port === undefined) {
      fail(); // a name that nobody knows
      return;
    }
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        servername: hostname,
        agent: false,
        rejectUnauthorized: false, // the bench's own certificate, made at start
        method,
        path: pathname + search,
        headers: {
          ...Object.fromEntries(headers),
          Host: hostname,
          "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0",
          ...(body && { "Content-Length": String(body.length) }),
        },
        ...(signal && { signal }),
      },
      (incoming) => void responseOf(incoming).then(resolve, fail),
    );
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}

async function responseOf(incoming: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const one of value ?? []) headers.append(name, one);
  const status = incoming.statusCode ?? 0;
  return new Response(status === 204 ? null : Buffer.concat(parts), { status, headers });
}
