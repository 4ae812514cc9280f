import { parseConfig, readConfig } from "../../src/config/config.ts";
import { ConfigInvalid } from "../../src/core/errors.ts";

const page = "https://addins.example.com/inlink/taskpane.html";
const site = {
  id: "main",
  name: "Example Jira",
  baseUrl: "https://jira.example.com/jira",
  consumerKey: "inlink",
  privateKey: "-----BEGIN PRIVATE KEY-----\nMIIEvQ==\n-----END PRIVATE KEY-----\n",
};

function withSite(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ version: 1, sites: [{ ...site, ...change }] });
}
function siteOf(change: Readonly<Record<string, unknown>>) {
  return parseConfig(withSite(change), page).sites[0];
}
function problemOf(text: string): ConfigInvalid {
  try {
    parseConfig(text, page);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error;
    throw error;
  }
  throw new Error("The configuration was accepted");
}

describe("a good config.json", () => {
  it("is read whole", () => {
    const text = JSON.stringify({ version: 1, sites: [site], neverSend: ["Secret.Example.com"] });
    expect(parseConfig(text, page)).toEqual({
      version: 1,
      sites: [site],
      neverSend: ["secret.example.com"],
      unknownKeys: [],
    });
  });

  it("may start with a byte order mark", () => {
    expect(parseConfig(`\uFEFF${withSite({})}`, page).sites).toHaveLength(1);
  });

  it("is frozen to the bottom", () => {
    const config = parseConfig(withSite({}), page);
    expect(
      [config, config.sites, config.sites[0], config.neverSend, config.unknownKeys].every(Object.isFrozen),
    ).toBe(true);
  });

  it("has its unknown keys named, not refused", () => {
    const text = JSON.stringify({
      version: 1,
      debug: true,
      sites: [site, { ...site, id: "b", consumer_key: "x" }],
    });
    expect(parseConfig(text, page).unknownKeys).toEqual(["debug", "sites[1].consumer_key"]);
  });
});

describe("baseUrl", () => {
  it.each([
    ["https://jira.example.com/jira/", "https://jira.example.com/jira"],
    ["https://jira.example.com/", "https://jira.example.com"],
    ["https://JIRA.Example.com:443/Jira", "https://jira.example.com/Jira"],
    ["https://jira.example.com:8443/jira", "https://jira.example.com:8443/jira"],
    ["http://localhost:8080/jira", "http://localhost:8080/jira"],
    ["http://127.0.0.1:80", "http://127.0.0.1"],
  ])("%s becomes %s", (written, read) => {
    expect(siteOf({ baseUrl: written })?.baseUrl).toBe(read);
  });

  it.each([
    ["http://jira.example.com", "https://"],
    ["http://localhost.example.com", "https://"],
    ["jira.example.com/jira", "not a whole address"],
    ["https:jira.example.com", "not a whole address"],
    ["ftp://jira.example.com", "not a whole address"],
    ["https://", "not a whole address"],
    ["https://jira.example.com/jira?os=1", "? or #"],
    ["https://jira.example.com/jira#top", "? or #"],
    ["https://jira.example.com/jira?", "? or #"],
    ["https://ann:pw@jira.example.com", "user name"],
  ])("%s is refused, with what to write", (written, problem) => {
    const error = problemOf(withSite({ baseUrl: written }));
    expect(error.key).toBe("sites[0].baseUrl");
    expect(error.problem).toContain(problem);
    expect(error.remedy).toContain('"baseUrl": "https://jira.example.com/jira"');
  });

  it("never repeats a password that was written into it", () => {
    expect(problemOf(withSite({ baseUrl: "jira://ann:hunter2@jira.example.com" })).problem).not.toContain(
      "hunter2",
    );
  });
});

describe("via", () => {
  it.each([
    ["/jira-relay", "https://addins.example.com/jira-relay"],
    ["/jira-relay/", "https://addins.example.com/jira-relay"],
    ["/", "https://addins.example.com"],
    ["https://edge.example.com/jira/", "https://edge.example.com/jira"],
  ])("%s becomes %s", (written, read) => {
    expect(siteOf({ via: written })?.via).toBe(read);
  });

  it("may be left out", () => {
    expect(siteOf({})?.via).toBeUndefined();
  });

  it.each([
    "//evil.example.com/jira",
    "/\\evil.example.com",
    "jira-relay",
    "http://edge.example.com",
    "/relay?x=1",
    "",
  ])("%j is refused", (written) => {
    expect(problemOf(withSite({ via: written })).key).toBe("sites[0].via");
  });
});

