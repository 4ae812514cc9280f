/** What a browser is sent with the add-in's files, in each mode. */
import type { HostingMode } from "../../src/setup/answers.ts";
import { pageHeaders } from "../../src/setup/hosting/policy.ts";
import { describeServers, startStory, values, type EdgeStory } from "./edgeStory.ts";

const hosts: Readonly<Record<HostingMode, string>> = {
  relay: "https://addin.bench.test/inlink",
  "same-origin": "https://jira.bench.test/outlook-addin",
  cors: "https://addin.bench.test",
};
const framedBy = ["https://mail.acme.example"];
const types: readonly (readonly [file: string, type: RegExp])[] = [
  ["/taskpane.html", /^text\/html; ?charset=utf-8$/i],
  ["/config.json", /^application\/json(; ?charset=utf-8)?$/i],
  ["/app.css", /^text\/css; ?charset=utf-8$/i],
  ["/manifest.xml", /^text\/xml(; ?charset=utf-8)?$/i],
  ["/js/taskpane.0123456789ab.js", /^text\/javascript; ?charset=utf-8$/i],
  ["/assets/icon-16.png", /^image\/png$/],
  ["/assets/support.html", /^text\/html; ?charset=utf-8$/i],
];

describeServers("the add-in's files", (server) => {
  describe.each(Object.entries(hosts))("in mode %s", (written, host) => {
    const mode = written as HostingMode;
    const { pathname } = new URL(host);
    const path = pathname === "/" ? "" : pathname;
    let story: EdgeStory;
    beforeAll(
      async () => void (story = await startStory(server, { hosting: { mode, host, framedBy } })),
      30_000,
    );
    afterAll(() => story.close());
    beforeEach(() => void (story.arrived.length = 0));

    const ask: EdgeStory["addin"] = (...args) =>
      mode === "same-origin" ? story.atJira(...args) : story.addin(...args);

    it.each(types)("%s comes with the whole page policy, once, and as what it is", async (file, type) => {
      const answer = await ask("GET", path + file);
      expect(answer.status).toBe(200);
      expect(answer.headers["content-type"]).toMatch(type);
      const fetchedFrom = mode === "same-origin" ? [] : ["https://jira.bench.test"];
      for (const [name, value] of Object.entries(pageHeaders(file, { framedBy, fetchedFrom })))
        expect([name, values(answer, name)]).toEqual([name, [value]]);
      expect(values(answer, "X-Frame-Options")).toEqual([]);
      expect(values(answer, "Access-Control-Allow-Origin")).toEqual([]);
    });

    it("keeps the policy on what is not there, and lets nobody keep that", async () => {
      for (const file of ["/nothing.html", "/js/gone.0123456789ab.js", "/assets/gone.png"]) {
        const answer = await ask("GET", path + file);
        expect(answer.status).toBe(404);
        expect(values(answer, "Content-Security-Policy").join()).toContain("frame-ancestors");
        expect(values(answer, "X-Content-Type-Options")).toEqual(["nosniff"]);
        expect(values(answer, "Cache-Control").join()).not.toMatch(/max-age/);
      }
    });

    it("lists no folder", async () => {
      for (const folder of ["/js/", "/assets/"]) {
        const answer = await ask("GET", path + folder);
        expect(answer.status).toBeGreaterThanOrEqual(403);
        expect(answer.body).not.toContain("taskpane.0123456789ab.js");
      }
    });

    it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])("answers no %s", async (method) => {
      const answer = await ask(method, `${path}/config.json`, { headers: { Cookie: "a=secret" } });
      expect(answer.status).toBeGreaterThanOrEqual(403);
      expect(answer.body).not.toContain("secret");
    });

    it("answers HEAD as GET, without the body", async () => {
      const answer = await ask("HEAD", `${path}/taskpane.html`);
      expect(answer).toMatchObject({ status: 200, body: "" });
      expect(answer.headers["cache-control"]).toBe("no-cache");
    });

    it("sends a page that has not changed no second time", async () => {
      const { headers } = await ask("GET", `${path}/taskpane.html`);
      const again = await ask("GET", `${path}/taskpane.html`, {
        headers: { "If-None-Match": headers.etag ?? "", "If-Modified-Since": headers["last-modified"] ?? "" },
      });
      expect(again.status).toBe(304);
      expect(values(again, "Cache-Control")).toEqual(["no-cache"]);
    });

    it("packs scripts", async () => {
      const answer = await ask("GET", `${path}/js/taskpane.0123456789ab.js`, {
        headers: { "Accept-Encoding": "gzip" },
      });
      expect(answer.headers["content-encoding"]).toBe("gzip");
      expect(answer.headers.vary).toMatch(/accept-encoding/i);
    });

    it("does not lead out of its folder", async () => {
      for (const way of [
        "/../../etc/passwd",
        "/js/../../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
      ]) {
        const answer = await ask("GET", path + way);
        expect(answer.body).not.toContain("root:");
      }
    });

    if (mode === "same-origin")
      it("leaves the rest of the host to Jira, which still works behind it", async () => {
        const login = await ask("GET", "/jira/login.jsp");
        expect(login.status).toBe(200);
        expect(values(login, "Content-Security-Policy")).toEqual(["frame-ancestors 'self'"]);
        const signed = await ask("GET", "/jira/rest/api/2/myself", {
          headers: { Authorization: story.authorization("GET", "/rest/api/2/myself") },
        });
        expect(signed.headers["x-ausername"]).toBe("anna");
        story.arrived.length = 0;
        await ask("GET", `${path}/taskpane.html`);
        await ask("GET", `${path}/nothing.html`);
        expect(story.arrived).toEqual([]);
      });
  });
});
