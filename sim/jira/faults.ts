/** What can be made to go wrong, and the limits that can be moved while running. */

export type DownMode = "up" | "503" | "drop" | "login-page";

export interface RateLimit {
  /** Tokens in a full bucket. */
  readonly limit: number;
  /** Tokens added every interval. */
  readonly fillRate: number;
  readonly intervalSeconds: number;
}

export interface Faults {
  clockOffset: number;
  down: DownMode;
  readonly dropAnswers: { readonly path: RegExp; readonly method: string | undefined }[];
  /** Bytes of one attachment. */
  uploadLimit: number;
  /** Bytes of a request that the proxy in front lets through. */
  proxyUploadLimit: number | undefined;
  /** undefined: not enforced, as on a fresh Jira. */
  rateLimit: RateLimit | undefined;
  readonly buckets: Map<string, { tokens: number; filledAt: number }>;
  openerPolicy: boolean;
}

export function createFaults(uploadLimit: number): Faults {
  return {
    clockOffset: 0,
    down: "up",
    dropAnswers: [],
    uploadLimit,
    proxyUploadLimit: undefined,
    rateLimit: undefined,
    buckets: new Map(),
    openerPolicy: false,
  };
}

/** One shot: the first request that matches uses it up. */
export function takeDrop(faults: Faults, method: string, url: string): boolean {
  const at = faults.dropAnswers.findIndex(
    (drop) => drop.path.test(url) && (drop.method === undefined || drop.method === method),
  );
  if (at < 0) return false;
  faults.dropAnswers.splice(at, 1);
  return true;
}
