import { clean } from "../../../src/core/doctor/clean.ts";
import type { Finding } from "../../../src/core/doctor/finding.ts";
import { finding } from "../../../src/core/doctor/finding.ts";
import { reportOf } from "../../../src/core/doctor/report.ts";

const token = "aB3dE5fG7hI9jK1lM2nO4pQ6rS8tU0vW";
const base64 = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7".repeat(3);

describe("a report", () => {
  it("has a stable form", () => {
    const findings = [
      finding("server", "server-jira", { version: "9.12.5", title: "" }, [
        "GET https://jira.example.com",
        "200",
      ]),
      finding("token", "not-signed-in"),
    ];
    expect(reportOf(findings, { version: "0.3.0", page: "https://addin.example.com/taskpane.html" })).toBe(
      [
        "Inlink connection report",
        "version: 0.3.0",
        "page: https://addin.example.com/taskpane.html",
        "",
        "[good] server: server-jira",
        "  version: 9.12.5",
        "  > GET https://jira.example.com",
        "  > 200",
        "",
        "[skipped] token: not-signed-in",
        "",
      ].join("\n"),
    );
  });

  it("holds no secret, even where a finding was made elsewhere and does", () => {
    const hostile: Finding = {
      check: "token",
      verdict: "bad",
      code: "token-failed",
      facts: { problem: `oauth_token=${token}`, status: base64 },
      seen: [`Authorization: OAuth oauth_signature="${base64}"`, `two\n[good] lines`],
    };
    const report = reportOf([hostile], { page: `https://anna:hunter2hunter2@addin.example.com/` });
    for (const secret of [token, base64.slice(0, 40), "hunter2"]) expect(report).not.toContain(secret);
    expect(report).toContain("  > two [good] lines\n");
  });
});

describe("what is cleaned", () => {
  it.each([
    [`oauth_token=${token}&oauth_callback=x`, "oauth_token=…&oauth_callback=x"],
    [`oauth_verifier%3Dabc123%26oauth_version%3D1.0`, "oauth_verifier%3D…%26oauth_version%3D1.0"],
    [`oauth_token%253Dabc%2526x`, "oauth_token%253D…%2526x"],
    [`{"oauth_token_secret": "abc"}`, `{"oauth_token_secret": …}`],
    [`Cookie: JSESSIONID=1`, "Cookie: …"],
    [`Bearer abcdefghij rest`, "Bearer … rest"],
    [`-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n${base64}\n`, "…"],
    ["word ".repeat(100), `${"word ".repeat(80)}…`],
  ])("%s", (text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });

  it.each([
    "https://jira.example.com/jira/rest/api/2/issue/createmeta/DEMO/issuetypes",
    "401 oauth_problem: signature_invalid",
    "must not contain a user name or a password",
    'Write the text of the PEM file, from -----BEGIN to -----END: "privateKey": "-----BEGIN PRIVATE KEY-----\\nMII…\\n-----END PRIVATE KEY-----\\n".',
    "Jira 9.12.5 Server, baseUrl https://jira.example.com",
    "localStorage: works",
  ])("leaves alone what is no secret: %s", (text) => {
    expect(clean(text)).toBe(text);
  });
});
