import {
  describeServers,
  relayPrefix,
  startStory,
  values,
  type Arrived,
  type EdgeStory,
  type Sent,
} from "./edgeStory.ts";

const browser = {
  "User-Agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/130",
  Origin: "https://addin.bench.test",
  Referer: "https://addin.bench.test/inlink/taskpane.html",
};

describeServers("the relay rule in a real server", (server) => {
  let story: EdgeStory;
  beforeAll(async () => void (story = await startStory(server)));
  afterAll(() => story.close());
  beforeEach(() => void (story.arrived.length = 0));

  const relayed = (method: string, path: string, sent: Sent = {}) =>
    story.addin(method, relayPrefix + path, {
      ...sent,
      headers: { Authorization: story.authorization(method, path), ...browser, ...sent.headers },
    });

  it.each([
    ["/rest/api/2/search?jql=project%20%3D%20DEMO&fields=summary", "a space as %20"],
    ["/rest/api/2/search?jql=project+%3D+DEMO", "a space as +"],
    ["/rest/api/2/search?jql=text%20~%20%22a%2Bb%22", "an encoded plus"],
    ["/rest/api/2/search?jql=&fields=%5Ball%5D", "empty values and brackets"],
    ["/rest/api/2/search?fields=a&fields=b&fields=a", "a name that is there several times"],
    ["/rest/api/2/search?jql=text%20~%20%22Gr%C3%BC%C3%9Fe%20%E4%BA%AC%20%F0%9F%94%A5%22", "other scripts"],
    ["/rest/api/2/search?jql=key%7edemo&maxResults=1", "escapes in lower case"],
    ["/rest/api/2/search?jql=x%3by%2fz%2E%2e&a=//..//%2525", "what would be ambiguous in a path"],
    ["/rest/api/2/search?jql=a'(b)*!&b=c:d@e/f", "marks that need no escape"],
    ["/rest/agile/1.0/board?projectKeyOrId=EVERY", "Jira Software's own API"],
    ["/rest/api/2/project/D%45MO", "an escape in the path that needs none"],
    ["/rest/api/2/project/a%20b%2Bc%C3%BC%7e%25~:@+,=-_.x", "escapes in the path"],
    ["/rest/api/2/project/DEMO?", "an empty query"],
    ["/rest/api/2/project/DEMO?back=/inlink/jira-relay/rest&j=/jira", "the relay's own path in the query"],
  ])("passes %s byte for byte: %s", async (path) => {
    const answer = await relayed("GET", path);
    expect(story.arrived.map(({ url }) => url)).toEqual([`/jira${path}`]);
    // Whatever Jira has at such a path: it took the signature.
    expect(story.jira.log().at(-1)).toMatchObject({ user: "anna", oauthProblem: undefined });
    expect(answer.status).not.toBe(403);
  });

  it("shows Jira its own host and origin, and nothing of the browser's or of proxies before", async () => {
    const answer = await relayed("POST", "/rest/api/2/issue", {
      headers: {
        "Content-Type": "application/json",
        Cookie: "JSESSIONID=1; a=b",
        Forwarded: "host=evil.example",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-For": "10.1.1.1",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-Port": "1",
        "X-Original-URL": "/login.jsp",
        "X-HTTP-Method-Override": "DELETE",
        "Proxy-Authorization": "Basic YTpi",
      },
      body: newIssue,
    });
    expect(answer.status).toBe(201);
    const [at] = story.arrived as [Arrived];
    expect(at.headers).toMatchObject({
      host: "jira.bench.test",
      origin: "https://jira.bench.test",
      "user-agent": browser["User-Agent"],
    });
    const rest = at.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(rest).not.toContain("cookie");
    expect(rest).not.toContain("referer");
    expect(rest.filter((name) => /forwarded|x-original|override|real-ip|proxy-|^via$/.test(name))).toEqual(
      [],
    );
    expect(at.headers.host).toBe("jira.bench.test");
  });

  it("needs the Origin of Jira: without that line Jira refuses every POST of a browser", async () => {
    const line = /^\s*(proxy_set_header Origin|RequestHeader set Origin|header_up Origin) .*$/gm;
    const without = await startStory(server, {
      edit: (text) => {
        expect(text).toMatch(line);
        return text.replaceAll(line, "");
      },
    });
    const answer = await without.addin("POST", `${relayPrefix}/rest/api/2/issue`, {
      headers: {
        ...browser,
        Authorization: without.authorization("POST", "/rest/api/2/issue"),
        "Content-Type": "application/json",
      },
      body: newIssue,
    });
    await without.close();
    expect(answer).toMatchObject({ status: 403, body: "XSRF check failed" });
    expect(without.arrived).toHaveLength(1);
  });

  it("gives a Tomcat that was told no name the right Host: without that line no signature holds", async () => {
    const line = /^\s*(proxy_set_header Host|RequestHeader set Host|header_up Host) .*$/gm;
    const outcome = async (edit: (text: string) => string) => {
      const without = await startStory(server, { proxyName: false, edit });
      const { status } = await without.addin("GET", `${relayPrefix}/rest/api/2/myself`, {
        headers: { ...browser, Authorization: without.authorization("GET", "/rest/api/2/myself") },
      });
      await without.close();
      return [status, without.jira.log().at(-1)?.oauthProblem];
    };
    expect(await outcome((text) => text)).toEqual([200, undefined]);
    expect(await outcome((text) => text.replaceAll(line, ""))).toEqual([401, "signature_invalid"]);
  });

  it("brings back Jira's answer without cookies, and lets nothing become a page", async () => {
    for (const path of ["/rest/api/2/myself", "/rest/api/2/issue/DEMO-99999"]) {
      const answer = await relayed("GET", path);
      expect(answer.headers["x-ausername"]).toBe("anna");
      expect(answer.headers["set-cookie"]).toBeUndefined();
      expect(values(answer, "X-Content-Type-Options")).toEqual(["nosniff"]);
      expect(values(answer, "Content-Security-Policy")).toEqual(["sandbox"]);
      expect(values(answer, "Referrer-Policy")).toEqual([]);
    }
  });

  it("brings back Jira's refusals whole: the problem is in a header", async () => {
    const answer = await story.addin("GET", `${relayPrefix}/rest/api/2/myself`, {
      headers: { ...browser, Authorization: 'OAuth oauth_consumer_key="unknown"' },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers["www-authenticate"]).toMatch(/^OAuth /);
    expect(values(answer, "Content-Security-Policy")).toEqual(["sandbox"]);
    expect(values(answer, "X-Content-Type-Options")).toEqual(["nosniff"]);
  });

  it("passes the two calls of sign-in", async () => {
    const path = "/plugins/servlet/oauth/request-token";
    const answer = await relayed("POST", path, {
      headers: {
        Authorization: story.authorization("POST", path, {
          oauth_token: "",
          oauth_callback: "https://addin.bench.test/inlink/signin.html",
        }),
      },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain("oauth_token=");
    expect((await relayed("POST", "/plugins/servlet/oauth/access-token")).status).not.toBe(403);
    expect(story.arrived).toHaveLength(2);
  });

  it("passes the one question of another API: how a text will look", async () => {
    const path = "/rest/api/1.0/render";
    const answer = await relayed("POST", path, {
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ rendererType: "atlassian-wiki-renderer", unrenderedMarkup: "*a*" }),
    });
    expect([answer.status, answer.body]).toEqual([200, "<p><b>a</b></p>"]);
    expect(values(answer, "Content-Security-Policy")).toEqual(["sandbox"]);
  });

  it.each(["PUT", "DELETE"])("passes %s to REST", async (method) => {
    await relayed(method, "/rest/api/2/issue/DEMO-99999", { body: "{}" });
    expect(story.arrived.map((at) => at.method)).toEqual([method]);
  });

  it("takes a file of ten megabytes", async () => {
    const created = await relayed("POST", "/rest/api/2/issue", {
      headers: { "Content-Type": "application/json" },
      body: newIssue,
    });
    const { key } = JSON.parse(created.body) as { key: string };
    const bytes = Buffer.alloc(10 * 1024 * 1024, "0123456789abcdef");
    const body = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="big.bin"\r\n` +
          "Content-Type: application/octet-stream\r\n\r\n",
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const answer = await relayed("POST", `/rest/api/2/issue/${key}/attachments`, {
      headers: {
        "Content-Type": `multipart/form-data; boundary=${boundary}`,
        "X-Atlassian-Token": "no-check",
      },
      body,
    });
    expect(answer.status).toBe(200);
    expect(story.jira.issue(key)?.attachments[0]?.bytes.equals(bytes)).toBe(true);
  });

  it.each([
    ["a login page", "POST", "/login.jsp"],
    ["Jira's Allow page", "GET", "/plugins/servlet/oauth/authorize"],
    ["the Allow page's form", "POST", "/plugins/servlet/oauth/authorize"],
    ["the list of tokens", "POST", "/plugins/servlet/oauth/users/access-tokens"],
    ["GET of a request token", "GET", "/plugins/servlet/oauth/request-token"],
    ["DELETE of an access token", "DELETE", "/plugins/servlet/oauth/access-token"],
    ["what lies below an OAuth path", "POST", "/plugins/servlet/oauth/request-token/x"],
    ["another servlet", "POST", "/plugins/servlet/applinks/listApplicationLinks"],
    ["a file of an issue", "GET", "/secure/attachment/10000/a.html"],
    ["a session", "POST", "/rest/auth/1/session"],
    ["another plug-in's REST", "GET", "/rest/applinks/1.0/applicationlink"],
    ["another version of REST", "GET", "/rest/api/latest/myself"],
    ["what else there is in API 1.0", "GET", "/rest/api/1.0/labels/suggest"],
    ["GET of a preview", "GET", "/rest/api/1.0/render"],
    ["what lies below the preview", "POST", "/rest/api/1.0/render/x"],
    ["another version of that API", "POST", "/rest/api/1x0/render"],
    ["a write to Jira Software's own API", "POST", "/rest/agile/1.0/sprint"],
    ["another version of that", "GET", "/rest/agile/1x0/board"],
    ["the relay's root", "GET", "/"],
    ["TRACE", "TRACE", "/rest/api/2/myself"],
    ["OPTIONS", "OPTIONS", "/rest/api/2/myself"],
    ["a method that Inlink never uses", "PATCH", "/rest/api/2/myself"],
    ["a way out by dots", "GET", "/rest/api/2/../../secure/admin"],
    ["a way out by dots that ends inside", "GET", "/secure/../rest/api/2/myself"],
    ["a single dot", "GET", "/rest/api/2/./myself"],
    ["dots at the end", "GET", "/rest/api/2/issue/.."],
    ["a way out by encoded dots", "GET", "/rest/api/2/%2e%2e/%2E%2E/secure"],
    ["half-encoded dots", "GET", "/rest/api/2/.%2e/secure"],
    ["a path parameter", "GET", "/rest/api/2/..;/..;/secure"],
    ["an encoded path parameter", "GET", "/rest/api/2/x%3bjsessionid=1"],
    ["a doubled slash", "GET", "//rest/api/2/myself"],
    ["a doubled slash within", "GET", "/rest/api/2//myself"],
    ["an encoded slash", "GET", "/rest/api/2/issue%2FDEMO-1"],
    ["an encoded slash in lower case", "GET", "/rest/api/2/issue%2fDEMO-1"],
    ["a backslash", "GET", "/rest/api/2/issue\\..\\secure"],
    ["an encoded backslash", "GET", "/rest/api/2/issue%5c..%5csecure"],
    ["a zero", "GET", "/rest/api/2/myself%00.html"],
    ["a broken escape", "GET", "/rest/api/2/my%zzself"],
    ["an encoded letter in the relay's own path", "GET", "/../jira%2Drelay/rest/api/2/myself"],
  ])("refuses %s", async (_name, method, path) => {
    const answer = await relayed(method, path, { headers: { "Content-Type": "text/plain" } }).catch(
      (): undefined => undefined, // cut off is refused as well
    );
    expect(answer?.status ?? 400).toBeGreaterThanOrEqual(400);
    expect(story.arrived).toEqual([]);
  });

  it.each([
    ["a password", "Basic YW5uYTphbm5h"],
    ["a bearer token", "Bearer abc"],
    ["an empty header", ""],
    ["a word that only begins like OAuth", "OAuthX a=b"],
  ])("refuses a request that carries %s instead of a signature", async (_name, Authorization) => {
    for (const path of ["/rest/api/2/myself", "/plugins/servlet/oauth/request-token"]) {
      const method = path.startsWith("/rest") ? "GET" : "POST";
      expect((await relayed(method, path, { headers: { Authorization } })).status).toBe(403);
    }
    expect(story.arrived).toEqual([]);
  });

  it("refuses a request without Authorization, and says who refused", async () => {
    const answer = await story.addin("GET", `${relayPrefix}/rest/api/2/myself`, { headers: browser });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("Relay: only the signed requests of Inlink pass here.");
    expect(values(answer, "Content-Security-Policy")).toEqual(["sandbox"]);
    expect(values(answer, "X-Content-Type-Options")).toEqual(["nosniff"]);
    expect(story.arrived).toEqual([]);
  });

  it("never lets a second Authorization through behind a signature", async () => {
    const two = (...both: string[]) =>
      relayed("GET", "/rest/api/2/myself", { headers: { Authorization: both } });
    await two(story.authorization("GET", "/rest/api/2/myself"), "Basic YW5uYTphbm5h");
    await two("Basic YW5uYTphbm5h", story.authorization("GET", "/rest/api/2/myself"));
    for (const at of story.arrived) {
      const [only, ...more] = values(at, "Authorization");
      expect(only).toMatch(/^OAuth /);
      expect(more).toEqual([]);
    }
  });

  it("does not know another spelling of its path", async () => {
    for (const path of [
      "/inlink/Jira-relay",
      "/inlink/jira-relay%2F..",
      "/inlink//jira-relay",
      "//inlink/jira-relay",
    ]) {
      const answer = await story.addin("GET", `${path}/rest/api/2/myself`, {
        headers: { Authorization: story.authorization("GET", "/rest/api/2/myself") },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect(story.arrived).toEqual([]);
  });
});

const boundary = "----WebKitFormBoundary0123456789ab";
const newIssue = JSON.stringify({
  fields: { project: { key: "DEMO" }, issuetype: { name: "Task" }, summary: "From the relay" },
});
