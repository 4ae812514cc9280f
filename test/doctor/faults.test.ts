/** Each fault, switched on in the real stand-in or the relay before it: does the doctor name it? */
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { startBench, type Bench } from "../../sim/bench.ts";
import type { JiraControl, NewLink } from "../../sim/jira/control.ts";
import type { CheckId } from "../../src/core/doctor/finding.ts";
import { complaints, examined, of, type Patient } from "./patient.ts";

let bench: Bench;
let jira: JiraControl;
let token: string;
let link: NewLink;

async function start(options: Parameters<typeof startBench>[0]["jira"] = {}): Promise<void> {
  bench = await startBench({ layout: "names", pageHeaders: () => ({}), jira: options });
  if (!bench.jira) throw new Error("The stand-in is needed here");
  jira = bench.jira;
  link = {
    applicationUrl: bench.addinOrigin,
    consumerKey: "inlink",
    consumerName: "Inlink",
    publicKey: createPublicKey(bench.site().privateKey).export({ type: "spki", format: "pem" }).toString(),
  };
  token = jira.grant("anna", "inlink");
}

/** Check → code of all that is neither good nor skipped; the bench's key is a plain one. */
async function found(patient: Patient = { token }): Promise<Readonly<Partial<Record<CheckId, string>>>> {
  const { key, ...rest } = complaints(await examined(bench, patient));
  expect(key).toBe("key-plain");
  return rest;
}

async function one(check: CheckId, patient: Patient = { token }) {
  return of(await examined(bench, patient), check);
}

beforeEach(() => start());
afterEach(() => bench.close());

describe("a connection without faults", () => {
  it("is found good at every step", async () => {
    const findings = await examined(bench, { token });
    expect(findings.map(({ code }) => code)).toEqual([
      "office-ready",
      "methods-complete",
      "storage-works",
      "config-valid",
      "key-plain",
      "reach-works",
      "server-jira",
      "consumer-known",
      "signature-accepted",
      "clock-agrees",
      "post-passes",
      "two-legged-refused",
      "authorize-opens",
      "token-works",
      "create-meta-paged",
      "attachments-on",
      "body-limit-passes",
    ]);
    expect(of(findings, "token").facts).toMatchObject({ user: "Anna Berg", name: "anna" });
    expect(of(findings, "body-limit").facts).toMatchObject({ passes: "10485760" });
  });

  it("is left as it was: no issue, no file, no comment is new", async () => {
    const before = JSON.stringify(jira.issues());
    await examined(bench, { token });
    expect(JSON.stringify(jira.issues())).toBe(before);
  });

  it("is good through CORS at the edge, too", async () => {
    bench.setSite({ via: undefined });
    jira.setCorsAtEdge({ origin: bench.addinOrigin, always: true, preflights: true });
    jira.allow(bench.addinOrigin);
    expect(await found()).toEqual({});
  });

  it("is good on Jira's own origin, too", async () => {
    expect(await found({ token, sameOrigin: { ...bench.site(), via: undefined } })).toEqual({});
  });

  it("leaves out what needs a signed-in user where nobody is", async () => {
    const findings = await examined(bench);
    expect(
      findings.filter(({ verdict }) => verdict === "skipped").map(({ check, code }) => [check, code]),
    ).toEqual([
      ["token", "not-signed-in"],
      ["create-meta", "not-signed-in"],
      ["attachments", "not-signed-in"],
      ["body-limit", "not-signed-in"],
    ]);
  });

  it("is told of the older create metadata", async () => {
    await bench.close();
    await start({ createMeta: "old" });
    expect(await one("create-meta")).toMatchObject({ code: "create-meta-whole", verdict: "good" });
  });
});

