/** OAuth Problem Reporting as net.oauth does it: status by table, WWW-Authenticate, the same as a form in the body. */
import type { Reply } from "../http/reply.ts";
import { percentEncode, type Pairs } from "./signature.ts";

export class OAuthProblem extends Error {
  constructor(
    readonly problem: string,
    readonly details: Pairs = [],
  ) {
    super(problem);
  }
}

/** Jira could not even judge the request: a timestamp that is no number, say. Echoes what was sent. */
export class OAuthBreakdown extends Error {
  constructor(readonly sent: Pairs) {
    super("Cannot be validated");
  }
}

/** Two-legged OAuth that the link does not allow: a bare 401. */
export class OAuthNotAllowed extends Error {}

const statuses: Readonly<Record<string, number>> = {
  version_rejected: 400,
  parameter_absent: 400,
  parameter_rejected: 400,
  timestamp_refused: 400,
  signature_method_rejected: 400,
  nonce_used: 401,
  token_used: 401,
  token_expired: 401,
  token_revoked: 401,
  token_rejected: 401,
  signature_invalid: 401,
  consumer_key_unknown: 401,
  consumer_key_rejected: 401,
  additional_authorization_required: 401,
  permission_unknown: 401,
  permission_denied: 401,
  user_refused: 503,
  consumer_key_refused: 503,
};

/** @param base Jira's base URL: the realm */
export function challenge(base: string): string {
  return `OAuth realm="${percentEncode(base)}"`;
}

/** undefined: not about OAuth. */
export function problemReply(error: unknown, base: string): Reply | undefined {
  if (error instanceof OAuthProblem) {
    return formReply(statuses[error.problem] ?? 403, base, [
      ["oauth_problem", error.problem],
      ...error.details,
    ]);
  }
  if (error instanceof OAuthBreakdown) {
    return formReply(
      500,
      base,
      error.sent.filter(([name]) => name.startsWith("oauth_")),
    );
  }
  if (error instanceof OAuthNotAllowed) {
    return { status: 401, headers: { "WWW-Authenticate": challenge(base) }, body: "" };
  }
  return undefined;
}

function formReply(status: number, base: string, parameters: Pairs): Reply {
  const quoted = parameters.map(([name, value]) => `, ${percentEncode(name)}="${percentEncode(value)}"`);
  const withParameters = challenge(base) + quoted.join("");
  return {
    status,
    headers: {
      // Jira's wrapper adds its own bare challenge to every 401.
      "WWW-Authenticate": status === 401 ? [challenge(base), withParameters] : withParameters,
      "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
    },
    body: formEncode(parameters),
  };
}

export function formEncode(parameters: Pairs): string {
  return parameters.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join("&");
}
