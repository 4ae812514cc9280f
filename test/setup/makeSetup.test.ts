import { spawnSync } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseConfig } from "../../src/config/config.ts";
import { KeyLocked } from "../../src/core/errors.ts";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";
import { makeSetup, type Setup, type SetupSource } from "../../src/setup/makeSetup.ts";
import { makePassphrase } from "../../src/setup/passphrase.ts";
import { readAnswers, type WrittenAnswers } from "../../src/setup/readAnswers.ts";

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
const manifestTemplate = readFileSync("manifest.xml", "utf8");
const acme = { jira: "https://Jira.acme.example/jira/", host: "https://addin.acme.example/inlink" };
const passphrase = "K7QMR-2XWZ9";

function answersOf(written: WrittenAnswers = acme) {
  const { answers, problems } = readAnswers(written);
  if (!answers) throw new Error(problems.map(({ text }) => text).join());
  return answers;
}
function run(source: Partial<SetupSource> = {}, written: WrittenAnswers = acme): Promise<Setup> {
  return makeSetup(
    answersOf(written),
    {
      manifestTemplate,
      config: undefined,
      manifest: undefined,
      passphrase: undefined,
      rotateKey: false,
      ...source,
    },
    { subtle: crypto.subtle, randomBytes },
  );
}
const text = ({ files }: Setup, name: string) => files.find((file) => file.name === name)?.text ?? "";
const siteOf = (setup: Setup) => {
  const [site] = parseConfig(text(setup, "config.json"), `${acme.host}/taskpane.html`).sites;
  if (!site) throw new Error("There is no site");
  return site;
};
const publicKeyIn = (setup: Setup) => setup.steps.find(({ text }) => text === "Public key")?.value ?? "";

describe("set-up", () => {
  it("makes a config.json that the add-in reads, and a key pair whose halves belong together", async () => {
    const setup = await run();
    const site = siteOf(setup);
    expect(site).toMatchObject({
      id: "main",
      name: "jira.acme.example",
      baseUrl: "https://jira.acme.example/jira",
      via: "https://addin.acme.example/inlink/jira-relay",
      consumerKey: "inlink",
    });
    const half = createPublicKey(site.privateKey).export({ type: "spki", format: "pem" });
    expect(publicKeyIn(setup)).toBe(half);
  });

  it("protects the key so that only the passphrase opens it, here and with openssl", async () => {
    const { privateKey } = siteOf(await run({ passphrase }));
    const key = await readPrivateKey(privateKey, passphrase);
    expect(key.cryptoKey?.extractable).toBe(false);
    await expect(readPrivateKey(privateKey, "wrong")).rejects.toThrow(KeyLocked);
    const openssl = spawnSync("openssl", ["pkey", "-noout", "-passin", `pass:${passphrase}`], {
      input: privateKey,
    });
    if (!openssl.error) expect(openssl.status).toBe(0);
  });

  it("keeps key, id and what others wrote when it is run again, and knows the public key unopened", async () => {
    const first = await run({ passphrase });
    const config = text(first, "config.json").replace(
      '"version": 1',
      '"version": 1, "neverSend": ["a.example"]',
    );
    const again = await run({ config, manifest: text(first, "manifest.xml") }, { ...acme, name: "Acme" });
    expect(siteOf(again)).toMatchObject({ name: "Acme", privateKey: siteOf(first).privateKey });
    expect(text(again, "config.json")).toContain("a.example");
    expect(text(again, "manifest.xml")).toBe(text(first, "manifest.xml"));
    expect(publicKeyIn(again).trim()).toBe(publicKeyIn(first).trim());
    expect(again.keyIsNew).toBe(false);
  });

  it("makes another key when that is asked for, and only then", async () => {
    const first = await run();
    const rotated = await run({ config: text(first, "config.json"), rotateKey: true });
    expect(publicKeyIn(rotated)).not.toBe(publicKeyIn(first));
    expect(rotated.keyIsNew).toBe(true);
  });

  it("leaves an earlier config.json alone that it cannot read", async () => {
    await expect(run({ config: "{" })).rejects.toMatchObject({ code: "config-invalid" });
  });

  it("writes a manifest without localhost, with an id of its own and the two origins", async () => {
    const manifest = text(
      await run({}, { ...acme, support: "https://help.acme.example/?a=1&b=2" }),
      "manifest.xml",
    );
    expect(manifest).not.toContain("localhost");
    expect(manifest).not.toContain("6f1c7d52-3b0e-4c8e-9d3f-52a0c1e7b964");
    expect(manifest.match(/<AppDomain>[^<]*/g)).toEqual([
      "<AppDomain>https://addin.acme.example",
      "<AppDomain>https://jira.acme.example",
    ]);
    expect(manifest).toContain("https://help.acme.example/?a=1&amp;b=2");
    expect(manifest).toContain('DefaultValue="https://addin.acme.example/inlink/taskpane.html"');
  });

  it("names the allowlist only where Jira has to answer another origin, and the relay only where there is one", async () => {
    const cors = await run({}, { ...acme, mode: "cors" });
    expect(text(cors, "jira.txt")).toContain("Allowlist");
    expect(siteOf(cors).via).toBeUndefined();
    expect(text(await run(), "jira.txt")).not.toContain("Allowlist");
  });
});

describe("the answers", () => {
  it.each<[string, WrittenAnswers, string]>([
    ["no address at all", { host: acme.host }, "jira"],
    ["http", { ...acme, jira: "http://jira.acme.example" }, "jira"],
    ["a mode that is none", { ...acme, mode: "proxy" }, "mode"],
    ["the mode same-origin on another host", { ...acme, mode: "same-origin" }, "host"],
    ["the relay on Jira's own host", { ...acme, host: "https://jira.acme.example/inlink" }, "host"],
    [
      "Jira's own address as the folder",
      { ...acme, mode: "same-origin", host: "https://jira.acme.example/jira" },
      "host",
    ],
    ["a consumer key with a blank", { ...acme, consumerKey: "in link" }, "consumerKey"],
  ])("name the field that is wrong: %s", (_, written, field) => {
    expect(readAnswers(written).problems?.map((problem) => problem.field)).toEqual([field]);
  });
});

it("makes passphrases of 25 characters that nobody mistakes for one another, and never the same", () => {
  const made = Array.from({ length: 200 }, () => makePassphrase(randomBytes));
  for (const one of made) expect(one).toMatch(/^([2-9A-HJKMNP-Z]{5}-){4}[2-9A-HJKMNP-Z]{5}$/);
  expect(new Set(made).size).toBe(200);
});

it("is one command, which says what is missing and writes what it says", () => {
  const folder = mkdtempSync(join(tmpdir(), "inlink-setup-"));
  const command = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      ["--import", "tsx", "scripts/setup.ts", "--dist", folder, "--out", folder, ...args],
      {
        encoding: "utf8",
      },
    );
  try {
    expect(command().stderr).toContain("--jira: Is missing");
    const { stdout, status } = command("--jira", acme.jira, "--host", acme.host);
    expect(status).toBe(0);
    expect(stdout).toMatch(/([2-9A-Z]{5}-){4}[2-9A-Z]{5}/);
    expect(readFileSync(join(folder, "jira.txt"), "utf8")).toContain("-----BEGIN PUBLIC KEY-----");
    expect(readFileSync(join(folder, "config.json"), "utf8")).toContain("BEGIN ENCRYPTED PRIVATE KEY");
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);
