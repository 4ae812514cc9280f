/** The two legs that are requests, RFC 5849 sections 2.1 and 2.3. The one between them is a page for the user. */
import { JiraBusy, JiraUnexpected } from "../core/errors.ts";
import type { OAuth } from "../core/ports.ts";
import { createSignedFetch, type SignedFetchOptions } from "./signedFetch.ts";
import type { ProtocolParameters } from "./signature.ts";

export interface OAuthOptions extends Omit<SignedFetchOptions, "token"> {
  /** Where the provider lives below the base URL; request-token and access-token are below it. */
  readonly pathPrefix?: string;
}

export function createOAuth({ pathPrefix = "/plugins/servlet/oauth", ...site }: OAuthOptions): OAuth {
  const signedFetch = createSignedFetch({ ...site, token: () => undefined });
  async function post(path: string, protocol: ProtocolParameters): Promise<TokenAnswer> {
    return readTokenAnswer(await signedFetch({ method: "POST", path: pathPrefix + path, protocol }));
  }
  return {
    async requestToken(callback) {
      const { one, unexpected } = await post("/request-token", { oauth_callback: callback });
      // Without it the provider spoke OAuth 1.0, which lets an attacker's sign-in pass for the user's.
      if (one("oauth_callback_confirmed") !== "true")
        throw unexpected("oauth_callback_confirmed: expected true");
      return { token: needed(one("oauth_token"), unexpected("oauth_token: expected a token")) };
    },
    async accessToken(requestToken, verifier) {
      const { one, unexpected } = await post("/access-token", {
        oauth_token: requestToken,
        oauth_verifier: verifier,
      });
      const expiresIn = one("oauth_expires_in");
      if (expiresIn !== undefined && !/^\d{1,15}$/.test(expiresIn))
        throw unexpected("oauth_expires_in: expected seconds");
      return {
        token: needed(one("oauth_token"), unexpected("oauth_token: expected a token")),
        sessionHandle: one("oauth_session_handle"),
        expiresIn: expiresIn === undefined ? undefined : Number(expiresIn),
      };
    },
  };
}

interface TokenAnswer {
  /** The value of a field; undefined where it is absent or empty. Throws where it is there twice. */
  one(name: string): string | undefined;
  unexpected(problem: string): JiraUnexpected;
}

async function readTokenAnswer(response: Response): Promise<TokenAnswer> {
  const { status, headers } = response;
  const unexpected = (problem: string) => new JiraUnexpected(status, problem);
  if ([429, 502, 503, 504].includes(status)) throw new JiraBusy(status, retryAfter(headers));
  if (status !== 200) throw unexpected("status: expected 200");
  const text = (await response.text()).trim();
  if (/\bhtml\b/i.test(headers.get("Content-Type") ?? "") || text.startsWith("<"))
    throw unexpected("answer: expected form-encoded tokens, got a page");
  const fields = new URLSearchParams(text);
  return {
    unexpected,
    one(name) {
      const values = fields.getAll(name);
      if (values.length > 1) throw unexpected(`${name}: expected once`);
      return values[0] === "" ? undefined : values[0];
    },
  };
}

function needed(value: string | undefined, otherwise: JiraUnexpected): string {
  if (value === undefined) throw otherwise;
  return value;
}

/** Seconds; the other form, a date, is left unread. */
function retryAfter(headers: Headers): number | undefined {
  const text = headers.get("Retry-After")?.trim() ?? "";
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
