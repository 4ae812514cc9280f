/** Each check by itself, in what the stand-in cannot play: Outlook, the browser, answers that no Jira gives. */
import {
  ConfigInvalid,
  JiraBusy,
  JiraRejected,
  JiraUnexpected,
  JiraUnreachable,
  KeyLocked,
  KeyUnreadable,
  OAuthRefused,
  type InlinkError,
} from "../../../src/core/errors.ts";
import { fakeJira, fakeOAuth, site as edgeSite } from "../fakes.ts";
import {
  answer,
  failed,
  found,
  json,
  now,
  outlookFacts,
  page,
  relaySite,
  serverInfo,
  type Case,
  type Probed,
} from "./fakes.ts";
import type { ProbeAnswer } from "../../../src/core/doctor/ports.ts";

const answering = (answers: Partial<Record<Probed["kind"], ProbeAnswer>>, more: Case = {}): Case => ({
  ...more,
  probe: ({ kind }) => answers[kind],
});
const rejecting = (error: InlinkError) => ({ requestToken: () => Promise.reject(error) });

describe("office", () => {
  it.each([
    ["ready", "office-ready", ""],
    ["blocked", "office-script-blocked", "appsforoffice.microsoft.com"],
    ["missing-script", "office-ajax-missing", "ajax.aspnetcdn.com"],
    ["silent", "office-silent", ""],
    ["not-outlook", "office-not-outlook", ""],
  ] as const)("tells %s, and whose script is missing", async (script, code, host) => {
    const finding = await found("office", { ports: { outlook: outlookFacts({ script }) } });
    expect(finding).toMatchObject({ code, facts: { script: host, host: "OutlookWebApp" } });
  });

  it("is skipped outside Outlook, and so are the methods", async () => {
    const outside = { ports: { outlook: undefined } };
    expect((await found("office", outside)).code).toBe("outside-outlook");
    expect((await found("methods", outside)).code).toBe("outside-outlook");
  });
});

describe("methods", () => {
  const without = (...names: readonly (keyof ReturnType<typeof outlookFacts>["methods"])[]): Case => {
    const facts = outlookFacts({ claimedSet: "1.5" });
    const methods = { ...facts.methods };
    for (const name of names) methods[name] = false;
    return { ports: { outlook: { ...facts, methods } } };
  };

  it("names what is missing, beside the set that is claimed", async () => {
    const patient = without("item.getAttachmentContentAsync", "item.getAsFileAsync");
    expect(await found("methods", patient)).toMatchObject({
      code: "methods-missing",
      verdict: "note",
      facts: { claimedSet: "1.5", missing: "item.getAttachmentContentAsync, item.getAsFileAsync" },
    });
  });

  it("finds it bad where the mail's text cannot be read", async () => {
    expect(await found("methods", without("item.body.getAsync"))).toMatchObject({
      code: "methods-needed-missing",
      verdict: "bad",
    });
  });
});

describe("storage", () => {
  it.each([
    [true, true, "storage-works"],
    [false, true, "storage-local-blocked"],
    [true, false, "storage-database-blocked"],
    [false, false, "storage-blocked"],
  ])("tells localStorage %s and IndexedDB %s apart", async (local, indexedDb, code) => {
    const ports = { storage: () => Promise.resolve({ local, indexedDb }) };
    expect((await found("storage", { ports })).code).toBe(code);
  });
});

describe("config", () => {
  const broken = (problem: ConfigInvalid): Case["ports"] => ({ readConfig: () => Promise.reject(problem) });
  const whole = broken(new ConfigInvalid("", "line 3 is not JSON", "Look for a comma."));

  it.each([
    ["not there", answer(404, "", "text/plain"), "config-missing"],
    ["forbidden", page(403), "config-unreachable"],
    ["not to be had", failed(), "config-unreachable"],
    ["a page", page(200), "config-page"],
    ["not JSON", answer(200, "{ sites"), "config-not-json"],
  ])("tells a file that is %s", async (_name, config, code) => {
    expect((await found("config", answering({ config }, { ports: whole ?? {} }))).code).toBe(code);
  });

  it("names the key that breaks a rule, and what to write", async () => {
    const ports = broken(new ConfigInvalid("sites[0].baseUrl", "is missing", "Write the address."));
    expect(await found("config", { ports: ports ?? {} })).toMatchObject({
      code: "config-invalid",
      facts: { key: "sites[0].baseUrl", problem: "is missing", remedy: "Write the address." },
    });
  });

  it("names keys that mean nothing", async () => {
    expect(await found("config", { unknownKeys: ["sites[0].consumer_key"] })).toMatchObject({
      code: "config-unknown-keys",
      facts: { unknownKeys: "sites[0].consumer_key", sites: "1" },
    });
  });
});

