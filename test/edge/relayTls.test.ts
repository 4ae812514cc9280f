/** The relay to a Jira that is reached by its public address, over TLS. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchCertificate } from "../../sim/certificate.ts";
import { describeServers, relayPrefix, startStory, values } from "./edgeStory.ts";

const browser = { "User-Agent": "Mozilla/5.0", Origin: "https://addin.bench.test" };

describeServers("the relay to a Jira behind TLS", (server) => {
  it("connects by Jira's own name, and Jira takes the signature and the POST", async () => {
    const story = await startStory(server, { tls: true });
    const search = "/rest/api/2/search?jql=text%20~%20%22a%2Bb%22";
    const found = await story.addin("GET", relayPrefix + search, {
      headers: { ...browser, Authorization: story.authorization("GET", search) },
    });
    const created = await story.addin("POST", `${relayPrefix}/rest/api/2/issue`, {
      headers: {
        ...browser,
        Authorization: story.authorization("POST", "/rest/api/2/issue"),
        "Content-Type": "application/json",
      },
      body: '{"fields":{"project":{"key":"DEMO"},"issuetype":{"name":"Task"},"summary":"TLS"}}',
    });
    await story.close();
    expect(found.status).toBe(200);
    expect(created.status).toBe(201);
    expect(values(created, "Content-Security-Policy")).toEqual(["sandbox"]);
  });

  it("does not connect to somebody whose certificate is for another name", async () => {
    const story = await startStory(server, { tls: true, edit: wrongName });
    const answer = await story.addin("GET", `${relayPrefix}/rest/api/2/myself`, {
      headers: { ...browser, Authorization: story.authorization("GET", "/rest/api/2/myself") },
    });
    await story.close();
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(story.arrived).toEqual([]);
  });

  it("does not connect to somebody whom no known authority vouches for", async () => {
    const folder = mkdtempSync(join(tmpdir(), "inlink-authority-"));
    const authority = join(folder, "other.crt");
    writeFileSync(authority, (await benchCertificate(folder)).cert);
    const story = await startStory(server, {
      tls: true,
      edit: (text) => changed(text, "/etc/ssl/certs/ca-certificates.crt", () => authority),
    });
    const answer = await story.addin("GET", `${relayPrefix}/rest/api/2/myself`, {
      headers: { ...browser, Authorization: story.authorization("GET", "/rest/api/2/myself") },
    });
    await story.close();
    rmSync(folder, { recursive: true });
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(story.arrived).toEqual([]);
  });
});

/** As if Jira were another machine: nginx and Caddy are told a name to check, Apache takes it from the address. */
function wrongName(text: string): string {
  return changed(
    text,
    /(proxy_ssl_name|tls_server_name) localhost|"https:\/\/localhost(?=:\d+\/jira)/,
    (match) =>
      match.startsWith('"') ? '"https://ip6-localhost.invalid' : match.replace("localhost", "other.test"),
  );
}

function changed(text: string, what: string | RegExp, to: (match: string) => string): string {
  const next = text.replace(what, to);
  if (next === text) throw new Error(`Nothing to change: ${String(what)}`);
  return next;
}