describe("at the add-in's own host, the doctor names", () => {
  it("a config.json that is not there", async () => {
    // Jira's own host, where nobody has put the files.
    const pageUrl = `${new URL(bench.jiraUrl).origin}/addin/taskpane.html`;
    expect(complaints(await examined(bench, { pageUrl }))).toEqual({ config: "config-missing" });
  });

  it.each([
    ["a config.json that is no JSON", "{ sites", "config-not-json"],
    ["a page in its place", "<!doctype html>", "config-page"],
    ["a key that is wrong", { version: 1, sites: [{ id: "No!" }] }, "config-invalid"],
  ])("%s", async (_name, config, code) => {
    bench.setConfig(config);
    expect(complaints(await examined(bench))).toMatchObject({ config: code });
  });

  it("a key of config.json that means nothing", async () => {
    bench.setConfig({ version: 1, sites: [{ ...bench.site(), consumer_key: "x" }] });
    expect(await found()).toEqual({ config: "config-unknown-keys" });
  });

  it("a relay location that is missing", async () => {
    bench.setRelay({ missing: true });
    expect(await found()).toEqual({ reach: "reach-relay-missing" });
  });

  it("a relay that refuses", async () => {
    bench.setRelay({ refuses: true });
    expect(await found()).toEqual({ reach: "reach-relay-refuses" });
  });

  it.each([502, 504] as const)("a relay that does not reach Jira: %i", async (gateway) => {
    bench.setRelay({ gateway });
    expect(await found()).toEqual({ reach: "reach-gateway" });
  });

  it("a relay that cannot reach a Jira which cuts the connection", async () => {
    jira.setDown("drop");
    expect(await found()).toEqual({ reach: "reach-gateway", authorize: "authorize-unreachable" });
  });

  it("a login that sends every request away", async () => {
    bench.setRelay({ signOn: "redirect" });
    expect(await found()).toEqual({ reach: "reach-redirect" });
  });

  it("a login page in the place of answers", async () => {
    bench.setRelay({ signOn: "page" });
    expect(await found()).toEqual({ server: "server-login-page" });
  });

  it("a relay that leaves the browser's Origin", async () => {
    bench.setRelay({ keepsOrigin: true });
    expect(await found()).toMatchObject({ post: "post-xsrf-relay" });
  });

  it("a relay that leaves its own Host: Jira believes in that", async () => {
    bench.setRelay({ keepsHost: true });
    jira.setConnector({ proxyName: undefined, proxyPort: undefined });
    const findings = await examined(bench, { token });
    expect(of(findings, "server").code).toBe("server-other-address");
    expect(of(findings, "signature")).toMatchObject({
      code: "signature-host-differs",
      facts: { parts: "host", ours: "jira.bench.test", theirs: "addin.bench.test" },
    });
  });

  it("a relay that drops Authorization", async () => {
    bench.setRelay({ dropsAuthorization: "/" });
    expect(await found()).toEqual({ server: "server-authorization-lost" });
  });

  it("a relay that drops Authorization from OAuth's own paths only", async () => {
    bench.setRelay({ dropsAuthorization: "/plugins/" });
    expect(await found()).toEqual({ consumer: "consumer-authorization-lost" });
  });

  it("a relay that adds a parameter to the query", async () => {
    bench.setRelay({ addsParameter: "source=relay" });
    const signature = await one("signature");
    expect(signature).toMatchObject({ code: "signature-parameters-differ", facts: { extra: "source" } });
  });

  it("a relay with nginx's limit of one megabyte", async () => {
    bench.setRelay({ bodyLimit: 1_048_576 });
    expect(await one("body-limit")).toMatchObject({
      code: "body-limit-low",
      facts: { passes: "900000", refused: "5000000", status: "413", type: "text/html" },
    });
  });

  it("a limit between five and ten megabytes", async () => {
    jira.setProxyUploadLimit(8_000_000);
    const { facts } = await one("body-limit");
    expect(facts).toMatchObject({ passes: "5000000", refused: "10485760" });
  });

  it("a limit that no file gets through", async () => {
    bench.setRelay({ bodyLimit: 10_000 });
    expect(await found()).toEqual({ "body-limit": "body-limit-blocked" });
  });
});

