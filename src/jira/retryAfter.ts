/**
 * Seconds to wait, from Retry-After in either of its forms (RFC 9110 section 10.2.3). Ask only where the status
 * is a refusal: Jira's rate limiter puts `Retry-After: 0` on every answer.
 *
 * A date is compared with the answer's own Date, so that our clock does not matter.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value);
  const seconds = (Date.parse(value) - Date.parse(headers.get("Date") ?? "")) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}
