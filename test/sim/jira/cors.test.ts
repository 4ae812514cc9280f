import { accessToken, startJira, type Bench } from "./client.ts";

let jira: Bench;
beforeAll(async () => {
  jira = await startJira();
  jira.control.allow("https://allowed.example");
});
afterAll(() => jira.close());

function preflight(path: string, headers: Record<string, string>) {
  return jira.call("OPTIONS", path, { headers: { Origin: "https://allowed.example", ...headers } });
}
const corsHeaders = (headers: object) =>
  Object.keys(headers).filter((name) => name.startsWith("access-control"));

describe("CORS", () => {
  it("answers a good preflight with exactly Jira's headers", async () => {
    const answer = await preflight("/rest/api/2/issue", {
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization,content-type,x-atlassian-token",
    });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      "access-control-allow-origin": "https://allowed.example",
      "access-control-allow-credentials": "true",
      "access-control-max-age": "3600",
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "X-Atlassian-Token, Authorization, Content-Type",
    });
    expect(answer.headers.vary).toBeUndefined();
  });

  it.each([
    ["a foreign origin", "/rest/api/2/issue", { Origin: "https://evil.example" }],
    [
      "a header that is not allowed",
      "/rest/api/2/issue",
      { "Access-Control-Request-Headers": "X-Requested-With" },
    ],
    ["a method that the resource has not", "/rest/api/2/issue", { "Access-Control-Request-Method": "PUT" }],
    ["another API", "/rest/api/1.0/labels/suggest", { "Access-Control-Request-Method": "GET" }],
    [
      "the Authorization header from an origin that is only linked",
      "/rest/api/2/issue",
      { Origin: "https://inlink.example", "Access-Control-Request-Headers": "authorization" },
    ],
  ])("lets a preflight fail as a bare 200 for %s", async (_what, path, headers) => {
    const answer = await preflight(path, { "Access-Control-Request-Method": "POST", ...headers });
    expect([answer.status, answer.text, corsHeaders(answer.headers)]).toEqual([200, "", []]);
  });

  it("marks REST answers for an allowed origin, and exposes three headers", async () => {
    const answer = await jira.call("GET", "/rest/api/2/serverInfo", {
      headers: { Origin: "https://allowed.example" },
    });
    expect(answer.headers).toMatchObject({
      "access-control-allow-origin": "https://allowed.example",
      "access-control-expose-headers": "Origin, Authorization, Content-Type",
    });
    const foreign = await jira.call("GET", "/rest/api/2/serverInfo", {
      headers: { Origin: "https://evil.example" },
    });
    expect([foreign.status, corsHeaders(foreign.headers)]).toEqual([200, []]);
  });

  it("is nowhere on the OAuth servlets, nor on an OAuth problem, nor on pages", async () => {
    const headers = { Origin: "https://allowed.example", "Access-Control-Request-Method": "POST" };
    const servlet = await jira.call("OPTIONS", "/plugins/servlet/oauth/request-token", { headers });
    expect(corsHeaders(servlet.headers)).toEqual([]);
    const path = "/rest/api/2/myself";
    const Authorization = jira.authorization("GET", path, { oauth_token: "unknown" });
    const problem = await jira.call("GET", path, { headers: { ...headers, Authorization } });
    expect([problem.status, corsHeaders(problem.headers)]).toEqual([401, []]);
    expect(corsHeaders((await jira.call("GET", "/login.jsp", { headers })).headers)).toEqual([]);
  });

  it("comes with the headers that are on every REST answer", async () => {
    const token = await accessToken(jira, "anna");
    const { headers } = await jira.signed(token, "GET", "/rest/api/2/myself");
    expect(headers).toMatchObject({
      "content-security-policy": "sandbox",
      "x-frame-options": "SAMEORIGIN",
      "x-seraph-loginreason": "OK",
      "x-ratelimit-limit": "30",
      "retry-after": "0",
    });
  });
});