describe("in Jira and before it, the doctor names", () => {
  it("a link that is missing", async () => {
    jira.deleteLink("inlink");
    expect(await found()).toEqual({ consumer: "consumer-unknown", token: "token-rejected" });
  });

  it("a link with another consumer key", async () => {
    bench.setSite({ consumerKey: "outlook" });
    expect(await found()).toEqual({ consumer: "consumer-unknown", token: "token-rejected" });
  });

  it("a link that does not permit users' tokens", async () => {
    jira.setThreeLegged("inlink", false);
    expect(await found()).toEqual({ consumer: "consumer-not-permitted", token: "token-refused" });
  });

  it("a link with another public key", async () => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    jira.createLink({ ...link, publicKey: publicKey.export({ type: "spki", format: "pem" }).toString() });
    const findings = await examined(bench, { token: jira.grant("anna", "inlink") });
    expect(of(findings, "consumer").code).toBe("consumer-known");
    expect(of(findings, "signature").code).toBe("signature-other-key");
    expect(of(findings, "clock").code).toBe("clock-agrees");
  });

  it.each([
    ["scheme", { scheme: "http", proxyPort: undefined }, "signature-scheme-differs", "scheme"],
    ["scheme and port", { scheme: "http" }, "signature-scheme-differs", "scheme, port"],
    ["host", { proxyName: "jira.internal" }, "signature-host-differs", "host"],
    ["port", { proxyPort: 8443 }, "signature-port-differs", "port"],
  ] as const)("a Tomcat that believes in another %s", async (_part, connector, code, parts) => {
    jira.setConnector(connector);
    const findings = await examined(bench, { token });
    expect(of(findings, "signature")).toMatchObject({ code, facts: { parts } });
    expect(of(findings, "post").code).toBe("post-xsrf-relay");
  });

  it("a path that differs, because a proxy takes the context path away", async () => {
    await bench.close();
    await start({ contextPath: "" });
    const { jiraUrl } = bench;
    bench.setSite({ baseUrl: `${jiraUrl}/jira` });
    expect(await one("signature")).toMatchObject({
      code: "signature-path-differs",
      facts: {
        ours: "/jira/plugins/servlet/oauth/request-token",
        theirs: "/plugins/servlet/oauth/request-token",
      },
    });
  });

  it("a baseUrl without the context path", async () => {
    bench.setSite({ baseUrl: new URL(bench.jiraUrl).origin, via: undefined });
    jira.setCorsAtEdge({ origin: bench.addinOrigin, always: true, preflights: true });
    expect(await found()).toMatchObject({ server: "server-wrong-path" });
  });

  it("on Jira's own origin, a Tomcat that does not know its address", async () => {
    jira.setConnector({ scheme: "http", proxyPort: undefined });
    const findings = await examined(bench, { token, sameOrigin: { ...bench.site(), via: undefined } });
    expect(of(findings, "post").code).toBe("post-xsrf-same-origin");
    expect(of(findings, "signature").code).toBe("signature-scheme-differs");
  });

  it("a clock that is off, and corrects it", async () => {
    jira.setClockOffset(-900_000);
    const findings = await examined(bench, { token });
    expect(of(findings, "clock")).toMatchObject({
      code: "clock-off",
      verdict: "warning",
      facts: { wrong: "jira" },
    });
    expect(Math.abs(Number(of(findings, "clock").facts["ahead"]) + 900)).toBeLessThan(10);
    expect(of(findings, "token").code).toBe("token-works");
  });

  it("two-legged access as a user, with a red alarm", async () => {
    jira.createLink({ ...link, twoLegged: true, executeAs: "ben" });
    expect(await one("two-legged", {})).toMatchObject({
      code: "two-legged-open",
      verdict: "alarm",
      facts: { user: "ben" },
    });
  });

  it("two-legged access as anybody, with a red alarm", async () => {
    jira.createLink({ ...link, twoLeggedImpersonation: true });
    expect(await one("two-legged", { token: jira.grant("anna", "inlink") })).toMatchObject({
      code: "two-legged-impersonation",
      verdict: "alarm",
      facts: { user: "anna" },
    });
  });

  it("two-legged access that acts as nobody", async () => {
    jira.createLink({ ...link, twoLegged: true });
    expect((await one("two-legged", {})).code).toBe("two-legged-anonymous");
  });

  it("a token that was revoked", async () => {
    jira.revokeTokens("anna");
    expect(await found()).toEqual({ token: "token-rejected" });
  });

  it("a token that is too old", async () => {
    jira.expireTokens("anna");
    expect(await one("token")).toMatchObject({ code: "token-rejected", facts: { problem: "token_expired" } });
  });

  it("attachments that are off", async () => {
    jira.setAttachments(false);
    expect(await found()).toEqual({ attachments: "attachments-off" });
  });

  it("Jira Cloud", async () => {
    jira.setServerInfo({ deploymentType: "Cloud" });
    expect(await found()).toEqual({ server: "server-cloud" });
  });

  it("a Jira that is too old", async () => {
    jira.setServerInfo({ version: "6.4.14" });
    expect(await found()).toEqual({ server: "server-old" });
  });

  it("a Jira that calls itself by another address", async () => {
    jira.setServerInfo({ baseUrl: "https://issues.acme.example/jira" });
    expect(await one("server")).toMatchObject({
      code: "server-other-address",
      facts: { told: "https://issues.acme.example/jira", configured: "https://jira.bench.test/jira" },
    });
  });

  it.each([
    ["maintenance", "503", { server: "server-unavailable" }],
    ["a single sign-on's page", "login-page", { server: "server-login-page" }],
    ["a single sign-on's redirect", "redirect", { reach: "reach-redirect" }],
    [
      "a firewall that refuses every POST",
      "firewall",
      { consumer: "consumer-path-refused", post: "post-blocked" },
    ],
  ] as const)("%s", async (_name, mode, expected) => {
    jira.setDown(mode);
    const all = await found();
    expect(Object.fromEntries(Object.entries(all).filter(([check]) => check !== "body-limit"))).toEqual(
      expected,
    );
  });

  it("a proxy that puts its own pages in the place of refusals", async () => {
    jira.setErrorPages(true);
    jira.deleteLink("inlink");
    expect(await found()).toMatchObject({ consumer: "consumer-error-hidden" });
  });
});