describe("key", () => {
  it("tells an old protection, of which the rounds are not known", async () => {
    expect((await found("key", { tools: { rounds: undefined } })).code).toBe("key-protected-otherwise");
  });

  it("finds the rounds that set-up makes good", async () => {
    expect(await found("key")).toMatchObject({ code: "key-protected", facts: { rounds: "600000" } });
  });

  it("says what is wrong with a key that cannot be read", async () => {
    const ports = { openSite: () => Promise.reject(new KeyUnreadable("certificate")) };
    expect(await found("key", { ports })).toMatchObject({
      code: "key-unreadable",
      facts: { reason: "certificate" },
    });
    expect((await found("token", { ports })).facts).toEqual({ needs: "key" });
  });

  it("goes on without a key that is locked", async () => {
    const ports = { openSite: () => Promise.reject(new KeyLocked(false)) };
    expect((await found("key", { ports })).code).toBe("key-locked");
    expect((await found("post", { ports })).code).toBe("post-passes");
  });
});

describe("reach", () => {
  it("tells our own page policy", async () => {
    expect((await found("reach", answering({ info: failed("policy") }))).code).toBe("reach-page-policy");
  });

  it("tells a host that breaks off from one that is slow", async () => {
    expect((await found("reach", answering({ info: failed() }))).code).toBe("reach-cut");
    expect((await found("reach", answering({ info: failed("timeout") }))).code).toBe("reach-timeout");
  });

  it("takes a fallback page of the static host for what it is, even where it quotes the path", async () => {
    const echo = (path: string) => page(200, `<p>${path} was not found here</p>`);
    const patient = answering({
      info: echo("/inlink/jira-relay/rest"),
      beside: echo("/inlink/inlink-doctor/x"),
    });
    expect((await found("reach", patient)).code).toBe("reach-relay-missing");
  });

  it("takes a login before the add-in's own host for what it is", async () => {
    const both = answering({ info: page(401, "Log in"), beside: page(401, "Log in") });
    expect((await found("reach", both)).code).toBe("reach-login-own-host");
    const redirects = answering({ info: { kind: "redirect" }, beside: { kind: "redirect" } });
    expect((await found("reach", redirects)).code).toBe("reach-redirect-own-host");
  });

  it("takes Tomcat's own 404 for a Jira at another path", async () => {
    const tomcat = page(404, "<title>HTTP Status 404 – Not Found</title>");
    expect((await found("reach", answering({ info: tomcat }))).code).toBe("reach-works");
    expect((await found("server", answering({ info: tomcat }))).code).toBe("server-wrong-path");
  });

  it("tells http that is sent on to https", async () => {
    const site = { ...edgeSite, baseUrl: "http://localhost:8080" };
    expect((await found("reach", answering({ info: { kind: "redirect" } }, { site }))).code).toBe(
      "reach-redirect-http",
    );
  });

  it("names the preflight where all but the header passes", async () => {
    const patient = answering({ info: failed(), simple: serverInfo() }, { site: edgeSite });
    expect((await found("reach", patient)).code).toBe("reach-preflight-refused");
  });

  it.each([
    ["unknown", "network", "reach-nothing-answers"],
    ["granted", "network", "reach-nothing-answers"],
    ["denied", "network", "reach-local-network-denied"],
    ["frame", "network", "reach-local-network-frame"],
    // Every page starts with it: alone it says nothing.
    ["prompt", "network", "reach-nothing-answers"],
    ["prompt", "timeout", "reach-local-network-prompt"],
    ["granted", "timeout", "reach-timeout"],
  ] as const)(
    "with local network access %s and no answer (%s) says %s",
    async (localNetwork, reason, code) => {
      const ports = { localNetwork: () => Promise.resolve(localNetwork) };
      const patient = answering({ info: failed(reason), open: failed() }, { site: edgeSite, ports });
      expect(await found("reach", patient)).toMatchObject({ code, facts: { localNetwork } });
    },
  );
});

