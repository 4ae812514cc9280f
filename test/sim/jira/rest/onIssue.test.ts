import { createHash } from "node:crypto";
import { accessToken, logIn, startJira, type Answer, type Bench } from "../client.ts";

let jira: Bench;
let anna: string;
beforeEach(async () => {
  jira = await startJira();
  anna = await accessToken(jira, "anna");
});
afterEach(() => jira.close());

const attachments = "/rest/api/2/issue/DEMO-1/attachments";

async function upload(files: readonly File[], part = "file", path = attachments): Promise<Answer> {
  const form = new FormData();
  for (const file of files) form.append(part, file);
  const request = new Request("http://x/", { method: "POST", body: form });
  return jira.call("POST", path, {
    headers: {
      Authorization: jira.authorization("POST", path, { oauth_token: anna }),
      "Content-Type": request.headers.get("content-type") ?? "",
      "X-Atlassian-Token": "no-check",
    },
    body: Buffer.from(await request.arrayBuffer()),
  });
}

describe("attachments", () => {
  it("arrive byte for byte, in order, under their names", async () => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_one, index) => (index * 7) % 256));
    const answer = await upload([
      new File([bytes], "Ä 漢 😀.bin"),
      new File(["x"], "b.txt", { type: "text/plain" }),
    ]);
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject([
      { filename: "Ä 漢 😀.bin", size: 70_000, author: { name: "anna" } },
      { filename: "b.txt", mimeType: "text/plain" },
    ]);
    const [first] = jira.control.issue("DEMO-1")?.attachments ?? [];
    expect(first?.bytes.equals(bytes)).toBe(true);
    expect(first?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    const { content } = (answer.json as { content: string }[])[0] ?? { content: "" };
    const person = await logIn(jira, "anna");
    const saved = await person.get(content.slice(jira.base.length));
    expect(saved.headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''%C3%84/);
    expect(saved.headers["content-length"]).toBe("70000");
    expect((await jira.call("GET", content.slice(jira.base.length))).status).toBe(302);
  });

  it("lose folders and encoded words from their names", async () => {
    await upload([new File(["x"], "=?UTF-8?B?w6QudHh0?="), new File(["x"], "..\\..\\evil.txt")]);
    expect(jira.control.issue("DEMO-1")?.attachments.map(({ filename }) => filename)).toEqual([
      "ä.txt",
      "evil.txt",
    ]);
  });

  it("are refused over the limit, of Jira or of the proxy in front", async () => {
    jira.control.setUploadLimit(10);
    const meta = await jira.signed(anna, "GET", "/rest/api/2/attachment/meta");
    expect(meta.json).toEqual({ enabled: true, uploadLimit: 10 });
    expect((await upload([new File(["12345678901"], "a.txt")])).status).toBe(413);
    jira.control.setProxyUploadLimit(100);
    const proxy = await upload([new File(["x".repeat(200)], "a.txt")]);
    expect([proxy.status, proxy.headers["content-type"]]).toEqual([413, "text/html"]);
    expect(jira.control.issue("DEMO-1")?.attachments).toEqual([]);
  });

  it("need the part name, an issue, the no-check header", async () => {
    expect((await upload([new File(["x"], "a.txt")], "attachment")).status).toBe(400);
    expect((await upload([new File(["x"], "a.txt")], "file", attachments.replace("-1", "-99"))).status).toBe(
      404,
    );
    const bare = await jira.call("POST", attachments, {
      headers: {
        Authorization: jira.authorization("POST", attachments, { oauth_token: anna }),
        "Content-Type": "multipart/form-data; boundary=x",
      },
    });
    expect([bare.status, bare.text]).toEqual([403, "XSRF check failed"]);
  });

  it("can be switched off", async () => {
    const closed = await startJira({ attachments: false });
    const token = await accessToken(closed, "anna");
    const meta = await closed.signed(token, "GET", "/rest/api/2/attachment/meta");
    expect(meta.json).toMatchObject({ enabled: false });
    await closed.close();
  });
});

describe("comments", () => {
  const path = "/rest/api/2/issue/SUP-1/comment";

  it("are public unless marked as internal", async () => {
    const internal = { key: "sd.public.comment", value: { internal: true } };
    expect((await jira.signed(anna, "POST", path, { body: "all" })).status).toBe(201);
    await jira.signed(anna, "POST", path, { body: "team", properties: [internal] });
    expect(jira.control.issue("SUP-1")?.comments).toMatchObject([
      { body: "all", internal: false, author: "anna" },
      { body: "team", internal: true },
    ]);
    const list = await jira.signed(anna, "GET", `${path}?orderBy=-created&maxResults=1&expand=properties`);
    expect(list.json).toMatchObject({
      total: 2,
      maxResults: 1,
      comments: [{ body: "team", properties: [internal] }],
    });
  });

  it("are refused empty, too long, or as a document", async () => {
    const complaint = async (body: unknown) => (await jira.signed(anna, "POST", path, { body })).text;
    expect(await complaint("")).toContain("Comment body can not be empty!");
    expect(await complaint("x".repeat(32_768))).toContain("exceeds the allowed limit of 32,767 characters");
    expect(await complaint({ type: "doc" })).toContain("START_OBJECT");
  });
});

