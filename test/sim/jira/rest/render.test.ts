import { accessToken, startJira, type Bench } from "../client.ts";

let jira: Bench;
let anna: string;
beforeAll(async () => {
  jira = await startJira();
  anna = await accessToken(jira, "anna");
});
afterAll(() => jira.close());

const path = "/rest/api/1.0/render";
const wiki = (unrenderedMarkup: string) => ({ rendererType: "atlassian-wiki-renderer", unrenderedMarkup });
const ask = (body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  jira.call("POST", path, {
    headers: {
      Authorization: jira.authorization("POST", path, { oauth_token: anna }),
      "Content-Type": "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
  });

describe("the preview of Jira's editor", () => {
  it("is a part of a page, with or without an issue", async () => {
    for (const issueKey of ["DEMO-1", "", undefined, "NONE-1"]) {
      const answer = await ask({ ...wiki("h1. Hi\n* _one_"), issueKey });
      expect([answer.status, answer.text]).toEqual([200, "<h1>Hi</h1><ul><li><em>one</em></li></ul>"]);
      expect(answer.headers["content-type"]).toBe("text/html;charset=UTF-8");
    }
  });

  it("knows no file that is not attached yet, and keeps nothing", async () => {
    const before = JSON.stringify(jira.control.issue("DEMO-1"));
    expect((await ask({ ...wiki("!new.png!"), issueKey: "DEMO-1" })).text).toContain("Unable to render");
    expect(JSON.stringify(jira.control.issue("DEMO-1"))).toBe(before);
  });

  it("shows markup as it is where another renderer is asked for", async () => {
    expect((await ask({ ...wiki("*a* <b>"), rendererType: "jira-text-renderer" })).text).toBe(
      "*a* &lt;b&gt;",
    );
  });

  it("needs a user, JSON, somebody who takes HTML, and Jira's own origin", async () => {
    const unsigned = await jira.call("POST", path, {
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wiki("a")),
    });
    expect(unsigned.status).toBe(401);
    expect((await ask(wiki("a"), { "Content-Type": "text/xml" })).status).toBe(415);
    expect((await ask(wiki("a"), { Accept: "application/json" })).status).toBe(406);
    expect((await ask(wiki("a"), { Accept: "text/html, */*; q=0.01" })).status).toBe(200);
    const foreign = { "User-Agent": "Mozilla/5.0 Chrome/130", Origin: "https://evil.example" };
    expect(await ask(wiki("a"), foreign)).toMatchObject({ status: 403, text: "XSRF check failed" });
    expect((await jira.signed(anna, "GET", path)).status).toBe(405);
  });
});
