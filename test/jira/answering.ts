/** A real HTTP server that answers as the test says, and remembers what it was asked. */
import type { IncomingMessage } from "node:http";
import { listen } from "../../sim/listen.ts";
import type { SignedFetch } from "../../src/core/http.ts";

export interface Asked {
  readonly method: string;
  /** Below /jira/rest/api/2, without the query; still encoded. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Instead of `json`. */
  readonly text?: string;
}

export interface Answering {
  readonly fetch: SignedFetch;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

async function answering(reply: (asked: Asked) => Reply): Promise<Answering> {
  const asked: Asked[] = [];
  const server = await listen((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const url = new URL(request.url ?? "", "http://jira.test");
      const one: Asked = {
        method: request.method ?? "",
        path: url.pathname.replace("/jira/rest/api/2", ""),
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body: Buffer.concat(parts),
      };
      asked.push(one);
      const { status = 200, headers, json, text } = reply(one);
      const type = text === undefined ? "application/json;charset=UTF-8" : "text/html;charset=UTF-8";
      response.writeHead(status, { "Content-Type": type, ...headers });
      response.end(text ?? JSON.stringify(json));
    });
  });
  return { asked, fetch: plainFetch(`http://127.0.0.1:${server.port}/jira`), close: server.close };
}

/** A SignedFetch that does not sign. */
function plainFetch(baseUrl: string): SignedFetch {
  return async ({ method, path, query = [], body, headers, signal }) => {
    const text = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
    return await fetch(`${baseUrl}${path}${text && "?"}${text}`, { method, body, headers, signal });
  };
}

/** Runs one test against one server. */
export async function against<Value>(
  reply: (asked: Asked) => Reply,
  run: (jira: Answering) => Promise<Value>,
): Promise<Value> {
  const jira = await answering(reply);
  try {
    return await run(jira);
  } finally {
    await jira.close();
  }
}

/** ErrorCollection, as Jira sends it. */
export function refused(
  status: number,
  message: string,
  errors: Readonly<Record<string, string>> = {},
): Reply {
  return { status, json: { errorMessages: message === "" ? [] : [message], errors } };
}
