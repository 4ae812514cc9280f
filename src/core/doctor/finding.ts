/**
 * What the connection doctor found at one step. Facts only: `ui/doctor/words.ts` finds the words, for every code of
 * `codes.ts`, so that a forgotten one does not compile.
 */
import { verdicts, type FindingCode } from "./codes.ts";
import { clean } from "./clean.ts";

/** In the order in which they are tried: each needs some of those before it. */
export const checks = [
  "office",
  "methods",
  "storage",
  "config",
  "key",
  "reach",
  "server",
  "consumer",
  "signature",
  "clock",
  "post",
  "two-legged",
  "authorize",
  "token",
  "create-meta",
  "attachments",
  "body-limit",
] as const;
export type CheckId = (typeof checks)[number];

/** "alarm": it works, and must not. "skipped": what it needs failed before, or is not there (nobody signed in). */
export type Verdict = "good" | "note" | "warning" | "bad" | "alarm" | "skipped";

export interface Finding {
  readonly check: CheckId;
  readonly verdict: Verdict;
  /** Names what was found, such as "consumer-unknown"; the words hang on it. */
  readonly code: FindingCode;
  /** What the words need: addresses, numbers, versions. Never a secret, never a mail's content. `codes.ts` lists them. */
  readonly facts: Facts;
  /** What was tried, and what came back, as it was: `GET https://…/rest/api/2/serverInfo`, `403 text/html`. */
  readonly seen: readonly string[];
}
export type Facts = Readonly<Record<string, string>>;

/** The only place where findings are made: what they hold has been cleaned of secrets by then. */
export function finding(
  check: CheckId,
  code: FindingCode,
  facts: Facts = {},
  seen: readonly string[] = [],
): Finding {
  return {
    check,
    verdict: verdicts[code],
    code,
    facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, clean(value)])),
    seen: seen.map(clean),
  };
}
