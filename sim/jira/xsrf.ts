/**
 * atlassian-rest's XSRF filter, on every REST method but GET.
 *
 * The trap: a browser's POST is refused by its Origin, whatever X-Atlassian-Token says, signed or not.
 */
import { allowanceOf, originOf } from "./cors.ts";
import { header, mediaType, type Exchange } from "./http/exchange.ts";
import type { Instance } from "./instance.ts";

const formTypes: readonly (string | undefined)[] = [
  undefined,
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
];

export function passesXsrf(jira: Instance, exchange: Exchange): boolean {
  if (!["POST", "PUT", "DELETE"].includes(exchange.method)) return true;
  const noCheck = ["no-check", "nocheck"].includes(
    header(exchange.headers, "x-atlassian-token")?.toLowerCase() ?? "",
  );
  const agent = header(exchange.headers, "user-agent") ?? "";
  const isInternetExplorer = /MSIE|Trident\//.test(agent);
  if (isBrowser(agent) && !(isInternetExplorer && noCheck) && !passesBrowserCheck(jira, exchange)) {
    jira.options.log(
      `Additional XSRF checks failed for request: ${exchange.url} , origin: ${exchange.headers.origin ?? "null"} , ` +
        `referrer: ${exchange.headers.referer ?? "null"} , credentials in request: ${hasCredentials(exchange)} , ` +
        `allowed via CORS: false`,
    );
    if (exchange.method === "POST") return false;
    jira.options.log("XSRF failure not being enforced");
  }
  if (exchange.method !== "POST" || !formTypes.includes(mediaType(exchange.headers)) || noCheck) return true;
  jira.options.log(`XSRF checks failed for request: ${exchange.url}`);
  return false;
}

function isBrowser(agent: string): boolean {
  return /^(Mozilla|Opera)\//.test(agent);
}

function passesBrowserCheck(jira: Instance, exchange: Exchange): boolean {
  const { origin, referer } = exchange.headers;
  const own = originOf(exchange.url);
  if (origin !== undefined && originOf(origin) === own) return true;
  if (referer !== undefined && originOf(referer) === own) return true;
  if (origin !== undefined && /^(chrome|safari)-extension:/.test(origin)) return true;
  const allowance = allowanceOf(jira, origin);
  return allowance !== undefined && (allowance.credentials || hasCredentials(exchange) === "false");
}

function hasCredentials({ headers }: Exchange): "true" | "false" {
  return headers.cookie !== undefined || headers.authorization !== undefined ? "true" : "false";
}
