/** The doctor's ports with everything real behind them: the bench's hosts, our own signing and REST. Only Outlook is played. */
import type { Bench, BenchSite } from "../../sim/bench.ts";
import { readConfig } from "../../src/config/config.ts";
import { examine } from "../../src/core/doctor/doctor.ts";
import type { CheckId, Finding } from "../../src/core/doctor/finding.ts";
import type {
  DoctorPorts,
  LocalNetwork,
  ProbeAnswer,
  ProbeOptions,
  SiteTools,
} from "../../src/core/doctor/ports.ts";
import type { Site } from "../../src/core/site.ts";
import { createJira } from "../../src/jira/jira.ts";
import { keyProtection } from "../../src/oauth/keyProtection.ts";
import { createOAuth } from "../../src/oauth/legs.ts";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";
import { createServerClock } from "../../src/oauth/serverClock.ts";
import { createSignedFetch } from "../../src/oauth/signedFetch.ts";
import { outlookFacts } from "../core/doctor/fakes.ts";
import { browserFetch, opaque, type BrowserFetch } from "./browser.ts";

export interface Patient {
  /** undefined: nobody is signed in. */
  readonly token?: string | undefined;
  readonly passphrase?: string;
  /** Where the page is; the add-in's host unless told. */
  readonly pageUrl?: string;
  /** The page is on Jira's own host, and this is the site of its config.json. */
  readonly sameOrigin?: BenchSite;
  readonly localNetwork?: LocalNetwork;
  readonly signal?: AbortSignal;
}

function portsOf(bench: Bench, patient: Patient = {}): DoctorPorts {
  const { sameOrigin } = patient;
  const folder = sameOrigin ? `${new URL(sameOrigin.baseUrl).origin}/addin` : bench.addinOrigin;
  const pageUrl = patient.pageUrl ?? `${folder}/taskpane.html`;
  const outside = browserFetch(bench, new URL(pageUrl).origin);
  const fetch: BrowserFetch = async (url, init) =>
    sameOrigin && url.endsWith("/config.json")
      ? new Response(JSON.stringify({ version: 1, sites: [sameOrigin] }))
      : await outside(url, init);
  return {
    pageUrl,
    now: Date.now,
    readConfig: () =>
      readConfig(async () => {
        const answer = await fetch(new URL("config.json", pageUrl).href);
        return { status: answer.status, text: await answer.text() };
      }, pageUrl),
    openSite: (site) => open(site, fetch, patient),
    probe: (url, options) => probe(fetch, url, options),
    localNetwork: () => Promise.resolve(patient.localNetwork ?? "unknown"),
    outlook: outlookFacts(),
    storage: () => Promise.resolve({ local: true, indexedDb: true }),
  };
}

async function open(site: Site, fetch: BrowserFetch, { token, passphrase }: Patient): Promise<SiteTools> {
  const clock = createServerClock(Date.now);
  const key = await readPrivateKey(site.privateKey, passphrase);
  const { baseUrl, via, consumerKey } = site;
  const signing = { baseUrl, via, consumerKey, key, fetch, clock };
  const asUser = createSignedFetch({ ...signing, token: () => token });
  return {
    ...keyProtection(site.privateKey),
    oauth: createOAuth(signing),
    signed: (as) => (as === "user" ? asUser : createSignedFetch({ ...signing, token: () => "" })),
    clockAhead: clock.ahead,
    jira: token === undefined ? undefined : createJira(asUser, Date.now),
  };
}

async function probe(fetch: BrowserFetch, url: string, options: ProbeOptions = {}): Promise<ProbeAnswer> {
  const { method = "GET", mode = "cors", headers = {}, body, signal } = options;
  let answer: Response;
  try {
    answer = await fetch(url, {
      method,
      mode,
      headers,
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
  } catch {
    return { kind: "failed", reason: "network" };
  }
  if (answer === opaque) return { kind: "opaque" };
  if (answer.status >= 300 && answer.status < 400) return { kind: "redirect" };
  return {
    kind: "answer",
    status: answer.status,
    type: answer.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "",
    text: (await answer.text()).slice(0, 2000),
    headers: answer.headers,
  };
}

export async function examined(bench: Bench, patient?: Patient): Promise<readonly Finding[]> {
  return await examine(portsOf(bench, patient), () => undefined, patient?.signal);
}

export function of(findings: readonly Finding[], check: CheckId): Finding {
  const found = findings.find((finding) => finding.check === check);
  if (!found) throw new Error(`Nothing was found by ${check}`);
  return found;
}

/** Check → code, of those that are neither good nor skipped. */
export function complaints(findings: readonly Finding[]): Readonly<Partial<Record<CheckId, string>>> {
  return Object.fromEntries(
    findings
      .filter(({ verdict }) => verdict !== "good" && verdict !== "skipped")
      .map(({ check, code }) => [check, code]),
  );
}
