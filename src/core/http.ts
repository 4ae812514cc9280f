/** The shapes of one signed request. `oauth/signedFetch.ts` makes the function; `jira/` uses it. */

/** Name-value pairs, raw: they become text in one place only, when they are signed and sent. */
export type Parameters = readonly (readonly [name: string, value: string])[];

export interface SignedRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below the site's base URL, with a leading slash, percent-encoded as sent: `/rest/api/2/myself`. */
  readonly path: string;
  readonly query?: Parameters;
  /** JSON text or a multipart form: not signed (RFC 5849 section 3.4.1.3.1). */
  readonly body?: string | FormData;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Milliseconds until JiraUnreachable("timeout"); 30,000 unless told. */
  readonly timeout?: number;
}

/**
 * Signs and sends, once; a clock that is off is corrected and the request signed anew, once.
 * Resolves with any answer that is not an OAuth problem. Throws OAuthRefused, JiraUnreachable.
 */
export type SignedFetch = (request: SignedRequest) => Promise<Response>;