describe("server", () => {
  it.each([
    ["rate limit", answer(429, "{}", "application/json", { "Retry-After": "30" }), "server-busy"],
    ["maintenance", page(503), "server-unavailable"],
    ["something else that speaks JSON", answer(200, '{"hello":"world"}'), "server-not-jira"],
    ["a refusal", answer(403, "{}"), "server-refused"],
    ["an inner failure", answer(500, "{}"), "server-not-jira"],
  ])("tells %s", async (_name, info, code) => {
    expect((await found("server", answering({ info }))).code).toBe(code);
  });

  it("says how long to wait", async () => {
    const info = answer(429, "{}", "application/json", { "Retry-After": "30" });
    expect((await found("server", answering({ info }))).facts).toMatchObject({ retryAfter: "30" });
  });

  it("does not care for the slash at the end of Jira's own address, nor for its case", async () => {
    const info = serverInfo({ baseUrl: "https://Jira.example.com/jira/" });
    expect((await found("server", answering({ info }))).code).toBe("server-jira");
  });
});

describe("consumer", () => {
  const refused = (problem: OAuthRefused["problem"], details = {}, status = 401) =>
    new OAuthRefused(problem, status, details);

  it.each([
    ["a firewall", new JiraUnexpected(403, "status: expected 200"), "consumer-path-refused"],
    ["a missing location", new JiraUnexpected(404, "status: expected 200"), "consumer-path-missing"],
    ["a redirect", new JiraUnexpected(0, "answer: expected no redirect"), "consumer-redirect"],
    ["a login page", new JiraUnexpected(200, "answer: expected tokens"), "consumer-page"],
    ["a page around an error", new JiraUnexpected(401, "status: expected 200"), "consumer-error-hidden"],
    ["an inner failure", new JiraUnexpected(500, "status: expected 200"), "consumer-unexpected"],
    ["a busy Jira", new JiraBusy(503, undefined), "consumer-busy"],
    ["silence", new JiraUnreachable("timeout"), "consumer-no-answer"],
    ["a version it does not like", refused("version_rejected", {}, 400), "consumer-refused"],
    ["a nonce that was used", refused("nonce_used"), "consumer-refused"],
  ])("tells %s", async (_name, error, code) => {
    const oauth = { ...fakeOAuth().oauth, ...rejecting(error) };
    expect((await found("consumer", { tools: { oauth } })).code).toBe(code);
    expect((await found("signature", { tools: { oauth } })).facts).toEqual({ needs: "consumer" });
  });

  it("passes on Jira's advice", async () => {
    const error = refused("parameter_rejected", { oauth_problem_advice: "The callback is no address" }, 400);
    const oauth = { ...fakeOAuth().oauth, ...rejecting(error) };
    expect((await found("consumer", { tools: { oauth } })).facts).toMatchObject({
      problem: "parameter_rejected",
      advice: "The callback is no address",
    });
  });

  it("leaves the signature open where Jira says nothing about it", async () => {
    const oauth = { ...fakeOAuth().oauth, ...rejecting(refused("signature_invalid")) };
    expect((await found("signature", { tools: { oauth } })).code).toBe("signature-unexplained");
  });
});

describe("clock", () => {
  const serverTime = (seconds: number) =>
    serverInfo({ serverTime: new Date(now + seconds * 1000).toISOString().replace("Z", "+0000") });
  const hostTime = (seconds: number) =>
    answer(200, "{}", "application/json", { Date: new Date(now + seconds * 1000).toUTCString() });

  it.each([
    [0, 0, "clock-agrees", ""],
    [299, 0, "clock-agrees", ""],
    [900, 0, "clock-off", "jira"],
    [900, 905, "clock-off", "device"],
    [-900, 5000, "clock-off", ""],
  ])("with Jira %i and the host %i seconds ahead says %s, %s", async (jira, host, code, wrong) => {
    const patient = answering({ info: serverTime(jira), config: hostTime(host) });
    expect(await found("clock", patient)).toMatchObject({ code, facts: { ahead: String(jira), wrong } });
  });

  it("tells a timestamp that is refused all the same", async () => {
    const error = new OAuthRefused("timestamp_refused", 400, {});
    const tools = { oauth: { ...fakeOAuth().oauth, ...rejecting(error) }, clockAhead: () => 86_400 };
    expect(await found("clock", { tools })).toMatchObject({
      code: "clock-refused",
      facts: { ahead: "86400" },
    });
    expect((await found("signature", { tools })).facts).toEqual({ needs: "clock" });
  });
});

