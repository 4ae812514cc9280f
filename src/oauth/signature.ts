/**
 * Signature base string and Authorization header, RFC 5849 sections 3.4 and 3.5.1, by the oauth-1.0a package.
 *
 * The package is right only for raw parameters handed over as data. A query inline in its URL loses duplicate names
 * and values with `=`, reads `+` wrongly and encodes names twice; so no URL with a query gets that far, and host
 * case and default port are normalised here because the package does not. Three kinds of name are refused, since what
 * we sign would not be what the server sees: see `refuseName`.
 */
import OAuthPackage from "oauth-1.0a";
import type { Parameters } from "../core/http.ts";
import type { SigningKey } from "./signingKey.ts";
import { wellFormed } from "./queryString.ts";

export interface UnsignedRequest {
  readonly method: string;
  /** Absolute, without a query; a fragment does not count. */
  readonly url: string;
  /** Raw: of the query and of a form body together. Neither JSON nor multipart counts (section 3.4.1.3.1). */
  readonly parameters: Parameters;
  readonly consumerKey: string;
  /** undefined: no `oauth_token` at all; "": an empty one, which is two-legged OAuth. */
  readonly token: string | undefined;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly nonce: string;
  /** Further protocol parameters, such as `oauth_callback` and `oauth_verifier`. */
  readonly protocol?: ProtocolParameters | undefined;
}
export type ProtocolParameters = Readonly<Record<`oauth_${string}`, string>>;

/** Value of the Authorization header, to be used once. */
export async function authorization(request: UnsignedRequest, key: Pick<SigningKey, "sign">) {
  const oauth = {
    oauth_consumer_key: wellFormed(request.consumerKey),
    oauth_nonce: request.nonce,
    oauth_signature_method: "RSA-SHA1",
    oauth_timestamp: request.timestamp,
    oauth_version: "1.0",
    ...(request.token !== undefined && { oauth_token: wellFormed(request.token) }),
    ...mapValues(request.protocol ?? {}, wellFormed),
  };
  const signature = await key.sign(baseString(request, oauth));
  return protocol.toHeader({ ...oauth, oauth_signature: signature }).Authorization;
}

/** Section 3.4.1. `oauth` holds the protocol parameters without realm and signature. */
export function baseString(
  request: Pick<UnsignedRequest, "method" | "url" | "parameters">,
  oauth: OAuthPackage.Data,
): string {
  const { method, url, parameters } = request;
  // A copy, because the package writes the request's parameters into the object it gets.
  return protocol.getBaseString({ method, url: baseUri(url), data: byName(parameters) }, { ...oauth });
}

/** Only for its encoding, sorting and joining: its nonce comes from Math.random, and its hash function cannot wait. */
const protocol = new OAuthPackage({
  consumer: { key: "", secret: "" },
  signature_method: "RSA-SHA1",
  hash_function: () => "",
});

/** Section 3.4.1.2. The path stays as the browser would send it: both go through the same URL parser. */
function baseUri(url: string): string {
  const { origin, pathname, search } = new URL(url);
  if (search) throw new TypeError("A query belongs in the parameters, not in the URL");
  return origin + pathname;
}

/** Always lists, so that a name given twice keeps both its values. */
function byName(parameters: Parameters): Readonly<Record<string, readonly string[]>> {
  const values = new Map<string, string[]>();
  for (const [rawName, value] of parameters) {
    const name = wellFormed(rawName);
    refuseName(name);
    values.set(name, [...(values.get(name) ?? []), wellFormed(value)]);
  }
  return Object.fromEntries(values);
}

/**
 * Tomcat leaves out a parameter without a name; one named `oauth_…` would replace the protocol's own in the package,
 * and the server refuses the double; the package loses one named `__proto__`, which it writes into a plain object.
 */
function refuseName(name: string): void {
  if (name === "" || name === "__proto__" || name.startsWith("oauth_"))
    throw new TypeError(`A parameter cannot be named "${name}"`);
}

function mapValues(pairs: Readonly<Record<string, string>>, change: (value: string) => string) {
  return Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, change(value)]));
}
