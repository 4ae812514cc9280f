/** An answer as a value: filters may still change it, and the one writer at the end sends it. */

export interface Reply {
  readonly status: number;
  /** Names in their usual spelling; one array for a header that is sent several times. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

export function json(status: number, value: unknown): Reply {
  return {
    status,
    headers: { "Content-Type": "application/json;charset=UTF-8" },
    body: JSON.stringify(value),
  };
}

export function html(status: number, body: string, headers: Reply["headers"] = {}): Reply {
  return { status, headers: { "Content-Type": "text/html;charset=UTF-8", ...headers }, body };
}

export function empty(status: number): Reply {
  return { status, headers: {}, body: "" };
}

export function redirect(location: string, headers: Reply["headers"] = {}): Reply {
  return { status: 302, headers: { Location: location, ...headers }, body: "" };
}

export function withHeaders(reply: Reply, headers: Reply["headers"]): Reply {
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

/** Thrown by REST handlers; becomes Jira's ErrorCollection. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    readonly errors: Readonly<Record<string, string>> = {},
  ) {
    super(`${status} ${messages.join("; ")}`);
  }
}

export function refusal(problem: Refused): Reply {
  return json(problem.status, { errorMessages: problem.messages, errors: problem.errors });
}
