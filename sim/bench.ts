/**
 * The whole bench: Outlook on the web, the host of office.js, the add-in's host with its relay, and Jira.
 *
 * Two layouts. `names`: true addresses, for a browser that can be told where they are. `ports`: four ports of
 * localhost, for any browser.
 */
import { existsSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { createAddin, type PageHeaders } from "./addin/addin.ts";
import { readManifest } from "./addin/manifest.ts";
import { createRelay, type RelayFaults, type Upstream } from "./addin/relay.ts";
import { createCdn } from "./cdn/cdn.ts";
import { benchCertificate } from "./certificate.ts";
import { benchConsumer } from "./consumer.ts";
import type { Edge } from "./edge/edge.ts";
import type { JiraControl } from "./jira/control.ts";
import { createJira } from "./jira/jira.ts";
import type { JiraOptions } from "./jira/options.ts";
import { listen, type Certificate } from "./listen.ts";
import { cdnOrigins, names } from "./names.ts";
import type { OtherJira } from "./otherJira.ts";
import { createOutlook, type OutlookOptions, type OutlookStandIn } from "./outlook/outlook.ts";
import { listenAnywhere, listenOnBlock, type Running } from "./ports.ts";

export interface BenchOptions {
  readonly layout: "names" | "ports";
  /** What the product asks its host to send with its pages. */
  readonly pageHeaders: PageHeaders;
  /** The built site; "dist" where absent. */
  readonly dist?: string;
  /** Keeps Jira's data, the mailboxes' settings and the consumer's key; all in memory where absent. */
  readonly dataDir?: string;
  /** Instead of the bench's own. */
  readonly certificate?: Certificate;
  /** Whether pages of the layout `ports` load office.js from Microsoft; from the bench where absent. */
  readonly officeFromMicrosoft?: boolean;
  readonly mailboxes?: OutlookOptions["mailboxes"];
  /** Changes to the stand-in's own options. */
  readonly jira?: Partial<JiraOptions>;
  /** Instead of the stand-in. */
  readonly otherJira?: OtherJira | undefined;
  /** Real web servers in the place of the bench's own; for the layout `names`. Nobody makes the application link then. */
  readonly edge?: BenchEdge;
  readonly say?: (line: string) => void;
}

export interface BenchEdge {
  /** URL of the folder where the add-in's files are, on the add-in's host or on Jira's. */
  readonly host: string;
  /** Starts them, when the stand-in listens. */
  readonly start: (standIn: StandInPorts) => Promise<Edge>;
}

export interface StandInPorts {
  /** Tomcat behind a proxy: plain http. */
  readonly plain: number;
  /** Jira as its public address has it. */
  readonly tls: number;
}

/** As in config.json; see interfaces.md. */
export interface BenchSite {
  readonly id: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly via: string | undefined;
  readonly consumerKey: string;
  readonly privateKey: string;
}

export interface Bench {
  /** @param params of the page: mailbox, select, pane, theme, width. */
  outlookUrl(params?: Readonly<Record<string, string>>): string;
  readonly outlookOrigin: string;
  readonly addinOrigin: string;
  readonly cdnOrigin: string;
  /** Base URL as people open it. */
  readonly jiraUrl: string;
  /** Value of Chromium's `--host-resolver-rules`; undefined in the layout that needs none. */
  readonly hostRules: string | undefined;
  readonly browserArgs: readonly string[];
  /** Undefined where another Jira takes the stand-in's place. */
  readonly jira: JiraControl | undefined;
  readonly outlook: OutlookStandIn;
  /** The one site of config.json as it is now. */
  site(): BenchSite;
  /** Changes keys of that site; undefined for a value leaves the key out. No argument: back to the beginning. */
  setSite(patch?: Partial<BenchSite>): void;
  /** The whole of config.json: text as it is, anything else as JSON. undefined: the generated one again. */
  setConfig(config: unknown): void;
  /** Mistakes in the relay's configuration. No argument: none. */
  setRelay(faults?: RelayFaults): void;
  /** Headers of the add-in's pages, on top of the usual ones or instead of them. No argument: back to the usual. */
  setHeaders(headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

const relayPrefix = "/jira-relay";

/** Where another Jira is used, the stand-in's port answers nothing. */
const nobody: RequestListener = (_request, response) => response.writeHead(404).end();

export async function startBench(options: BenchOptions): Promise<Bench> {
  const { layout, otherJira, dataDir } = options;
  const named = layout === "names";
  const certificate = options.certificate ?? (await benchCertificate());
  const consumer = benchConsumer(dataDir && join(dataDir, "consumer-key.pem"));
  const hadLink = dataDir !== undefined && existsSync(join(dataDir, "jira"));
  const contextPath = options.jira?.contextPath ?? "/jira";
  const standIn = otherJira
    ? undefined
    : createJira({
        scheme: "https",
        contextPath,
        ...(named && { proxyName: names.jira, proxyPort: 443 }),
        ...(dataDir && { dataDir: join(dataDir, "jira") }),
        ...options.jira,
      });

  let patch: Partial<BenchSite> = {};
  let wholeConfig: unknown;
  let headers: Readonly<Record<string, string>> = {};
  let relayFaults: RelayFaults = {};

  const port = (name: keyof Running) => running[name].port;
  const origin = (name: "outlook" | "addin" | "jira") =>
    named ? `https://${names[name]}` : `https://localhost:${port(name)}`;
  const host = () => options.edge?.host ?? origin("addin");
  const jiraUrl = () => otherJira?.url ?? origin("jira") + contextPath;
  const site = (): BenchSite => ({
    id: "main",
    name: otherJira ? new URL(otherJira.url).host : "Bench Jira",
    baseUrl: jiraUrl(),
    via: otherJira?.via ?? relayPrefix,
    consumerKey: otherJira?.consumerKey ?? consumer.key,
    privateKey: otherJira?.privateKey ?? consumer.privateKey,
    ...patch,
  });
  const upstream = (): Upstream =>
    otherJira
      ? { publicUrl: otherJira.url }
      : { publicUrl: jiraUrl(), connect: { host: "127.0.0.1", port: port("jira"), ca: certificate.cert } };

  const outlook = createOutlook({
    ...(options.mailboxes && { mailboxes: options.mailboxes }),
    ...(dataDir && { dataDir: join(dataDir, "outlook") }),
    origin: () => origin("outlook"),
    addin: () => ({
      ...readManifest(),
      taskpaneUrl: `${host()}/taskpane.html`,
      appDomains: [new URL(host()).origin, new URL(jiraUrl()).origin],
    }),
  });
  const addin = createAddin({
    folder: options.dist ?? "dist",
    config: () => configText(wholeConfig ?? { version: 1, sites: [site()] }),
    pageHeaders: options.pageHeaders,
    policy: () => ({ framedBy: [origin("outlook")], fetchedFrom: fetchedFrom(site()) }),
    relayPrefix,
    relay: createRelay(relayPrefix, upstream, () => relayFaults),
    cdn: () => (named || options.officeFromMicrosoft ? undefined : `https://localhost:${port("cdn")}`),
    headers: () => headers,
  });

  const listeners = { outlook: outlook.handle, addin, jira: standIn?.handle ?? nobody, cdn: createCdn() };
  const running = named
    ? await listenAnywhere(listeners, certificate)
    : await listenOnBlock(listeners, certificate, options.say ? { say: options.say } : {});
  // A link made anew has lost its tokens, so one that is kept with its key stays.
  if (!options.edge && (consumer.isNew || !hadLink)) {
    standIn?.control.createLink({
      applicationUrl: origin("addin"),
      consumerKey: consumer.key,
      consumerName: "Inlink",
      publicKey: consumer.publicKey,
    });
  }
  const tomcat = options.edge && (await listen(listeners.jira));
  const close = async () => {
    await Promise.all(
      [...Object.values(running), ...(tomcat ? [tomcat] : [])].map((server) => server.close()),
    );
  };
  const edge =
    tomcat &&
    (await options.edge.start({ plain: tomcat.port, tls: port("jira") }).catch(async (error: unknown) => {
      await close();
      throw error;
    }));
  const hostRules = named ? resolverRules(running, otherJira, edge) : undefined;

  return {
    outlookUrl: (params = {}) => {
      const query = new URLSearchParams(params).toString();
      return `${origin("outlook")}/mail/${query && `?${query}`}`;
    },
    outlookOrigin: origin("outlook"),
    addinOrigin: new URL(host()).origin,
    cdnOrigin: named ? cdnOrigins[0] : `https://localhost:${port("cdn")}`,
    jiraUrl: jiraUrl(),
    hostRules,
    browserArgs: hostRules === undefined ? [] : [`--host-resolver-rules=${hostRules}`],
    jira: standIn?.control,
    outlook,
    site,
    setSite: (next = {}) => void (patch = next),
    setConfig: (next) => void (wholeConfig = next),
    setRelay: (next = {}) => void (relayFaults = next),
    setHeaders: (next = {}) => void (headers = next),
    close: async () => {
      await edge?.close();
      await close();
    },
  };
}

function configText(config: unknown): string {
  return typeof config === "string" ? config : JSON.stringify(config, undefined, 2);
}

/** Origins besides its own that the pane must be allowed to fetch from: the doctor's too. */
function fetchedFrom({ baseUrl, via = "" }: BenchSite): readonly string[] {
  return [baseUrl, via].filter((url) => URL.canParse(url)).map((url) => new URL(url).origin);
}

/** True names lead to the bench, another Jira to itself, and everything else nowhere. */
function resolverRules(running: Running, otherJira: OtherJira | undefined, edge: Edge | undefined): string {
  const ports = { addin: edge?.addinPort, jira: edge?.jiraPort, outlook: undefined, cdn: undefined };
  const lead = (host: string, server: keyof Running) =>
    `MAP ${host}:443 127.0.0.1:${ports[server] ?? running[server].port}`;
  return [
    lead(names.outlook, "outlook"),
    lead(names.officeCdn, "cdn"),
    lead(names.ajaxCdn, "cdn"),
    lead(names.addin, "addin"),
    ...(otherJira ? [] : [lead(names.jira, "jira")]),
    "MAP * ~NOTFOUND",
    "EXCLUDE localhost",
    "EXCLUDE 127.0.0.1",
    ...(otherJira
      ? [otherJira.url, otherJira.via ?? ""]
          .filter((url) => URL.canParse(url))
          .map((url) => `EXCLUDE ${new URL(url).hostname}`)
      : []),
  ].join(", ");
}
