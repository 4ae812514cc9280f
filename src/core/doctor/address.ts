/** Where a site's requests go, and by which of the three ways of hosting. */
import type { Site } from "../site.ts";

/** "relay": a path on the add-in's own origin that leads to Jira. "edge": another origin, which must send CORS headers. */
export type Mode = "relay" | "same-origin" | "edge";

export function modeOf({ baseUrl, via }: Site, pageUrl: string): Mode {
  const own = new URL(pageUrl).origin;
  if (new URL(via ?? baseUrl).origin !== own) return "edge";
  return new URL(baseUrl).origin === own ? "same-origin" : "relay";
}

/** @param path below Jira's base URL, `/rest/api/2/myself`. */
export function fetched({ baseUrl, via }: Site, path: string): string {
  return (via ?? baseUrl) + path;
}

export const requestTokenPath = "/plugins/servlet/oauth/request-token";
export const restPath = "/rest/api/2";

/**
 * Passes a relay that lets only OAuth through, and means nothing to Jira, which takes a request for a signed one only
 * where all six parameters are there. So it needs no key.
 */
export function nobody({ consumerKey }: Site): Readonly<Record<string, string>> {
  return {
    Accept: "application/json",
    Authorization: `OAuth oauth_consumer_key="${encodeURIComponent(consumerKey)}", oauth_version="1.0"`,
  };
}

/** All six, with a token that nobody has: Jira, which looks at the token first, must refuse it. */
export function stranger(site: Site, seconds: number): Readonly<Record<string, string>> {
  const { Authorization = "", ...headers } = nobody(site);
  const rest =
    'oauth_token="inlink-doctor", oauth_signature_method="RSA-SHA1", oauth_signature="none", oauth_nonce="doctor"';
  return { ...headers, Authorization: `${Authorization}, ${rest}, oauth_timestamp="${seconds}"` };
}
