/**
 * RFC 5849 from the server's side, over Node's crypto alone.
 *
 * The product signs with other code, on purpose: a mistake made once must not verify itself. Nothing here may
 * come from the product or from the oauth-1.0a package.
 */
import { createPublicKey, createVerify, X509Certificate, type KeyObject } from "node:crypto";

/** Name-value pairs, decoded, in the order they came in; names may repeat. */
export type Pairs = readonly (readonly [string, string])[];

const unreserved = /[A-Za-z0-9\-._~]/;

/** RFC 5849 section 3.6: every byte of the UTF-8 form that is not unreserved, in upper-case hex. */
export function percentEncode(text: string): string {
  let encoded = "";
  for (const byte of Buffer.from(text, "utf8")) {
    const char = String.fromCharCode(byte);
    encoded +=
      byte < 128 && unreserved.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}

/**
 * Signature base string, RFC 5849 section 3.4.1.
 *
 * @param url        Absolute, as the server sees it; scheme and host are lowered, a default port dropped, the path
 *                   stays raw. Its query and fragment are ignored: the query is already among the parameters.
 * @param parameters Of header, query and form body, decoded; `oauth_signature` is left out (section 3.4.1.3.1).
 */
export function baseString(method: string, url: string, parameters: Pairs): string {
  return [method.toUpperCase(), baseUri(url), normalised(parameters)].map(percentEncode).join("&");
}

/** Section 3.4.1.2. Not by `new URL`, which would rewrite the path. */
function baseUri(url: string): string {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)/.exec(url);
  if (!match) throw new Error(`Not an absolute URL: ${url}`);
  const [, scheme = "", authority = "", path = ""] = match;
  const lowered = scheme.toLowerCase();
  const defaultPort = lowered === "http" ? /:80$/ : lowered === "https" ? /:443$/ : /$^/;
  return `${lowered}://${authority.toLowerCase().replace(defaultPort, "")}${path || "/"}`;
}

/** Section 3.4.1.3.2: encoded first, then sorted by name and by value, byte by byte. */
function normalised(parameters: Pairs): string {
  return parameters
    .filter(([name]) => name !== "oauth_signature")
    .map(([name, value]) => ({ name: percentEncode(name), value: percentEncode(value) }))
    .sort((a, b) => order(a.name, b.name) || order(a.value, b.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join("&");
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Section 3.5.1, as Java's net.oauth reads it: split at commas, each value through URLDecoder, so that a bare `+`
 * is a space. The realm is dropped (section 3.4.1.3.1). undefined: not an OAuth header.
 */
export function parseAuthorization(header: string): Pairs | undefined {
  const match = /^\s*(\w*)\s+(.*)$/.exec(header);
  if (match?.[1]?.toLowerCase() !== "oauth") return undefined;
  const pairs: [string, string][] = [];
  for (const part of (match[2] ?? "").split(/\s*,\s*/)) {
    const pair = /^(\S*)\s*=\s*"([^"]*)"$/.exec(part);
    if (!pair) continue;
    const name = decode(pair[1] ?? "");
    const value = decode(pair[2] ?? "");
    if (name === undefined || value === undefined) return undefined;
    if (name.toLowerCase() !== "realm") pairs.push([name, value]);
  }
  return pairs;
}

/**
 * application/x-www-form-urlencoded, of bodies and of queries, as Tomcat decodes it: `+` is a space, a name without
 * `=` has the empty value, a pair that has no name or does not decode is left out.
 */
export function parseForm(text: string): Pairs {
  const pairs: [string, string][] = [];
  for (const part of text.split("&")) {
    const equals = part.indexOf("=");
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    const value = equals < 0 ? "" : decode(part.slice(equals + 1));
    if (name && value !== undefined) pairs.push([name, value]);
  }
  return pairs;
}

/** undefined: a `%` without two hex digits after it. Bytes that are not UTF-8 become U+FFFD. */
function decode(text: string): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  const source = Buffer.from(text.replaceAll("+", " "), "utf8");
  const bytes: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const byte = source[at] ?? 0;
    if (byte === 0x25) {
      bytes.push(Number.parseInt(source.toString("latin1", at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(byte);
  }
  return Buffer.from(bytes).toString("utf8");
}

/**
 * RSASSA-PKCS1-v1_5 with SHA-1, section 3.4.3.
 * @param signature    base64, decoded from the parameter
 * @param publicKeyPem see `readPublicKey`
 */
export function verifyRsaSha1(baseString: string, signature: string, publicKeyPem: string): boolean {
  const verifier = createVerify("RSA-SHA1").update(baseString, "utf8");
  return verifier.verify(readPublicKey(publicKeyPem), Buffer.from(signature, "base64"));
}

/** SubjectPublicKeyInfo as PEM or as bare base64, or an X.509 certificate as PEM. Throws for anything else, and for keys that are not RSA. */
export function readPublicKey(text: string): KeyObject {
  const key = text.includes("BEGIN CERTIFICATE")
    ? new X509Certificate(text.trim()).publicKey
    : text.includes("-----BEGIN PUBLIC KEY-----")
      ? createPublicKey(text.trim())
      : createPublicKey({ key: Buffer.from(bareBase64(text), "base64"), format: "der", type: "spki" });
  if (key.asymmetricKeyType !== "rsa")
    throw new Error(`Not an RSA key: ${key.asymmetricKeyType ?? "unknown"}`);
  return key;
}

function bareBase64(text: string): string {
  const bare = text.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+=*$/.test(bare)) throw new Error("Not a public key");
  return bare;
}
