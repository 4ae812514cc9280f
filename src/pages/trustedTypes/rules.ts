/**
 * What the default policy of Trusted Types lets pass (W3C Trusted Types, section 2.3): the browser asks it for each plain
 * string that a script hands to a place from which code could run. Our own code and Fluent have none; office.js has.
 */
import { scriptHosts } from "../../setup/hosting/policy.ts";

type Warn = (words: string) => void;

/** @param folder address of the site's folder, which the page and its `js/` are in. Returns null: refused. */
export function passScriptUrl(address: string, folder: string): string | null {
  const { href, origin } = new URL(address, folder);
  const passes = href.startsWith(new URL("js/", folder).href) || scriptHosts.some((host) => host === origin);
  return passes ? address : null;
}

/**
 * Code as text: what a handler's attribute, an inline script or `eval` is given. `script-src` runs none of it, so nothing is
 * lost by making it nothing; a refusal would be an exception in the midst of office.js, which writes such a handler into
 * the notice that a window was blocked.
 */
export function passScript(sink: string, warn: Warn): string {
  warn(`Inlink's page lets no script write code (${sink})`);
  return "";
}

/** In the notice that a window was blocked, whose link office.js looks for afterwards. */
const oneLinkToNowhere = /^[^<]*<a( id="\w+"| href="#"| onclick="")+>[^<]*<\/a>[^<]*$/;

/**
 * Text without markup passes, or with a single link that leads nowhere, and so does what is only parsed, into a document
 * in which nothing runs: office.js reads its token so. Anything else becomes nothing, for the same reason as code does.
 */
export function passHtml(html: string, sink: string, warn: Warn): string {
  if (sink === "DOMParser parseFromString" || !html.includes("<") || oneLinkToNowhere.test(html)) return html;
  warn(`Inlink's page lets no script write HTML (${sink})`);
  return "";
}
