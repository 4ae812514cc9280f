/**
 * Name-value pairs as text: the one place where query strings and form bodies are made.
 *
 * What is sent must decode, at the server, to exactly the pairs that were signed. So nothing here is left to a
 * decoder's taste: everything but the unreserved characters is percent-encoded (RFC 5849 section 3.6), a space is
 * `%20` and never `+`, and an empty value keeps its `=`.
 */
import type { Parameters } from "../core/http.ts";

/** A lone surrogate has no UTF-8 form: it becomes U+FFFD, as in URLSearchParams, both where we sign and where we send. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** RFC 5849 section 3.6, of the text's UTF-8 form. */
export function percentEncode(text: string): string {
  const toHex = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, toHex);
}

/** `a=1&b=x%20y`, in the order given; "" for no pairs. */
export function formEncode(parameters: Parameters): string {
  return parameters.map((pair) => pair.map(percentEncode).join("=")).join("&");
}