describe("remote links", () => {
  const path = "/rest/api/2/issue/DEMO-1/remotelink";
  const link = (title: string) => ({
    globalId: "mail=<a@b>",
    application: { type: "inlink", name: "Mail" },
    object: { url: "https://outlook.example/", title },
  });

  it("are kept once a globalId, and can be searched by it", async () => {
    expect((await jira.signed(anna, "POST", path, link("one"))).status).toBe(201);
    expect((await jira.signed(anna, "POST", path, link("two"))).status).toBe(200);
    const list = await jira.signed(anna, "GET", path);
    expect(list.json).toMatchObject([{ globalId: "mail=<a@b>", object: { title: "two" } }]);
    const jql = 'issue in issuesWithRemoteLinksByGlobalId("mail=<a@b>")';
    const found = await jira.signed(anna, "POST", "/rest/api/2/search", { jql, fields: ["summary"] });
    expect(found.json).toMatchObject({ total: 1, issues: [{ key: "DEMO-1" }] });
    const one = `${path}?globalId=${encodeURIComponent("mail=<a@b>")}`;
    expect((await jira.signed(anna, "DELETE", one)).status).toBe(204);
    expect((await jira.signed(anna, "GET", one)).status).toBe(404);
  });

  it("need a title and an address", async () => {
    const { status, json } = await jira.signed(anna, "POST", path, { object: {} });
    expect([status, Object.keys((json as { errors: object }).errors)]).toEqual([400, ["title", "url"]]);
  });
});

describe("reading", () => {
  it("gives of an issue the fields asked for", async () => {
    const path = "/rest/api/2/issue/DEMO-1";
    const few = await jira.signed(anna, "GET", `${path}?fields=summary,status`);
    expect(Object.keys((few.json as { fields: object }).fields).sort()).toEqual(["status", "summary"]);
    const all = await jira.signed(anna, "GET", path);
    expect(all.json).toMatchObject({
      key: "DEMO-1",
      fields: {
        project: { key: "DEMO", projectTypeKey: "software" },
        creator: { name: "anna" },
        comment: { total: 0 },
      },
    });
  });

  it("hides what the user may not see, and everything from nobody", async () => {
    expect((await jira.signed(anna, "GET", "/rest/api/2/issue/HR-1")).status).toBe(403);
    expect((await jira.signed(anna, "GET", "/rest/api/2/issue/DEMO-999")).status).toBe(404);
    expect((await jira.call("GET", "/rest/api/2/issue/DEMO-1")).status).toBe(401);
    expect((await jira.call("GET", "/rest/api/2/project")).json).toEqual([]);
    const projects = await jira.signed(anna, "GET", "/rest/api/latest/project?expand=description");
    expect(projects.json).toMatchObject([
      { key: "SUP", projectTypeKey: "service_desk" },
      { key: "DEMO", description: "A place to try things." },
      { key: "EVERY" },
      { key: "OPS" },
    ]);
  });

  it("tells server, permissions, people and labels", async () => {
    const get = async (path: string) => (await jira.signed(anna, "GET", path)).json;
    expect(await get("/rest/api/2/serverInfo")).toMatchObject({
      baseUrl: jira.base,
      versionNumbers: [9, 12, 5],
      deploymentType: "Server",
    });
    expect(await get("/rest/api/2/mypermissions?projectKey=DEMO")).toMatchObject({
      permissions: { CREATE_ISSUES: { havePermission: true }, ADMINISTER: { havePermission: false } },
    });
    expect((await jira.signed(anna, "GET", "/rest/api/2/mypermissions?projectKey=HR")).status).toBe(404);
    expect(await get("/rest/api/2/user/assignable/search?project=DEMO&username=be")).toMatchObject([
      { name: "anna" },
      { name: "ben" },
    ]);
    expect(await get("/rest/api/1.0/labels/suggest?query=pr")).toMatchObject({
      token: "pr",
      suggestions: [{ label: "printer", html: "<b>pr</b>inter" }],
    });
    expect(await get("/rest/api/2/project/OPS")).toMatchObject({ issueTypes: [{ name: "Incident" }, {}] });
  });

  it("offers in the picker what the user looked at, also for an empty query", async () => {
    const person = await logIn(jira, "anna");
    await person.get("/browse/DEMO-2");
    await person.get("/browse/SUP-2");
    const picker = async (query: string) => {
      const { json } = await jira.signed(anna, "GET", `/rest/api/2/issue/picker?query=${query}`);
      const { sections } = json as { sections: { id: string; issues: { key: string }[] }[] };
      return sections.map(({ id, issues }) => [id, ...issues.map(({ key }) => key)]);
    };
    expect(await picker("")).toEqual([["hs", "SUP-2", "DEMO-2"]]);
    expect(await picker("toner")).toEqual([["hs", "DEMO-2"]]);
    expect(await picker("sup-2&currentJQL=project%3DSUP")).toEqual([
      ["hs", "SUP-2"],
      ["cs", "SUP-2"],
    ]);
  });
});
