import { accessToken, startJira, type Bench } from "./client.ts";

let jira: Bench;
let token: string;
beforeAll(async () => {
  jira = await startJira();
  token = await accessToken(jira, "anna");
  jira.control.allow("https://allowed.example");
});
afterAll(() => jira.close());

const chrome = "Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537.36";
const comment = "/rest/api/2/issue/DEMO-1/comment";
const remoteLink = "/rest/api/2/issue/DEMO-1/remotelink?globalId=nothing";

async function send(method: string, path: string, headers: Record<string, string>) {
  return jira.call(method, path, {
    headers: {
      Authorization: jira.authorization(method, path, { oauth_token: token }),
      "Content-Type": "application/json",
      ...headers,
    },
    ...(method === "POST" ? { body: JSON.stringify({ body: "text" }) } : {}),
  });
}

describe("Jira's XSRF filter", () => {
  const own = () => new URL(jira.base).origin;

  it.each([
    ["a browser from Jira's own origin", () => ({ "User-Agent": chrome, Origin: own() }), 201],
    [
      "a browser with Jira's own Referer",
      () => ({ "User-Agent": chrome, Referer: `${jira.base}/browse/X` }),
      201,
    ],
    [
      "a browser from an allow-listed origin",
      () => ({ "User-Agent": chrome, Origin: "https://allowed.example" }),
      201,
    ],
    ["a browser extension", () => ({ "User-Agent": chrome, Origin: "chrome-extension://abc" }), 201],
    ["no browser, from anywhere", () => ({ "User-Agent": "curl/8", Origin: "https://evil.example" }), 201],
    [
      "a browser from a foreign origin",
      () => ({ "User-Agent": chrome, Origin: "https://evil.example" }),
      403,
    ],
    ["a browser that says no origin", () => ({ "User-Agent": chrome }), 403],
    ["a browser with Origin: null", () => ({ "User-Agent": chrome, Origin: "null" }), 403],
    [
      "a browser from a foreign origin, whatever the token header says",
      () => ({ "User-Agent": chrome, Origin: "https://evil.example", "X-Atlassian-Token": "no-check" }),
      403,
    ],
    [
      "a browser from a linked origin, as it sends credentials",
      () => ({ "User-Agent": chrome, Origin: "https://inlink.example" }),
      403,
    ],
    [
      "Internet Explorer with the token header",
      () => ({ "User-Agent": "Mozilla/5.0 (Trident/7.0; rv:11.0)", "X-Atlassian-Token": "no-check" }),
      201,
    ],
  ])("judges a signed POST of %s", async (_who, headers, status) => {
    const answer = await send("POST", comment, headers());
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.text).toBe("XSRF check failed");
  });

  it("only logs DELETE, and lets GET pass", async () => {
    const foreign = { "User-Agent": chrome, Origin: "https://evil.example" };
    expect((await send("DELETE", remoteLink, foreign)).status).toBe(404);
    expect((await send("GET", comment, foreign)).status).toBe(200);
  });

  it("wants X-Atlassian-Token for the types that a form can send", async () => {
    const plain = await send("POST", comment, { "Content-Type": "text/plain" });
    expect([plain.status, plain.text]).toEqual([403, "XSRF check failed"]);
    const checked = await send("POST", comment, {
      "Content-Type": "text/plain",
      "X-Atlassian-Token": "no-check",
    });
    expect(checked.status).toBe(415);
  });

  it("goes by the origin that Tomcat believes to have", async () => {
    const behind = await startJira({ scheme: "https", proxyName: "jira.example.com", proxyPort: 443 });
    const post = (origin: string) =>
      behind.call("POST", "/rest/api/2/search", {
        headers: { "User-Agent": chrome, Origin: origin, "Content-Type": "application/json" },
        body: '{"jql":""}',
      });
    expect((await post("https://jira.example.com")).status).toBe(200);
    expect((await post("http://jira.example.com")).status).toBe(403);
    await behind.close();
  });
});
