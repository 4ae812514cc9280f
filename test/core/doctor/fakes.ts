/** The doctor's ports in memory: all is well unless told otherwise. */
import { examine } from "../../../src/core/doctor/doctor.ts";
import type { CheckId, Finding } from "../../../src/core/doctor/finding.ts";
import type {
  DoctorPorts,
  OutlookFacts,
  ProbeAnswer,
  ProbeOptions,
  SiteTools,
} from "../../../src/core/doctor/ports.ts";
import type { SignedRequest } from "../../../src/core/http.ts";
import type { Config, Site } from "../../../src/core/site.ts";
import { fakeJira, fakeOAuth, site as plainSite } from "../fakes.ts";

const pageUrl = "https://addin.example.com/inlink/taskpane.html";
export const relaySite: Site = { ...plainSite, via: "https://addin.example.com/inlink/jira-relay" };
/** Milliseconds since 1970. */
export const now = Date.UTC(2026, 10, 12, 9, 14);

export function outlookFacts(more: Partial<OutlookFacts> = {}): OutlookFacts {
  return {
    host: "OutlookWebApp",
    version: "20261106003.04",
    platform: "OfficeOnline",
    script: "ready",
    claimedSet: "1.15",
    methods: {
      "item.body.getAsync": true,
      "item.getAttachmentContentAsync": true,
      "item.getAsFileAsync": true,
      "mailbox.addHandlerAsync": true,
      "roamingSettings.saveAsync": true,
      "ui.displayDialogAsync": true,
    },
    ...more,
  };
}

export function answer(
  status: number,
  text: string,
  type = "application/json",
  headers: Readonly<Record<string, string>> = {},
): ProbeAnswer {
  return { kind: "answer", status, type, text, headers: new Headers(headers) };
}
export const page = (status: number, text = "<html></html>") => answer(status, text, "text/html");
export const failed = (reason: "network" | "policy" | "timeout" = "network"): ProbeAnswer => ({
  kind: "failed",
  reason,
});
export const serverInfo = (more: Readonly<Record<string, unknown>> = {}) =>
  answer(
    200,
    JSON.stringify({
      baseUrl: plainSite.baseUrl,
      version: "9.12.5",
      deploymentType: "Server",
      serverTime: new Date(now).toISOString().replace("Z", "+0000"),
      serverTitle: "Example Jira",
      ...more,
    }),
  );

export interface Probed {
  readonly url: string;
  readonly options: ProbeOptions;
  /** GET of config.json, of serverInfo as nobody or with a token nobody has, POST of a search, and so on. */
  readonly kind: "config" | "info" | "stranger" | "simple" | "open" | "post" | "authorize" | "beside";
}

export interface Case {
  readonly site?: Site;
  readonly unknownKeys?: readonly string[];
  readonly ports?: Partial<DoctorPorts>;
  readonly tools?: Partial<SiteTools>;
  /** undefined: as where all is well. */
  readonly probe?: (probed: Probed) => ProbeAnswer | undefined;
  /** Answers of signed requests; undefined: as where all is well. */
  readonly signed?: (
    as: "user" | "two-legged",
    request: SignedRequest,
  ) => Response | undefined | Promise<Response | undefined>;
}

export function portsOf({ site = relaySite, unknownKeys = [], ...given }: Case = {}): DoctorPorts {
  const config: Config = { version: 1, sites: [site], neverSend: [], unknownKeys };
  const ports: DoctorPorts = {
    pageUrl,
    now: () => now,
    readConfig: () => Promise.resolve(config),
    openSite: () => Promise.resolve(toolsOf(given)),
    probe: (url, options = {}) => {
      const kind = kindOf(url, options);
      return Promise.resolve(given.probe?.({ url, options, kind }) ?? well[kind]);
    },
    localNetwork: () => Promise.resolve("unknown"),
    outlook: outlookFacts(),
    storage: () => Promise.resolve({ local: true, indexedDb: true }),
  };
  return { ...ports, ...given.ports };
}

function toolsOf({ tools, signed }: Case): SiteTools {
  return {
    rounds: 600_000,
    protection: "passphrase",
    oauth: fakeOAuth().oauth,
    signed: (as) => async (request) => (await signed?.(as, request)) ?? usual(as, request.path),
    clockAhead: () => 0,
    jira: fakeJira({ uploadLimit: 10_485_760 }).jira,
    ...tools,
  };
}

function usual(as: "user" | "two-legged", path: string): Response {
  if (as === "two-legged") return new Response("", { status: 401 });
  return json(path.includes("/createmeta/") ? 200 : 404, {});
}

export function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), { status, headers: { "Content-Type": "application/json" } });
}

const well: Readonly<Record<Probed["kind"], ProbeAnswer>> = {
  config: answer(200, "{}", "application/json", { Date: new Date(now).toUTCString() }),
  info: serverInfo(),
  stranger: answer(401, "oauth_problem=token_rejected", "application/x-www-form-urlencoded"),
  simple: failed(),
  open: { kind: "opaque" },
  post: answer(200, "{}"),
  authorize: { kind: "opaque" },
  beside: answer(404, "There is no such file.", "text/plain"),
};

function kindOf(url: string, { method, mode, headers = {} }: ProbeOptions): Probed["kind"] {
  if (url.endsWith("/config.json")) return "config";
  if (url.endsWith("/authorize")) return "authorize";
  if (method === "POST") return "post";
  if (!url.endsWith("/serverInfo")) return "beside";
  if (mode === "no-cors") return "open";
  const authorization = headers["Authorization"];
  if (authorization === undefined) return "simple";
  return authorization.includes("oauth_token") ? "stranger" : "info";
}

export async function examined(patient: Case = {}, signal?: AbortSignal): Promise<readonly Finding[]> {
  return await examine(portsOf(patient), () => undefined, signal);
}

export async function found(check: CheckId, patient: Case = {}): Promise<Finding> {
  const findings = await examined(patient);
  const one = findings.find((finding) => finding.check === check);
  if (!one) throw new Error(`Nothing was found by ${check}`);
  return one;
}