describe("where the browser asks Jira itself, the doctor names", () => {
  beforeEach(() => bench.setSite({ via: undefined }));

  it("CORS headers that are missing altogether", async () => {
    jira.createLink({ ...link, applicationUrl: "https://elsewhere.example" });
    expect(await found()).toEqual({ reach: "reach-cors-missing" });
  });

  it("the CORS that a link brings along, which is for requests without Authorization", async () => {
    expect(await found()).toEqual({ reach: "reach-preflight-refused" });
  });

  it("Jira's own CORS, which leaves OAuth out and hides its refusals", async () => {
    jira.allow(bench.addinOrigin);
    expect(await found()).toMatchObject({
      server: "server-errors-hidden",
      consumer: "consumer-cors-missing",
    });
  });

  it("a single sign-on that sends preflights away, too", async () => {
    jira.setCorsAtEdge({ origin: bench.addinOrigin, always: true, preflights: false });
    jira.setDown("redirect");
    expect(await found()).toEqual({ reach: "reach-redirect" });
  });

  it("a proxy that adds headers to good answers only", async () => {
    jira.allow(bench.addinOrigin);
    jira.setCorsAtEdge({ origin: bench.addinOrigin, always: false, preflights: true });
    expect(await found()).toMatchObject({ server: "server-errors-hidden" });
  });

  it("an allowlist without Allow Incoming", async () => {
    jira.setCorsAtEdge({ origin: bench.addinOrigin, always: true, preflights: true });
    expect(await found()).toMatchObject({ post: "post-xsrf-edge" });
  });

  it("an address that leads nowhere, as a group", async () => {
    bench.setSite({ via: undefined, baseUrl: "https://jira.nowhere.test/jira" });
    expect(await found()).toEqual({ reach: "reach-nothing-answers", authorize: "authorize-unreachable" });
  });

  it.each(["denied", "frame"] as const)("local network access: %s", async (localNetwork) => {
    bench.setSite({ via: undefined, baseUrl: "https://jira.nowhere.test/jira" });
    expect(await found({ localNetwork })).toEqual({
      reach: `reach-local-network-${localNetwork}`,
      authorize: "authorize-unknown",
    });
  });

  it("Atlassian's cloud, by its address", async () => {
    bench.setSite({ via: undefined, baseUrl: "https://acme.atlassian.net" });
    expect(await found()).toMatchObject({ config: "config-cloud" });
  });
});
