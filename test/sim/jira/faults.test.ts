import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createJira } from "../../../sim/jira/jira.ts";
import { accessToken, startJira, type Bench } from "./client.ts";

let jira: Bench;
beforeEach(async () => {
  jira = await startJira();
});
afterEach(() => jira.close());

const info = "/rest/api/2/serverInfo";

describe("what can go wrong", () => {
  it("answers like a proxy, like a single sign-on, or not at all", async () => {
    jira.control.setDown("503");
    expect((await jira.call("GET", info)).status).toBe(503);
    jira.control.setDown("login-page");
    const sso = await jira.call("GET", info);
    expect([sso.status, sso.headers["content-type"]]).toEqual([200, "text/html;charset=UTF-8"]);
    jira.control.setDown("drop");
    await expect(jira.call("GET", info)).rejects.toThrow();
    jira.control.setDown("up");
    expect((await jira.call("GET", info)).status).toBe(200);
    expect(jira.control.log().map(({ status }) => status)).toEqual([503, 200, 0, 200]);
  });

  it("can carry a request out and lose its answer, once", async () => {
    const token = await accessToken(jira, "anna");
    const path = "/rest/api/2/issue/DEMO-1/comment";
    jira.control.dropNextAnswerOf(/\/comment$/, "POST");
    expect((await jira.signed(token, "GET", path)).status).toBe(200);
    await expect(jira.signed(token, "POST", path, { body: "lost" })).rejects.toThrow();
    expect((await jira.signed(token, "POST", path, { body: "seen" })).status).toBe(201);
    expect(jira.control.issue("DEMO-1")?.comments.map(({ body }) => body)).toEqual(["lost", "seen"]);
    expect(jira.control.log().filter(({ dropped }) => dropped)).toMatchObject([
      { status: 201, user: "anna" },
    ]);
  });

  it("limits the rate a user, and says when to come back", async () => {
    const token = await accessToken(jira, "anna");
    jira.control.setRateLimit({ limit: 1, fillRate: 1, intervalSeconds: 60 });
    const first = await jira.signed(token, "GET", info);
    expect([first.status, first.headers["retry-after"], first.headers["x-ratelimit-remaining"]]).toEqual([
      200,
      "0",
      "0",
    ]);
    const second = await jira.signed(token, "GET", info);
    expect(second.status).toBe(429);
    expect(Number(second.headers["retry-after"])).toBeGreaterThan(0);
    jira.control.setRateLimit(undefined);
    expect((await jira.signed(token, "GET", info)).status).toBe(200);
  });

  it("refuses raw characters in an address before Jira sees them", async () => {
    for (const char of ["[", "]", "{", "}", "|", "\\", "^", '"', "<", ">"]) {
      const answer = await jira.call("GET", `/rest/api/2/search?jql=a${char}`);
      expect([answer.status, answer.headers["content-type"]]).toEqual([400, "text/html;charset=UTF-8"]);
    }
  });

  it("knows nothing outside its context path", async () => {
    const root = await startJira({ contextPath: "" });
    expect((await root.call("GET", info)).status).toBe(200);
    await root.close();
    const outside = await fetch(`http://127.0.0.1:${jira.port}/rest/api/2/serverInfo`);
    expect(outside.status).toBe(404);
  });

  it("logs who asked for what, from where, and with a cookie or not", async () => {
    const path = "/rest/api/2/myself";
    const Authorization = jira.authorization("GET", path, { oauth_token: "unknown" });
    await jira.call("GET", path, { headers: { Authorization, Origin: "https://a.example", Cookie: "x=y" } });
    expect(jira.control.log()).toEqual([
      {
        method: "GET",
        url: `/jira${path}`,
        status: 401,
        dropped: false,
        user: undefined,
        oauthProblem: "token_rejected",
        origin: "https://a.example",
        hadCookie: true,
      },
    ]);
  });
});

describe("a data folder", () => {
  it("brings everything back after a restart", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "inlink-jira-"));
    try {
      const before = await startJira({ dataDir });
      const token = await accessToken(before, "anna");
      before.control.allow("https://allowed.example");
      await before.signed(token, "POST", "/rest/api/2/issue/DEMO-1/comment", { body: "kept" });
      const path = "/rest/api/2/issue/DEMO-1/attachments";
      await before.call("POST", path, {
        headers: {
          Authorization: before.authorization("POST", path, { oauth_token: token }),
          "Content-Type": "multipart/form-data; boundary=----boundary-of-the-test-mail",
          "X-Atlassian-Token": "no-check",
        },
        body:
          '------boundary-of-the-test-mail\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n' +
          "\r\nbytes\r\n------boundary-of-the-test-mail--\r\n",
      });
      await before.close();
      const { control } = createJira({ scheme: "http", dataDir });
      expect(control.tokens()).toMatchObject([{ token, kind: "access", userName: "anna" }]);
      expect(control.issue("DEMO-1")).toMatchObject({
        comments: [{ body: "kept" }],
        attachments: [{ size: 5 }],
      });
      expect(control.issue("DEMO-1")?.attachments[0]?.bytes.toString()).toBe("bytes");
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });
});
