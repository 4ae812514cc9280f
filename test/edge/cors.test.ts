import { describeServers, startStory, values, type EdgeStory, type Sent } from "./edgeStory.ts";

const origin = "https://addin.bench.test";
const exposed = "WWW-Authenticate, Retry-After, X-RateLimit-Remaining, X-AUSERNAME, Date";
const cors = [
  "Access-Control-Allow-Origin",
  "Access-Control-Allow-Credentials",
  "Access-Control-Allow-Methods",
  "Access-Control-Allow-Headers",
  "Access-Control-Expose-Headers",
  "Access-Control-Max-Age",
];
const oauth = ["/plugins/servlet/oauth/request-token", "/plugins/servlet/oauth/access-token"];
const browser = { "User-Agent": "Mozilla/5.0" };

describeServers("CORS in front of Jira", (server) => {
  let story: EdgeStory;
  beforeAll(async () => {
    story = await startStory(server, { hosting: { mode: "cors", host: origin } });
    story.jira.allow(origin);
  });
  afterAll(() => story.close());
  beforeEach(() => void (story.arrived.length = 0));

  const ask = (method: string, path: string, from: string | undefined, sent: Sent = {}) =>
    story.atJira(method, `/jira${path}`, {
      ...sent,
      headers: { ...browser, ...(from !== undefined && { Origin: from }), ...sent.headers },
    });
  const asPreflight = (method: string, headers: string): Sent => ({
    headers: { "Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers },
  });

  it.each([
    ...oauth,
    "/rest/api/2/issue",
    "/rest/api/2/issue/DEMO-1/attachments",
    "/rest/api/2/search?jql=a%20b",
  ])("answers a preflight for %s itself", async (path) => {
    const answer = await ask("OPTIONS", path, origin, asPreflight("POST", "authorization,content-type"));
    expect(answer.status).toBe(204);
    expect(cors.map((name) => values(answer, name))).toEqual([
      [origin],
      [],
      ["GET, POST, PUT, DELETE"],
      ["Authorization, Content-Type, X-Atlassian-Token"],
      values(answer, "Access-Control-Expose-Headers"),
      ["3600"],
    ]);
    expect(values(answer, "Vary").join()).toContain("Origin");
    expect(story.arrived).toEqual([]);
  });

  it("lets the origin read answers, with every header once", async () => {
    const answer = await ask("GET", "/rest/api/2/myself", origin, {
      headers: { Authorization: story.authorization("GET", "/rest/api/2/myself") },
    });
    expect(answer.status).toBe(200);
    expect(values(answer, "Access-Control-Allow-Origin")).toEqual([origin]);
    expect(values(answer, "Access-Control-Expose-Headers")).toEqual([exposed]);
    expect(values(answer, "Access-Control-Allow-Credentials")).toEqual([]);
    expect(values(answer, "Vary").join()).toContain("Origin");
  });

  it("lets the origin read why OAuth refused", async () => {
    for (const path of [...oauth, "/rest/api/2/myself"]) {
      const answer = await ask(path.startsWith("/rest") ? "GET" : "POST", path, origin, {
        headers: { Authorization: 'OAuth oauth_consumer_key="unknown"' },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers["www-authenticate"]).toMatch(/^OAuth /);
      expect(values(answer, "Access-Control-Allow-Origin")).toEqual([origin]);
      expect(values(answer, "Access-Control-Expose-Headers")).toEqual([exposed]);
      expect(values(answer, "Access-Control-Allow-Credentials")).toEqual([]);
    }
  });

  it("lets the origin create an issue, which Jira's allowlist must allow as well", async () => {
    const answer = await ask("POST", "/rest/api/2/issue", origin, {
      headers: {
        Authorization: story.authorization("POST", "/rest/api/2/issue"),
        "Content-Type": "application/json",
      },
      body: '{"fields":{"project":{"key":"DEMO"},"issuetype":{"name":"Task"},"summary":"CORS"}}',
    });
    expect(answer.status).toBe(201);
    expect(values(answer, "Access-Control-Allow-Origin")).toEqual([origin]);
  });

  it.each([
    ["another origin", "https://evil.example"],
    ["an origin that only begins like ours", `${origin}.evil.example`],
    ["an origin that only ends like ours", `https://x${origin.slice("https://".length)}`],
    ["an origin that only looks like ours", "https://addin-bench.test"],
    ["our name by http", origin.replace("https", "http")],
    ["a page without an origin", "null"],
    ["no origin at all", undefined],
  ])("gives %s nothing", async (_name, from) => {
    for (const path of [oauth[0] ?? "", "/rest/api/2/issue"]) {
      const preflight = await ask("OPTIONS", path, from, asPreflight("POST", "authorization"));
      const refusal = await ask("POST", path, from);
      for (const answer of [preflight, refusal])
        expect(cors.flatMap((name) => values(answer, name))).toEqual([]);
    }
  });

  it("leaves what Jira answers to an origin of its own allowlist as it is", async () => {
    const theirs = "https://other-tool.example";
    story.jira.allow(theirs);
    const answer = await ask("GET", "/rest/api/2/serverInfo", theirs);
    expect(values(answer, "Access-Control-Allow-Origin")).toEqual([theirs]);
    expect(values(answer, "Access-Control-Allow-Credentials")).toEqual(["true"]);
    const preflight = await ask("OPTIONS", "/rest/api/2/issue", theirs, asPreflight("POST", "content-type"));
    expect(preflight.status).toBe(200);
    expect(values(preflight, "Access-Control-Allow-Origin")).toEqual([theirs]);
    expect(values(preflight, "Access-Control-Allow-Methods")).toEqual(["POST"]);
  });

  it("opens no other path of Jira", async () => {
    for (const path of [
      "/login.jsp",
      "/plugins/servlet/oauth/authorize",
      "/secure/attachment/1/a.txt",
      "/restless",
    ]) {
      const answer = await ask("GET", path, origin);
      const preflight = await ask("OPTIONS", path, origin, asPreflight("GET", "authorization"));
      expect(values(answer, "Access-Control-Allow-Origin")).toEqual([]);
      expect(values(preflight, "Access-Control-Allow-Origin")).toEqual([]);
    }
  });

  it("lets the origin read that Jira is down", async () => {
    story.jira.setDown("drop");
    const answer = await ask("GET", "/rest/api/2/myself", origin);
    story.jira.setDown("up");
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(values(answer, "Access-Control-Allow-Origin")).toEqual([origin]);
  });
});