describe("post", () => {
  it.each([
    ["Jira's no to nobody", answer(401, '{"errorMessages":[]}'), "post-passes"],
    ["a firewall", page(403, "Forbidden"), "post-blocked"],
    ["a static host", page(405), "post-blocked"],
    ["silence", failed(), "post-no-answer"],
    ["a redirect", { kind: "redirect" } as const, "post-unexpected"],
    ["a rate limit", answer(429, "{}"), "post-unexpected"],
  ])("tells %s", async (_name, post, code) => {
    expect((await found("post", answering({ post }))).code).toBe(code);
  });

  it.each([
    [relaySite, "post-xsrf-relay"],
    [edgeSite, "post-xsrf-edge"],
    [{ ...edgeSite, baseUrl: "https://addin.example.com" }, "post-xsrf-same-origin"],
  ])("tells the XSRF check by the way of hosting: %#", async (site, code) => {
    const patient = answering({ post: answer(403, "XSRF check failed", "text/html") }, { site });
    expect((await found("post", patient)).code).toBe(code);
  });
});

describe("two-legged", () => {
  it("is unknown, and not good, where nothing came back", async () => {
    const signed = () => Promise.reject(new JiraUnreachable("network"));
    expect(await found("two-legged", { signed })).toMatchObject({
      code: "two-legged-unknown",
      verdict: "note",
    });
  });
});

describe("authorize", () => {
  it("tells an address that only the relay can reach", async () => {
    expect(await found("authorize", answering({ authorize: failed() }))).toMatchObject({
      code: "authorize-unreachable",
      verdict: "warning",
      facts: { host: "jira.example.com", reason: "network" },
    });
  });

  it("does not judge where the page is not allowed to look", async () => {
    expect((await found("authorize", answering({ authorize: failed("policy") }))).code).toBe(
      "authorize-unknown",
    );
  });
});

describe("token", () => {
  it.each([
    ["a token that is gone", new OAuthRefused("token_expired", 401, {}), "token-rejected"],
    ["a user who may not", new OAuthRefused("permission_denied", 401, {}), "token-refused"],
    ["a signature that got lost", new JiraRejected(401, ["Authentication required"], {}), "token-anonymous"],
    ["silence", new JiraUnreachable("network"), "token-failed"],
    ["a page", new JiraUnexpected(200, "expected JSON, got text/html"), "token-failed"],
  ])("tells %s", async (_name, error, code) => {
    const jira = fakeJira();
    jira.fault = (call) => (call === "myself" ? error : undefined);
    expect((await found("token", { tools: { jira: jira.jira } })).code).toBe(code);
    expect((await found("body-limit", { tools: { jira: jira.jira } })).facts).toEqual({ needs: "token" });
  });
});

describe("create-meta", () => {
  it("tells a user who sees no project", async () => {
    const { jira } = fakeJira({ projects: [] });
    expect((await found("create-meta", { tools: { jira } })).code).toBe("create-meta-no-projects");
  });

  it("tells a Jira that has neither generation", async () => {
    expect(await found("create-meta", { signed: () => json(404, {}) })).toMatchObject({
      code: "create-meta-missing",
      facts: { projects: "2", status: "404" },
    });
  });
});

describe("body-limit", () => {
  const limit = (bytes: number): Case => ({
    signed: async (_as, { path, body }) => {
      if (!path.endsWith("/attachments") || body === undefined) return undefined;
      const size = (await new Response(body).arrayBuffer()).byteLength;
      if (size > bytes) throw new JiraUnreachable("network");
      return json(404, { errorMessages: ["Issue Does Not Exist"] });
    },
  });

  it("takes a connection that is cut for a limit", async () => {
    expect(await found("body-limit", limit(6_000_000))).toMatchObject({
      code: "body-limit-low",
      facts: { passes: "5000000", refused: "10485760", status: "" },
    });
  });

  it("sends no more than Jira itself takes", async () => {
    const { jira } = fakeJira({ uploadLimit: 200_000 });
    expect(await found("body-limit", { ...limit(250_000), tools: { jira } })).toMatchObject({
      code: "body-limit-passes",
      facts: { passes: "200000" },
    });
  });

  it("does not take a busy Jira for a limit", async () => {
    const signed: Case["signed"] = (_as, { path }) =>
      path.endsWith("/attachments") ? new Response("", { status: 503 }) : undefined;
    expect((await found("body-limit", { signed })).code).toBe("body-limit-unknown");
  });
});
