/** Routes by method and path template; `{name}` stands for one segment. */
import type { Instance } from "../instance.ts";
import type { Exchange } from "./exchange.ts";
import type { Reply } from "./reply.ts";

/** Path parameters, decoded. */
export type PathValues = Readonly<Record<string, string>>;
export type Handler = (jira: Instance, exchange: Exchange, path: PathValues) => Reply | Promise<Reply>;

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly template: string;
  readonly handler: Handler;
}

export function route(method: Route["method"], template: string, handler: Handler): Route {
  return { method, template, handler };
}

export type Found =
  | { readonly kind: "found"; readonly route: Route; readonly values: PathValues }
  | { readonly kind: "other-method" }
  | { readonly kind: "nothing" };

/** The first that matches; HEAD is answered by GET. */
export function findRoute(routes: readonly Route[], method: string, path: string): Found {
  const asked = method === "HEAD" ? "GET" : method;
  let known = false;
  for (const candidate of routes) {
    const values = match(candidate.template, path);
    if (!values) continue;
    if (candidate.method === asked) return { kind: "found", route: candidate, values };
    known = true;
  }
  return { kind: known ? "other-method" : "nothing" };
}

function match(template: string, path: string): PathValues | undefined {
  const wanted = template.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? "";
    if (!part.startsWith("{")) {
      if (part !== segment) return undefined;
    } else if (segment === "") return undefined;
    else values[part.slice(1, -1)] = decodeSegment(segment);
  }
  return values;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
