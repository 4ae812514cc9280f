/** What can be made to go wrong, and the limits that can be moved while running. */
import type { JiraOptions } from "./options.ts";

/**
 * "drop" destroys the connection, "login-page" is a single sign-on's page with status 200, "redirect" one that sends
 * everybody away, "firewall" refuses every POST with a page.
 */
export type DownMode = "up" | "503" | "drop" | "login-page" | "redirect" | "firewall";

/** What Tomcat's connector may be told wrongly, or not at all. */
export type Connector = Pick<JiraOptions, "scheme"> & {
  readonly proxyName: string | undefined;
  readonly proxyPort: number | undefined;
};

/** A proxy before Jira that adds CORS headers for one origin. */
export interface CorsAtEdge {
  readonly origin: string;
  /** Whether to refusals too, as nginx's `always` does. */
  readonly always: boolean;
  /** Whether it answers preflights itself. */
  readonly preflights: boolean;
}

/** Where serverInfo says something else than usual. */
export interface ServerInfoPatch {
  readonly baseUrl?: string;
  readonly version?: string;
  readonly deploymentType?: string;
}

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
  /** Answers that wait, although what was asked for is done. */
  held: { readonly path: RegExp; readonly released: Promise<void> } | undefined;
  /** Bytes of one attachment. */
  uploadLimit: number;
  /** Bytes of a request that the proxy in front lets through. */
  proxyUploadLimit: number | undefined;
  /** undefined: not enforced, as on a fresh Jira. */
  rateLimit: RateLimit | undefined;
  readonly buckets: Map<string, { tokens: number; filledAt: number }>;
  openerPolicy: boolean;
  /** Instead of the options'. */
  connector: Partial<Connector>;
  serverInfo: ServerInfoPatch;
  attachments: boolean;
  /** Consumer keys for which three-legged OAuth is off. */
  readonly notThreeLegged: Set<string>;
  /** Whether a proxy puts a page of its own in the place of every refusal. */
  errorPages: boolean;
  corsAtEdge: CorsAtEdge | undefined;
}

export function createFaults(uploadLimit: number, attachments: boolean): Faults {
  return {
    clockOffset: 0,
    down: "up",
    dropAnswers: [],
    held: undefined,
    uploadLimit,
    proxyUploadLimit: undefined,
    rateLimit: undefined,
    buckets: new Map(),
    openerPolicy: false,
    connector: {},
    serverInfo: {},
    attachments,
    notThreeLegged: new Set(),
    errorPages: false,
    corsAtEdge: undefined,
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
