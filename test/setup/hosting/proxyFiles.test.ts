import { ConfigInvalid } from "../../../src/core/errors.ts";
import { hostingModes } from "../../../src/setup/answers.ts";
import type { Hosting } from "../../../src/setup/hosting/hosting.ts";
import { pageHeaders } from "../../../src/setup/hosting/policy.ts";
import { proxyFiles } from "../../../src/setup/hosting/proxyFiles.ts";

const relay: Hosting = {
  jiraUrl: "https://jira.example.com/jira",
  host: "https://addin.example.com/inlink",
  mode: "relay",
  upstream: undefined,
  framedBy: ["https://mail.example.com"],
};
const hostingOf: Readonly<Record<Hosting["mode"], Hosting>> = {
  relay,
  cors: { ...relay, mode: "cors" },
  "same-origin": { ...relay, mode: "same-origin", host: "https://jira.example.com/outlook-addin" },
};
const textOf = (name: string, hosting: Hosting): string => {
  const file = proxyFiles(hosting).find((one) => one.name === name);
  if (!file) throw new Error(`There is no ${name}`);
  return file.text;
};

describe.each(hostingModes)("configuration for mode %s", (mode) => {
  const files = proxyFiles(hostingOf[mode]);

  it("is there for all five servers, each file under a name of its own", () => {
    expect(new Set(files.map(({ server }) => server))).toEqual(
      new Set(["nginx", "apache", "caddy", "iis", "haproxy"]),
    );
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
  });

  it.each(files.map((file) => [file.name, file] as const))(
    "%s says where it belongs, and ends its last line",
    (_, file) => {
      expect(file.place).toMatch(/^(On the add-in's host|On Jira's proxy|As web\.config)/);
      expect(file.text).toMatch(/[^\n]\n$/);
      expect(file.text).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  it("says in the first comment of an example that it was never run, and of no other", () => {
    for (const { tested, text } of files) {
      const start = text.split("\n").slice(0, 2).join("\n");
      expect(/NOT TESTED/.test(start)).toBe(!tested);
    }
    expect(files.filter(({ tested }) => tested).map(({ server }) => server)).toEqual(
      expect.arrayContaining(["nginx", "apache", "caddy"]),
    );
  });

  it("sends the very policy of policy.ts, framed by the company's own Outlook too", () => {
    const fetchedFrom = mode === "same-origin" ? [] : ["https://jira.example.com"];
    const policy = pageHeaders("/", { framedBy: relay.framedBy, fetchedFrom })["Content-Security-Policy"];
    const withFiles = files.filter(
      ({ text }) => text.includes("Content-Security-Policy") && text.includes("frame-ancestors"),
    );
    expect(new Set(withFiles.map(({ server }) => server)).size).toBe(5);
    for (const { text } of withFiles) expect(text).toContain(policy);
    expect(files.map(({ text }) => text).join()).not.toMatch(/unsafe-|Allow-Credentials "?true/);
  });
});

describe("addresses in the configuration", () => {
  it("keeps a port that is not the usual one, and Jira's own in what Jira is shown", () => {
    const text = textOf("nginx-addin.conf", {
      ...relay,
      jiraUrl: "https://jira.example.com:8443",
      host: "https://addin.example.com:9443",
    });
    expect(text).toContain("listen 9443 ssl");
    expect(text).toContain("server jira.example.com:8443;");
    expect(text).toContain("proxy_set_header Host jira.example.com:8443;");
    expect(text).toContain("proxy_set_header Origin https://jira.example.com:8443;");
    expect(text).toContain("proxy_ssl_name jira.example.com;");
    expect(text).toContain("location ^~ /jira-relay/");
  });

  it("connects to the upstream, and still speaks to it as to Jira", () => {
    const upstream = "https://10.0.0.5:8443";
    expect(textOf("nginx-addin.conf", { ...relay, upstream })).toMatch(
      /server 10\.0\.0\.5:8443;[^]*proxy_ssl_name jira\.example\.com;[^]*Host jira\.example\.com;/,
    );
    expect(textOf("caddy-addin.Caddyfile", { ...relay, upstream })).toMatch(
      /reverse_proxy https:\/\/10\.0\.0\.5:8443 \{[^]*tls_server_name jira\.example\.com/,
    );
    expect(textOf("apache-addin.conf", { ...relay, upstream })).toMatch(
      /"https:\/\/jira\.example\.com:8443\/jira\/"[^]*"10\.0\.0\.5 jira\.example\.com"/,
    );
  });

  it("asks for no certificate where Jira is reached by plain http", () => {
    const http = { ...relay, upstream: "http://10.0.0.5:8080" };
    for (const name of ["nginx-addin.conf", "apache-addin.conf", "caddy-addin.Caddyfile"])
      expect(textOf(name, http)).not.toMatch(/proxy_ssl|SSLProxy|tls_server_name/);
  });

  it.each([
    ["a variable", { host: "https://addin.example.com/$uri" }],
    ["the end of a line", { host: "https://addin.example.com/a;return" }],
    ["a quotation mark", { framedBy: ['https://mail".example.com'] }],
    ["a brace", { jiraUrl: "https://jira{x}.example.com" }],
    ["a pattern", { jiraUrl: "https://jira.example.com/(jira)" }],
  ])("refuses an address with %s in it", (_, change) => {
    expect(() => proxyFiles({ ...relay, ...change })).toThrow(ConfigInvalid);
  });
});
