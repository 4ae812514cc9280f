/** Faults in any combination: the doctor says one thing a check, breaks nowhere, and gives no secret away. */
import { createPrivateKey, createPublicKey } from "node:crypto";
import fc from "fast-check";
import type { RelayFaults } from "../../sim/addin/relay.ts";
import { startBench, type Bench } from "../../sim/bench.ts";
import type { JiraControl } from "../../sim/jira/control.ts";
import type { DownMode } from "../../sim/jira/faults.ts";
import { checks } from "../../src/core/doctor/finding.ts";
import { reportOf } from "../../src/core/doctor/report.ts";
import { complaints, examined, of } from "./patient.ts";

const passphrase = "correct-horse-battery";

let bench: Bench;
let jira: JiraControl;
let protectedKey: string;
let plainKey: string;

beforeAll(async () => {
  bench = await startBench({ layout: "names", pageHeaders: () => ({}) });
  if (!bench.jira) throw new Error("The stand-in is needed here");
  jira = bench.jira;
  plainKey = bench.site().privateKey;
  protectedKey = createPrivateKey(plainKey)
    .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase })
    .toString();
});
afterAll(() => bench.close());

const relay: fc.Arbitrary<RelayFaults> = fc.record(
  {
    missing: fc.constant(true),
    refuses: fc.constant(true),
    keepsOrigin: fc.boolean(),
    keepsHost: fc.boolean(),
    dropsAuthorization: fc.constantFrom("/", "/plugins/", "/rest/"),
    addsParameter: fc.constantFrom("source=relay", "oauth_token=twice"),
    bodyLimit: fc.constantFrom(1_000, 40_000),
    signOn: fc.constantFrom("redirect" as const, "page" as const),
    gateway: fc.constantFrom(502 as const, 504 as const),
  },
  { requiredKeys: [] },
);
/** Mostly none, or every run would end at the relay. */
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 });

const cases = fc.record({
  relay: sometimes(relay),
  mode: fc.constantFrom("relay", "edge"),
  down: fc.oneof(
    { weight: 4, arbitrary: fc.constant<DownMode>("up") },
    fc.constantFrom<DownMode>("503", "drop", "login-page", "redirect", "firewall"),
  ),
  cors: sometimes(fc.record({ always: fc.boolean(), preflights: fc.boolean() })),
  connector: sometimes(
    fc.constantFrom({ scheme: "http" as const }, { proxyPort: 8443 }, { proxyName: "inner" }),
  ),
  clock: fc.constantFrom(0, 0, 600_000, -86_400_000),
  twoLegged: fc.boolean(),
  impersonation: fc.boolean(),
  threeLegged: fc.constantFrom(true, true, false),
  linked: fc.constantFrom(true, true, true, false),
  errorPages: fc.boolean(),
  attachments: fc.boolean(),
  echo: fc.boolean(),
  token: fc.constantFrom("good", "revoked", "none"),
  key: fc.constantFrom("plain", "opened", "locked", "wrong"),
});
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never;

function setUp(it: Case): string {
  jira.setDown(it.down);
  bench.setRelay(it.relay);
  jira.setCorsAtEdge(it.cors && { origin: bench.addinOrigin, ...it.cors });
  jira.setConnector(it.connector);
  jira.setClockOffset(it.clock);
  jira.setErrorPages(it.errorPages);
  jira.setAttachments(it.attachments);
  jira.setUploadLimit(100_000);
  jira.createLink({
    applicationUrl: bench.addinOrigin,
    consumerKey: "inlink",
    consumerName: "Inlink",
    publicKey: createPublicKey(plainKey).export({ type: "spki", format: "pem" }).toString(),
    twoLegged: it.twoLegged,
    twoLeggedImpersonation: it.impersonation,
    executeAs: "ben",
  });
  jira.setThreeLegged("inlink", it.threeLegged);
  const token = jira.grant("anna", "inlink");
  if (it.token === "revoked") jira.revokeTokens("anna");
  if (!it.linked) jira.deleteLink("inlink");
  // A server that gives back what it was sent.
  jira.setServerInfo(it.echo ? { version: token, deploymentType: `oauth_token=${token}` } : {});
  bench.setSite({
    privateKey: it.key === "plain" ? plainKey : protectedKey,
    ...(it.mode === "edge" && { via: undefined }),
  });
  return token;
}

const given = { plain: undefined, opened: passphrase, locked: undefined, wrong: "wrong-horse" } as const;

it("tells one finding a check, in order, breaks nowhere, and gives no secret away", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (it) => {
      const token = setUp(it);
      const opened = given[it.key];
      const findings = await examined(bench, {
        ...(it.token !== "none" && { token }),
        ...(opened !== undefined && { passphrase: opened }),
      });
      expect(findings.map(({ check }) => check)).toEqual(checks);
      expect(findings.map(({ code }) => code)).not.toContain("check-broke");
      const text = JSON.stringify(findings) + reportOf(findings, {});
      for (const secret of [token, passphrase, "wrong-horse", ...linesOf(plainKey), ...linesOf(protectedKey)])
        expect(text).not.toContain(secret);
      expect(text).not.toMatch(/oauth_signature["=%]|oauth_nonce|[A-Za-z0-9+/]{100}/);
    }),
    { numRuns: 60, seed: 5849 },
  );
}, 60_000);

/** The base64 alone: its first words stand in every key. */
function linesOf(pem: string): readonly string[] {
  return pem.split("\n").filter((line) => line.length === 64);
}

describe("a key that is protected", () => {
  const well: Case = {
    relay: undefined,
    mode: "relay",
    down: "up",
    cors: undefined,
    connector: undefined,
    clock: 0,
    twoLegged: false,
    impersonation: false,
    threeLegged: true,
    linked: true,
    errorPages: false,
    attachments: true,
    echo: false,
    token: "none",
    key: "opened",
  };

  it("by openssl's few rounds is a warning, and works", async () => {
    setUp(well);
    const findings = await examined(bench, { passphrase });
    expect(complaints(findings)).toEqual({ key: "key-weakly-protected" });
    expect(of(findings, "key").facts).toEqual({ rounds: "2048", recommended: "600000" });
    expect(of(findings, "signature").code).toBe("signature-accepted");
  });

  it("and not opened leaves what needs no signature", async () => {
    setUp({ ...well, key: "locked" });
    const findings = await examined(bench);
    expect(complaints(findings)).toEqual({ key: "key-locked" });
    expect(of(findings, "server").code).toBe("server-jira");
    expect(of(findings, "post").code).toBe("post-passes");
    expect(of(findings, "signature")).toMatchObject({ code: "needs-earlier", facts: { needs: "key" } });
  });

  it("and tried with a wrong passphrase is named", async () => {
    setUp({ ...well, key: "wrong" });
    expect(complaints(await examined(bench, { passphrase: "wrong-horse" }))).toEqual({
      key: "key-passphrase-wrong",
    });
  });
});
