/** The addresses in config.json, brought to one form: they are signed, and compared, letter by letter. */
import { ConfigInvalid } from "../core/errors.ts";
import { text, type Reader } from "../core/parse.ts";
import { remedyFor } from "./remedies.ts";

/** Host in lower case, default port dropped, path kept, no slash at the end: what a signature's base string wants. */
export const baseUrl: Reader<string> = (value, path) => absolute(text(value, path), path);

/** @returns an absolute address, whichever of the two forms was written. */
export function via(pageUrl: string): Reader<string> {
  return (value, path) => {
    const written = text(value, path).trim();
    if (!written.startsWith("/")) return absolute(written, path);
    // To a browser, "//host" and "/\host" are addresses on another host.
    if (/^\/[/\\]/.test(written)) throw invalid(path, "leads to another host: it starts with two slashes");
    return plain(new URL(written, pageUrl), written, path);
  };
}

/** @returns in lower case, and as ASCII (xn--…) where it was not. */
export const hostName: Reader<string> = (value, path) => {
  const written = text(value, path).trim();
  const url = urlOf(`https://${written}`);
  if (url && url.href === `https://${url.hostname}/` && /^[a-z0-9.-]+$/.test(url.hostname))
    return url.hostname;
  throw invalid(path, `"${written}" is not a host name`);
};

function absolute(written: string, path: string): string {
  const url = /^https?:\/\//i.test(written.trim()) ? urlOf(written) : undefined;
  if (!url) throw invalid(path, `"${withoutPassword(written)}" is not a whole address`);
  const local = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  if (url.protocol === "http:" && !local)
    throw invalid(path, "must start with https:// (http:// is for localhost only)");
  return plain(url, written, path);
}

function plain(url: URL, written: string, path: string): string {
  if (url.username !== "" || url.password !== "")
    throw invalid(path, "must not contain a user name or a password");
  if (/[?#]/.test(written)) throw invalid(path, "must not contain ? or #");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

function urlOf(written: string): URL | undefined {
  // URL.parse says this in one word, but not in every Outlook's browser.
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}

function withoutPassword(written: string): string {
  return written.replace(/[^/]*@/, "…@");
}

function invalid(path: string, problem: string): ConfigInvalid {
  return new ConfigInvalid(path, problem, remedyFor(path));
}
