/** One step of the doctor, and what the steps before it have left for it. */
import type { Jira } from "../ports.ts";
import type { Site } from "../site.ts";
import type { ServerInfo } from "./serverInfo.ts";
import type { CheckId, Finding } from "./finding.ts";
import type { DoctorPorts, ProbeAnswer, SiteTools } from "./ports.ts";
import type { Trouble } from "./trouble.ts";

export interface Check {
  readonly id: CheckId;
  /** Checks that must not have ended in "bad" or "skipped": what they found bad makes this one impossible. */
  readonly needs: readonly CheckId[];
  run(chart: Chart): Promise<Finding>;
}

/** Filled as the examination goes on; what a check needs is there when those it `needs` went well. */
export interface Chart {
  readonly ports: DoctorPorts;
  readonly signal: AbortSignal | undefined;
  site?: Site;
  tools?: SiteTools;
  /** What came back for serverInfo, and when, in milliseconds by this device's clock. */
  answer?: ProbeAnswer;
  answeredAt?: number;
  server?: ServerInfo;
  /** How the one call for a request token ended. */
  leg?: Leg;
  /** Seconds that the add-in's host is ahead of this device, by its Date header. */
  hostAhead?: number;
  /** Bytes; undefined where Jira does not say. */
  uploadLimit?: number | undefined;
}

export type Leg = { readonly kind: "granted" } | { readonly kind: "failed"; readonly error: Trouble };

/** Those who are asked for before it was seen that they are there: a fault in the table of checks. */
export function site(chart: Chart): Site {
  return there(chart.site, "site");
}
export function tools(chart: Chart): SiteTools {
  return there(chart.tools, "tools");
}
export function jira(chart: Chart): Jira {
  return there(tools(chart).jira, "jira");
}

function there<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The doctor's ${name} is asked for too early`);
  return value;
}
