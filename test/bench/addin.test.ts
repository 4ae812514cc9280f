import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAddin, type AddinOptions } from "../../sim/addin/addin.ts";
import { listen } from "../../sim/listen.ts";
import { pageHeaders } from "../../src/setup/hosting/policy.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inlink-site-"));
  mkdirSync(join(folder, "js"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(
    join(folder, "taskpane.html"),
    "<head><script defer src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js></script></head>",
  );
  writeFileSync(join(folder, "js/a.0123.js"), "1");
  writeFileSync(join(folder, "assets/icon-16.png"), "png");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function get(path: string, change: Partial<AddinOptions> = {}): Promise<Response> {
  const server = await listen(
    createAddin({
      folder,
      config: () => `{"version":1}`,
      pageHeaders,
      policy: () => ({ framedBy: ["https://mail.acme.example"], fetchedFrom: [] }),
      relayPrefix: "/jira-relay",
      relay: (_request, response) => response.end("relayed"),
      cdn: () => undefined,
      headers: () => ({}),
      ...change,
    }),
  );
  try {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return new Response(await answer.text(), answer);
  } finally {
    await server.close();
  }
}

describe("the add-in's host", () => {
  it("lets browsers keep scripts for ever, and ask again for pages and for config.json", async () => {
    const rule = async (path: string) => (await get(path)).headers.get("cache-control");
    expect(await rule("/js/a.0123.js")).toContain("immutable");
    expect(await rule("/taskpane.html")).toBe("no-cache");
    expect(await rule("/config.json")).toBe("no-cache");
  });

  it("lets icons be kept: Outlook shows none otherwise", async () => {
    expect((await get("/assets/icon-16.png")).headers.get("cache-control")).not.toMatch(/no-cache|no-store/);
  });

  it("sends the page policy: our scripts and office.js, no inline code, framed by Outlook alone", async () => {
    const policy = (await get("/taskpane.html")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain(
      "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com;",
    );
    expect(policy).not.toContain("unsafe");
    expect(policy).toMatch(/frame-ancestors https:\/\/outlook\.office\.com .*https:\/\/mail\.acme\.example$/);
  });

  it("lets pages fetch from Jira only where no relay stands between", async () => {
    const policy = async (fetchedFrom: readonly string[]) =>
      (await get("/taskpane.html", { policy: () => ({ framedBy: [], fetchedFrom }) })).headers.get(
        "content-security-policy",
      );
    expect(await policy([])).toContain("connect-src 'self';");
    expect(await policy(["https://jira.example.com"])).toContain(
      "connect-src 'self' https://jira.example.com;",
    );
  });

  it("puts another CDN in the place of both of Microsoft's, in pages and in the policy", async () => {
    const answer = await get("/taskpane.html", { cdn: () => "https://localhost:8446" });
    expect(await answer.text()).toBe(
      '<head><script src="https://localhost:8446/ajax/3.5/MicrosoftAjax.js"></script>' +
        "<script defer src=https://localhost:8446/lib/1/hosted/office.js></script></head>",
    );
    expect(answer.headers.get("content-security-policy")).not.toContain("microsoft.com/");
    expect(answer.headers.get("content-security-policy")).toContain("https://localhost:8446");
  });

  it("hands what lies under the relay's path to the relay", async () => {
    expect(await (await get("/jira-relay/rest/api/2/myself")).text()).toBe("relayed");
  });

  it.each(["/nothing.html", "/..%2f..%2fetc/passwd", "/js"])("has nothing at %s", async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});
