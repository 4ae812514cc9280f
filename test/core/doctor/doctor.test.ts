import fc from "fast-check";
import { verdicts } from "../../../src/core/doctor/codes.ts";
import { examine } from "../../../src/core/doctor/doctor.ts";
import { checks, type Finding } from "../../../src/core/doctor/finding.ts";
import type { ProbeAnswer } from "../../../src/core/doctor/ports.ts";
import { reportOf } from "../../../src/core/doctor/report.ts";
import { OAuthRefused, oauthProblems } from "../../../src/core/errors.ts";
import { fakeOAuth, site as edgeSite } from "../fakes.ts";
import { answer, examined, failed, page, portsOf, relaySite, serverInfo } from "./fakes.ts";

describe("an examination", () => {
  it("finds a connection without faults good at every step", async () => {
    expect(new Set((await examined()).map(({ verdict }) => verdict))).toEqual(new Set(["good"]));
  });

  it("tells each finding as soon as it is there, in order", async () => {
    const told: Finding[] = [];
    const findings = await examine(portsOf(), (finding) => told.push(finding));
    expect(told).toEqual(findings);
    expect(told.map(({ check }) => check)).toEqual(checks);
  });

  it("names the first cause where one skipped step makes another impossible", async () => {
    const findings = await examined({ probe: ({ kind }) => (kind === "info" ? failed() : undefined) });
    const skipped = findings.filter(({ code }) => code === "needs-earlier");
    expect(skipped.map(({ check }) => check)).toEqual([
      "server",
      "consumer",
      "signature",
      "clock",
      "post",
      "two-legged",
      "token",
      "create-meta",
      "attachments",
      "body-limit",
    ]);
    expect(new Set(skipped.map(({ facts }) => facts["needs"]))).toEqual(new Set(["reach"]));
  });

  it("goes on after a step that broke", async () => {
    const findings = await examined({
      ports: { storage: () => Promise.reject(new TypeError("no such thing")) },
    });
    expect(findings.find(({ check }) => check === "storage")).toMatchObject({
      code: "check-broke",
      facts: { error: "TypeError: no such thing" },
    });
    expect(findings.at(-1)?.code).toBe("body-limit-passes");
  });

  it("stops when it is told to, and says what was not tried", async () => {
    const stop = new AbortController();
    const ports = portsOf({
      probe: ({ kind }) => {
        if (kind === "info") stop.abort();
        return undefined;
      },
    });
    const findings = await examine(ports, () => undefined, stop.signal);
    expect(findings.map(({ code }) => code === "stopped")).toEqual(
      checks.map((check) => checks.indexOf(check) >= checks.indexOf("reach")),
    );
  });
});

describe("whatever comes back", () => {
  const secrets = [
    "aB3dE5fG7hI9jK1lM2nO4pQ6rS8tU0vW", // as Jira's tokens are
    "hunter2hunter2",
    "kX".repeat(150),
  ] as const;
  const [token, password, signature] = secrets;
  const words = fc.constantFrom(
    `oauth_token=${token}&oauth_token_secret=${token}`,
    `OAuth oauth_consumer_key="inlink", oauth_signature="${signature}"`,
    `Authorization: Basic ${password}`,
    `oauth_signature_base_string=POST&https%3A%2F%2Fx&oauth_token%3D${token}%26oauth_verifier%3D${password}`,
    `https://anna:${password}@jira.example.com/`,
    `-----BEGIN PRIVATE KEY-----\n${signature}\n-----END PRIVATE KEY-----`,
    `passphrase: ${password}`,
    token,
    "line\nline\u0007",
  );
  const answers: fc.Arbitrary<ProbeAnswer | undefined> = fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    fc
      .tuple(fc.constantFrom(200, 302, 401, 403, 404, 413, 429, 500, 503), words)
      .map(([s, w]) => answer(s, w)),
    words.map((text) => page(200, text)),
    words.map((text) =>
      serverInfo({ version: text, baseUrl: text, deploymentType: text, serverTitle: text }),
    ),
    fc.constantFrom(failed(), failed("policy"), failed("timeout")),
    fc.constantFrom<ProbeAnswer>({ kind: "redirect" }, { kind: "opaque" }),
  );
  const refusals = fc.option(
    fc
      .tuple(fc.constantFrom(...oauthProblems), words)
      .map(
        ([problem, text]) =>
          new OAuthRefused(problem, 401, { oauth_problem_advice: text, oauth_signature_base_string: text }),
      ),
    { nil: undefined },
  );

  it("one finding a check is told, each with the verdict of its code, and no secret", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answers, { minLength: 8, maxLength: 8 }),
        refusals,
        fc.constantFrom(relaySite, edgeSite),
        async (answers, refusal, site) => {
          const left = [...answers];
          const oauth = fakeOAuth().oauth;
          const findings = await examined({
            site,
            probe: () => left.shift(),
            tools: {
              oauth: refusal ? { ...oauth, requestToken: () => Promise.reject(refusal) } : oauth,
              signed: () => () => Promise.resolve(new Response("{}", { status: 401 })),
            },
          });
          expect(findings.map(({ check }) => check)).toEqual(checks);
          for (const { code, verdict } of findings) expect(verdict).toBe(verdicts[code]);
          expect(findings.map(({ code }) => code)).not.toContain("check-broke");
          const text = JSON.stringify(findings) + reportOf(findings, {});
          for (const secret of secrets) expect(text).not.toContain(secret);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
