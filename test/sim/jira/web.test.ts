import { generateKeyPairSync } from "node:crypto";
import { accessToken, logIn, publicKey, startJira, type Bench } from "./client.ts";

let jira: Bench;
beforeEach(async () => {
  jira = await startJira();
});
afterEach(() => jira.close());

const links = "/plugins/servlet/applinks/listApplicationLinks";

describe("application links", () => {
  it("are made through the steps and words of Jira, and can be shown, changed and deleted", async () => {
    const admin = await logIn(jira, "admin");
    const choice = await admin.get(`${links}/create`);
    expect(choice.text).toMatch(/Atlassian product[\s\S]*External application[\s\S]*Application URL/);
    const url = { applicationUrl: "https://nowhere.invalid" };
    const warning = await admin.post(`${links}/create`, { kind: "atlassian", ...url });
    expect(warning.text).toContain("No response was received from the URL you entered");
    const application = await admin.post(`${links}/create/application`, url);
    expect(application.text).toMatch(/Application Name[\s\S]*Create incoming link/);
    const named = { ...url, name: "Mail", incoming: "true" };
    const incoming = await admin.post(`${links}/create/incoming`, named);
    expect(incoming.text).toMatch(/Consumer Key[\s\S]*Consumer Name[\s\S]*Public Key/);
    const consumer = { consumerKey: "mail", consumerName: "Mail add-in" };
    const bad = await admin.post(`${links}/create/finish`, { ...named, ...consumer, publicKey: "nonsense" });
    expect([bad.status, bad.text.includes("The Public Key is not valid")]).toEqual([400, true]);
    expect((await admin.post(`${links}/create/finish`, { ...named, ...consumer, publicKey })).status).toBe(
      302,
    );
    const list = await admin.get(links);
    const id = /listApplicationLinks\/(\d+)">\s*Mail</.exec(list.text)?.[1] ?? "";
    const edit = await admin.get(`${links}/${id}/edit`);
    expect(edit.text).toMatch(/Consumer Callback URL[\s\S]*Allow 2-Legged\s+OAuth[\s\S]*impersonation/);
    await admin.post(`${links}/${id}/edit`, { ...consumer, publicKey, twoLegged: "true" });
    expect((await admin.get(`${links}/${id}`)).text).toMatch(/Allow 2-Legged OAuth<\/dt>\s*<dd>Yes/);
    await admin.post(`${links}/${id}/delete`, {});
    expect((await admin.get(links)).text).not.toContain("nowhere.invalid");
  });

  it("are OAuth 2.0 for whoever chooses External application", async () => {
    const admin = await logIn(jira, "admin");
    await admin.get(`${links}/create`);
    const page = await admin.post(`${links}/create`, {
      kind: "external",
      applicationUrl: "https://a.example",
    });
    expect(page.text).toContain("OAuth 2.0");
    expect(page.text).not.toContain("Consumer Key");
  });

  it("refuse a key that is taken and a key that is not RSA", async () => {
    const admin = await logIn(jira, "admin");
    await admin.get(`${links}/create`);
    const form = { applicationUrl: "https://b.example", name: "B", consumerName: "B", incoming: "true" };
    const taken = await admin.post(`${links}/create/finish`, { ...form, consumerKey: "inlink", publicKey });
    expect(taken.text).toContain("already in use");
    const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;
    const pem = curve.export({ type: "spki", format: "pem" }).toString();
    expect(
      (await admin.post(`${links}/create/finish`, { ...form, consumerKey: "b", publicKey: pem })).status,
    ).toBe(400);
  });

  it("are the administrator's business alone", async () => {
    const anna = await logIn(jira, "anna");
    expect((await anna.get(links)).status).toBe(403);
    expect((await jira.call("GET", links)).status).toBe(302);
    const admin = await logIn(jira, "admin");
    expect((await admin.post(`${links}/create`, { atl_token: "guessed" })).status).toBe(403);
  });
});

describe("the allowlist", () => {
  it("takes origins that allow incoming requests", async () => {
    const path = "/secure/admin/whitelist";
    const admin = await logIn(jira, "admin");
    await admin.get(path);
    await admin.post(path, { origin: "https://a.example", incoming: "true" });
    expect((await admin.post(path, { origin: "https://b.example/" })).headers.location).toContain("problem");
    expect((await admin.get(path)).text).toContain("https://a.example");
    const headers = { Origin: "https://a.example" };
    const cors = async () => (await jira.call("GET", "/rest/api/2/serverInfo", { headers })).headers;
    expect(await cors()).toHaveProperty("access-control-allow-origin");
    await admin.post(path, { remove: "https://a.example" });
    expect(await cors()).not.toHaveProperty("access-control-allow-origin");
  });
});

describe("the issue page", () => {
  it("shows rendered description, comments and files, and nothing of them as HTML", async () => {
    const token = await accessToken(jira, "anna");
    const summary = '<img src=x onerror="alert(1)">';
    const fields = {
      project: { key: "SUP" },
      issuetype: { name: "Question" },
      summary,
      description: "*bold* <script>x</script>",
    };
    const { json } = await jira.signed(token, "POST", "/rest/api/2/issue", { fields });
    const { key } = json as { key: string };
    const properties = [{ key: "sd.public.comment", value: { internal: true } }];
    await jira.signed(token, "POST", `/rest/api/2/issue/${key}/comment`, { body: "_team_ only", properties });
    const anna = await logIn(jira, "anna");
    const page = await anna.get(`/browse/${key}`);
    expect(page.text).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(page.text).toContain("<b>bold</b> &lt;script&gt;");
    expect(page.text).toMatch(/Internal[\s\S]*<em>team<\/em> only/);
    expect(page.text).not.toContain("<img src=x");
    expect((await anna.get("/")).text).toContain(`/browse/${key}`);
  });

  it("is not there for issues that the user may not see, and asks others to log in", async () => {
    const anna = await logIn(jira, "anna");
    expect((await anna.get("/browse/HR-1")).status).toBe(404);
    expect((await jira.call("GET", "/browse/DEMO-1")).status).toBe(302);
    await anna.get("/secure/Logout.jspa");
    expect((await anna.get("/browse/DEMO-1")).status).toBe(302);
  });
});
