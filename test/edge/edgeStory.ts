/** A real web server with the generated configuration, the stand-in behind it, and a client that sends bytes as given. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchCertificate } from "../../sim/certificate.ts";
import { startEdge } from "../../sim/edge/edge.ts";
import { edgeServers, findServers, type EdgeServer } from "../../sim/edge/servers.ts";
import type { JiraControl } from "../../sim/jira/control.ts";
import { createJira } from "../../sim/jira/jira.ts";
import { listen } from "../../sim/listen.ts";
import type { Hosting } from "../../src/setup/hosting/hosting.ts";
import { proxyFiles } from "../../src/setup/hosting/proxyFiles.ts";
import { header, publicKey, sign } from "../sim/jira/client.ts";

const jiraUrl = "https://jira.bench.test/jira";
const addinUrl = "https://addin.bench.test/inlink";
export const relayPrefix = "/inlink/jira-relay";

const installed = findServers();

/** One suite a server. Those that are not installed are named, and left out. */
export function describeServers(title: string, tests: (server: EdgeServer) => void): void {
  for (const server of edgeServers) {
    if (installed.includes(server)) describe(`${title}, ${server}`, () => tests(server));
    else describe.skip(`${title}, ${server}: not installed here, so left out`, () => tests(server));
  }
}

/** What arrived at Jira's socket. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export interface Sent {
  /** Further headers, or others; an array for a header that is sent twice. */
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export interface EdgeStory {
  readonly jira: JiraControl;
  readonly arrived: Arrived[];
  /** To the add-in's host. */
  addin(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** To Jira's host. */
  atJira(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** Signed for Jira as Anna; `path` below Jira's base URL. */
  authorization(method: string, path: string, parameters?: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

export interface StoryOptions {
  readonly hosting?: Partial<Hosting>;
  /** Whether Jira itself is reached by TLS, at an address with this port of localhost. */
  readonly tls?: boolean;
  /** Whether Tomcat was told its public address, as it is by default: without, it takes the name from the Host header. */
  readonly proxyName?: boolean;
  /** Changes the generated text, to show that a line matters. */
  readonly edit?: (text: string) => string;
}

export async function startStory(
  server: EdgeServer,
  { hosting = {}, tls = false, proxyName = !tls, edit = (text) => text }: StoryOptions = {},
): Promise<EdgeStory> {
  const arrived: Arrived[] = [];
  const standIn = createJira({
    scheme: "https",
    ...(proxyName && { proxyName: "jira.bench.test", proxyPort: 443 }),
    uploadLimit: 20 * 1024 * 1024,
  });
  const running = await listen(
    (incoming, response) => {
      const { method = "", url = "", headers, rawHeaders } = incoming;
      arrived.push({ method, url, headers, rawHeaders });
      standIn.handle(incoming, response);
    },
    tls ? await benchCertificate() : undefined,
  );
  standIn.control.createLink({
    applicationUrl: "https://inlink.invalid",
    consumerKey: "inlink",
    consumerName: "Inlink",
    publicKey,
  });
  const token = standIn.control.grant("anna", "inlink");
  const site = siteFolder();
  const address = `${tls ? "https" : "http"}://${tls ? "localhost" : "127.0.0.1"}:${running.port}`;
  const whole: Hosting = {
    jiraUrl: tls ? `${address}/jira` : jiraUrl,
    host: addinUrl,
    mode: "relay",
    upstream: tls ? undefined : address,
    framedBy: [],
    ...hosting,
  };
  const clearUp = async () => {
    await running.close();
    rmSync(site, { recursive: true, force: true });
  };
  const edge = await startEdge({
    server,
    files: proxyFiles(whole)
      .filter((file) => file.server === server)
      .map((file) => ({ ...file, text: edit(file.text) })),
    jiraUrl: whole.jiraUrl,
    standIn: address,
    site,
  }).catch(async (error: unknown) => {
    await clearUp();
    throw error;
  });
  return {
    jira: standIn.control,
    arrived,
    addin: (method, path, sent) =>
      send(edge.addinPort ?? 0, new URL(whole.host).hostname, { method, path, ...sent }),
    atJira: (method, path, sent) => send(edge.jiraPort ?? 0, "jira.bench.test", { method, path, ...sent }),
    authorization: (method, path, parameters = {}) =>
      header(sign(method, whole.jiraUrl + path, { oauth_token: token, ...parameters })),
    close: async () => {
      await edge.close();
      await clearUp();
    },
  };
}

/** The least of a built site. */
function siteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "inlink-site-"));
  chmodSync(folder, 0o755);
  for (const name of ["js", "assets"]) mkdirSync(join(folder, name));
  const page = "<!doctype html><title>Inlink</title>";
  writeFileSync(join(folder, "taskpane.html"), page);
  writeFileSync(join(folder, "app.css"), "body{}");
  writeFileSync(join(folder, "config.json"), '{"version":1}');
  writeFileSync(join(folder, "manifest.xml"), "<OfficeApp/>");
  writeFileSync(join(folder, "js/taskpane.0123456789ab.js"), "1;".repeat(2_000));
  writeFileSync(join(folder, "assets/icon-16.png"), "png");
  writeFileSync(join(folder, "assets/support.html"), page);
  return folder;
}

type Request = Sent & { readonly method: string; readonly path: string };

/** Node's own client sends a path as it is given; fetch would tidy it up. */
function send(port: number, host: string, { method, path, headers = {}, body }: Request): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all: NonNullable<Sent["headers"]> = {
      Host: host,
      ...(body !== undefined && { "Content-Length": String(Buffer.byteLength(body)) }),
      ...headers,
    };
    const flat = Object.entries(all).flatMap(([name, value]) =>
      (typeof value === "string" ? [value] : value).flatMap((one) => [name, one]),
    );
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        servername: host,
        rejectUnauthorized: false,
        method,
        path,
        headers: flat,
        agent: false,
      },
      (answer) => {
        text(answer).then(
          (all) =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              rawHeaders: answer.rawHeaders,
              body: all,
            }),
          reject,
        );
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

async function text(stream: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Every value that is sent under the name. */
export function values({ rawHeaders }: Pick<Answer, "rawHeaders">, name: string): readonly string[] {
  return rawHeaders.filter(
    (_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name.toLowerCase(),
  );
}