describe("a config.json that breaks a rule", () => {
  it.each<[string, string, string]>([
    [withSite({ id: "Main Site" }), "sites[0].id", "only a to z"],
    [withSite({ id: undefined }), "sites[0].id", "missing"],
    [withSite({ name: "  " }), "sites[0].name", "empty"],
    [withSite({ name: 7 }), "sites[0].name", "must be text"],
    [withSite({ consumerKey: "" }), "sites[0].consumerKey", "empty"],
    [withSite({ privateKey: "MIIEvQ==" }), "sites[0].privateKey", "BEGIN"],
    [withSite({ privateKey: site.privateKey.replaceAll("\n", "\\n") }), "sites[0].privateKey", "line break"],
    [JSON.stringify({ sites: [site] }), "version", "missing"],
    [JSON.stringify({ version: 2, sites: [site] }), "version", "2 is not a version"],
    [JSON.stringify({ version: "1", sites: [site] }), "version", "must be a number"],
    [JSON.stringify({ version: 1 }), "sites", "missing"],
    [JSON.stringify({ version: 1, sites: [] }), "sites", "no site"],
    [JSON.stringify({ version: 1, sites: site }), "sites", "must be a list"],
    [JSON.stringify({ version: 1, sites: ["main"] }), "sites[0]", "must be an object"],
    [JSON.stringify({ version: 1, sites: [site, site] }), "sites[1].id", "used twice"],
    [JSON.stringify({ version: 1, sites: [site], neverSend: "a.example" }), "neverSend", "must be a list"],
    [
      JSON.stringify({ version: 1, sites: [site], neverSend: ["https://a.example"] }),
      "neverSend[0]",
      "host name",
    ],
    [JSON.stringify({ version: 1, sites: [site], neverSend: ["*.a.example"] }), "neverSend[0]", "host name"],
    ["[]", "", "must be an object"],
    ["", "", "empty"],
    ["<!doctype html><title>Sign in</title>", "", "web page"],
  ])("%s names the key, the problem and a remedy", (text, key, problem) => {
    const error = problemOf(text);
    expect(error.key).toBe(key);
    expect(error.problem).toContain(problem);
    expect(error.remedy).toMatch(/^(Write|Give|Put) /);
  });

  it("never repeats the private key", () => {
    expect(problemOf(withSite({ privateKey: "MIIEvQsecret" })).message).not.toContain("MIIEvQsecret");
  });
});

describe("a config.json that is not JSON", () => {
  it.each([
    ['{\n  "version": 1,\n  "sites": [],\n}', 'line 4 is not JSON: "}"'],
    ['{\n  "version": 1\n  "sites": []\n}', 'line 3 is not JSON: "\\""'],
    ['{ "version": 1,\n  // ours\n  "sites": [] }', 'line 2 is not JSON: "/"'],
    ['{\n  "version": 1,\n  "sites": [', "line 3 is not JSON: the file ends too early"],
    ["{ 'version': 1 }", 'line 1 is not JSON: "\'"'],
    ['{ "version": 01 }', 'line 1 is not JSON: "1"'],
    ['{ "a": "C:\\dir" }', 'line 1 is not JSON: "\\\\"'],
    ['{ "a": 1 } }', 'line 1 is not JSON: "}"'],
    ['{ "a":\n tru }', 'line 2 is not JSON: "t"'],
  ])("%j is told by its line", (text, problem) => {
    expect(problemOf(text).problem).toContain(problem);
  });

  it("tells of a key that was pasted with its line breaks", () => {
    const error = problemOf(
      '{ "version": 1, "sites": [ {\n  "privateKey": "-----BEGIN PRIVATE KEY-----\nMII" } ] }',
    );
    expect(error.problem).toBe("line 2 ends within a text");
    expect(error.remedy).toContain("\\n");
  });
});

describe("fetching config.json", () => {
  it.each([
    [404, "not there"],
    [403, "answered 403"],
    [500, "answered 500"],
  ])("explains status %i", async (status, problem) => {
    const reading = readConfig(() => Promise.resolve({ status, text: "" }), page);
    await expect(reading).rejects.toMatchObject({ code: "config-invalid", key: "" });
    await expect(reading).rejects.toThrow(problem);
  });

  it("explains that the host gave no answer", async () => {
    const reading = readConfig(() => Promise.reject(new TypeError("Failed to fetch")), page);
    await expect(reading).rejects.toThrow("no answer");
  });

  it("reads what came", async () => {
    const config = await readConfig(() => Promise.resolve({ status: 200, text: withSite({}) }), page);
    expect(config.sites[0]?.id).toBe("main");
  });
});
