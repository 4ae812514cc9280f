/**
 * What the connection doctor found at one step. Facts only: `ui/doctor/words.ts` finds the words, and switches over
 * every code.
 */

/** In the order in which they are tried: each needs those before it. */
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
  readonly code: string;
  /** What the words need: addresses, numbers, versions. Never a secret, never a mail's content. */
  readonly facts: Readonly<Record<string, string>>;
  /** What was tried, and what came back, as it was: `GET https://…/rest/api/2/serverInfo`, `403 text/html`. */
  readonly seen: readonly string[];
}
