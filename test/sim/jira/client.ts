/** A consumer for the tests of the stand-in, on node:crypto and node:http alone: not the product's code. */
import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { request, type IncomingHttpHeaders } from "node:http";
import { listen, type RunningServer } from "../../../sim/listen.ts";
import { createJira, type JiraStandIn } from "../../../sim/jira/jira.ts";
import type { JiraOptions } from "../../../sim/jira/options.ts";

const pair = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
export const publicKey = pair.publicKey;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Of a form body. */
  readonly form: URLSearchParams;
  readonly json: unknown;
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Bench extends JiraStandIn {
  readonly port: number;
  /** `http://localhost:<port>/jira` */
  readonly base: string;
  close(): Promise<void>;
  call(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** JSON body, signed with the token. */
  signed(token: string, method: string, path: string, body?: unknown): Promise<Answer>;
  /** `Authorization` for one request. */
  authorization(method: string, path: string, parameters?: Readonly<Record<string, string>>): string;
}

export async function startJira(options: Partial<JiraOptions> = {}): Promise<Bench> {
  const jira = createJira({ scheme: "http", ...options });
  const server: RunningServer = await listen(jira.handle);
  const { port } = server;
  const base = `http://localhost:${port}${options.contextPath ?? "/jira"}`;
  jira.control.createLink({
    applicationUrl: "https://inlink.example",
    consumerKey: "inlink",
    consumerName: "Inlink",
    publicKey,
  });
  const authorization: Bench["authorization"] = (method, path, parameters = {}) =>
    header(sign(method, base + path, parameters));
  const call: Bench["call"] = (method, path, sent = {}) => send(port, method, base + path, sent);
  return {
    ...jira,
    port,
    base,
    close: () => server.close(),
    call,
    authorization,
    signed: (token, method, path, body) =>
      call(method, path, {
        headers: {
          Authorization: authorization(method, path, { oauth_token: token }),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** All oauth_ parameters, the signature among them. An empty value takes a parameter away. */
export function sign(
  method: string,
  url: string,
  overrides: Readonly<Record<string, string>> = {},
): readonly (readonly [string, string])[] {
  const [address = "", query = ""] = url.split("?");
  const usual: Record<string, string> = {
    oauth_consumer_key: "inlink",
    oauth_signature_method: "RSA-SHA1",
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_nonce: randomBytes(16).toString("hex"),
    oauth_version: "1.0",
    ...overrides,
  };
  const own = Object.entries(usual).filter(([name]) => name !== "oauth_signature");
  const all = [...own, ...new URLSearchParams(query)]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  const text = [method, address, all].map(encode).join("&");
  const signature =
    overrides["oauth_signature"] ?? createSign("RSA-SHA1").update(text).sign(pair.privateKey, "base64");
  return [...own, ["oauth_signature", signature]];
}

export function header(parameters: readonly (readonly [string, string])[]): string {
  return `OAuth ${parameters.map(([name, value]) => `${encode(name)}="${encode(value)}"`).join(", ")}`;
}

function send(port: number, method: string, url: string, { headers = {}, body }: Sent): Promise<Answer> {
  const at = new URL(url);
  // The raw path, not the one that URL would repair.
  const path = url.slice(at.origin.length);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: "127.0.0.1", port, method, path, headers: { Host: at.host, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const isJson = response.headers["content-type"]?.startsWith("application/json") ?? false;
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            form: new URLSearchParams(text),
            json: isJson ? (JSON.parse(text) as unknown) : undefined,
          });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** A person with a browser: keeps the session cookie, sends forms. */
export interface Person {
  get(path: string): Promise<Answer>;
  /** With the form token of the page last seen. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>;
  readonly cookie: () => string;
}

export async function logIn(bench: Bench, name: string): Promise<Person> {
  let cookie = "";
  let formToken = "";
  const see = (answer: Answer) => {
    const set = answer.headers["set-cookie"]?.[0];
    if (set !== undefined) cookie = set.split(";")[0] ?? "";
    formToken = /name="atl_token" value="(\w+)"/.exec(answer.text)?.[1] ?? formToken;
    return answer;
  };
  const headers = () => ({ Cookie: cookie, "User-Agent": "Mozilla/5.0" });
  const person: Person = {
    cookie: () => cookie,
    get: async (path) => see(await bench.call("GET", path, { headers: headers() })),
    post: async (path, fields) =>
      see(
        await bench.call("POST", path, {
          headers: { ...headers(), "Content-Type": "application/x-www-form-urlencoded" },
          body: new URLSearchParams({ atl_token: formToken, ...fields }).toString(),
        }),
      ),
  };
  await person.post("/login.jsp", { os_username: name, os_password: name });
  return person;
}

const callback = "https://inlink.example/signin.html";

export async function requestToken(bench: Bench, oauthCallback = callback): Promise<string> {
  const path = "/plugins/servlet/oauth/request-token";
  const answer = await bench.call("POST", path, {
    headers: { Authorization: bench.authorization("POST", path, { oauth_callback: oauthCallback }) },
  });
  return answer.form.get("oauth_token") ?? "";
}

export async function exchange(bench: Bench, parameters: Readonly<Record<string, string>>): Promise<Answer> {
  const path = "/plugins/servlet/oauth/access-token";
  return bench.call("POST", path, {
    headers: { Authorization: bench.authorization("POST", path, parameters) },
  });
}

/** Presses the button and gives back where Jira sends the browser. */
export async function decide(person: Person, token: string, button: "approve" | "deny"): Promise<Answer> {
  await person.get(`/plugins/servlet/oauth/authorize?oauth_token=${token}`);
  return person.post("/plugins/servlet/oauth/authorize", { oauth_token: token, [button]: "x" });
}

/** The whole dance. */
export async function accessToken(bench: Bench, name: string): Promise<string> {
  const token = await requestToken(bench);
  const { headers } = await decide(await logIn(bench, name), token, "approve");
  const verifier = new URL(headers.location ?? "").searchParams.get("oauth_verifier") ?? "";
  const answer = await exchange(bench, { oauth_token: token, oauth_verifier: verifier });
  return answer.form.get("oauth_token") ?? "";
}
