import { request, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { createRelay } from "../../sim/addin/relay.ts";
import { listen, type RunningServer } from "../../sim/listen.ts";

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const seen: Seen[] = [];
let jira: RunningServer;
let host: RunningServer;

beforeAll(async () => {
  jira = await listen((incoming, response) => {
    void text(incoming).then((body) => {
      seen.push({ method: incoming.method ?? "", url: incoming.url ?? "", headers: incoming.headers, body });
      response.writeHead(201, {
        "Set-Cookie": "JSESSIONID=1",
        "X-AUSERNAME": "anna",
        "Content-Type": "text/html",
      });
      response.end("<p>from Jira</p>");
    });
  });
  const upstream = () => ({
    publicUrl: "http://jira.example.com/jira",
    connect: { host: "127.0.0.1", port: jira.port, ca: "" },
  });
  host = await listen(createRelay("/jira-relay", upstream));
});
afterAll(() => Promise.all([host.close(), jira.close()]));
beforeEach(() => void (seen.length = 0));

async function text(stream: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** Node's own client sends a path as it is given; fetch would tidy it up. */
function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = "",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port: host.port,
        method,
        path,
        headers: { Authorization: "OAuth a=1", ...headers },
      },
      (answer) =>
        void text(answer).then((all) =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: all }),
        ),
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("the relay", () => {
  it("passes path and query byte for byte, as they are part of the signature", async () => {
    const path = "/rest/api/2/search?jql=a+b%20c%7e&b=%C3%BC&a=1&a=&=";
    await send("GET", `/jira-relay${path}`);
    expect(seen.map(({ url }) => url)).toEqual([`/jira${path}`]);
  });

  it("shows Jira its own host and origin, and neither cookie nor referrer", async () => {
    const forged = {
      Cookie: "JSESSIONID=2",
      Referer: "https://addin.example.com/",
      Origin: "https://addin.example.com",
    };
    await send(
      "POST",
      "/jira-relay/rest/api/2/issue",
      { ...forged, "X-Forwarded-Host": "evil.example" },
      "{}",
    );
    expect(seen[0]?.headers).toMatchObject({
      host: "jira.example.com",
      origin: "http://jira.example.com",
      authorization: "OAuth a=1",
    });
    expect(seen[0]?.headers).not.toHaveProperty("cookie");
    expect(seen[0]?.headers).not.toHaveProperty("referer");
    expect(seen[0]?.headers).not.toHaveProperty("x-forwarded-host");
    expect(seen[0]?.body).toBe("{}");
  });

  it("brings back status and body, drops cookies, and lets nothing become a page", async () => {
    const answer = await send("GET", "/jira-relay/rest/api/2/myself");
    expect(answer).toMatchObject({ status: 201, body: "<p>from Jira</p>" });
    expect(answer.headers).toMatchObject({
      "x-ausername": "anna",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox",
    });
    expect(answer.headers).not.toHaveProperty("set-cookie");
  });

  it.each(["request-token", "access-token"])("passes POST, and only POST, to OAuth's %s", async (servlet) => {
    const path = `/jira-relay/plugins/servlet/oauth/${servlet}`;
    expect((await send("POST", path)).status).toBe(201);
    expect((await send("GET", path)).status).toBe(403);
  });

  it.each([
    ["a login page", "POST", "/login.jsp"],
    ["Jira's Allow page", "GET", "/plugins/servlet/oauth/authorize"],
    ["a file of an issue", "GET", "/secure/attachment/10000/a.html"],
    ["another plug-in's REST", "GET", "/rest/applinks/1.0/applicationlink"],
    ["a way out by dots", "GET", "/rest/api/2/../../../login.jsp"],
    ["a way out by encoded dots", "GET", "/rest/api/2/%2e%2e/%2E%2E/x"],
    ["a path parameter", "GET", "/rest/api/2/..;/..;/x"],
    ["a doubled slash", "GET", "//rest/api/2/myself"],
    ["a method that Inlink never uses", "PATCH", "/rest/api/2/myself"],
  ])("refuses %s", async (_name, method, path) => {
    const answer = await send(method, `/jira-relay${path}`);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatch(/^Relay: /);
    expect(seen).toEqual([]);
  });

  it.each([
    ["a password", "Basic YTph"],
    ["a bearer token", "Bearer abc"],
    ["nothing", ""],
  ])("refuses a request that carries %s instead of a signature", async (_name, Authorization) => {
    expect((await send("GET", "/jira-relay/rest/api/2/myself", { Authorization })).status).toBe(403);
    expect(seen).toEqual([]);
  });

  it("answers 502 where Jira cannot be reached", async () => {
    const gone = await listen(() => undefined);
    await gone.close();
    const connect = { host: "127.0.0.1", port: gone.port, ca: "" };
    const alone = await listen(createRelay("/r", () => ({ publicUrl: "http://jira.example.com", connect })));
    const answer = await fetch(`http://127.0.0.1:${alone.port}/r/rest/api/2/myself`, {
      headers: { Authorization: "OAuth a=1" },
    });
    expect(answer.status).toBe(502);
    expect(await answer.text()).toMatch(/^Relay: Jira did not answer/);
    await alone.close();
  });
});
