import { accessToken, header, logIn, publicKey, sign, startJira, type Bench } from "../client.ts";

let jira: Bench;
let token: string;
beforeAll(async () => {
  jira = await startJira();
  token = await accessToken(jira, "anna");
});
afterAll(() => jira.close());

const path = "/rest/api/2/myself";

async function ask(overrides: Readonly<Record<string, string>>, more: Record<string, string> = {}) {
  const signed = { oauth_token: token, ...overrides };
  return jira.call("GET", path, {
    headers: { Authorization: jira.authorization("GET", path, signed), ...more },
  });
}

const seconds = (offset: number) => String(Math.floor(Date.now() / 1000) + offset);

describe("a signed request", () => {
  it.each([
    ["an unknown token", { oauth_token: "nobody" }, 401, "token_rejected"],
    ["another consumer's key", { oauth_consumer_key: "other" }, 401, "token_rejected"],
    ["another method", { oauth_signature_method: "HMAC-SHA1" }, 400, "signature_method_rejected"],
    ["another version", { oauth_version: "2.0" }, 400, "version_rejected"],
    ["a clock far behind", { oauth_timestamp: seconds(-400) }, 400, "timestamp_refused"],
    ["a clock far ahead", { oauth_timestamp: seconds(400) }, 400, "timestamp_refused"],
    ["a wrong signature", { oauth_signature: "AAAA" }, 401, "signature_invalid"],
    [
      "a wrong signature and an unknown token",
      { oauth_signature: "AAAA", oauth_token: "x" },
      401,
      "token_rejected",
    ],
  ])("is refused for %s", async (_what, overrides, status, problem) => {
    const answer = await ask(overrides);
    expect([answer.status, answer.form.get("oauth_problem")]).toEqual([status, problem]);
    expect(answer.headers["content-type"]).toBe("application/x-www-form-urlencoded;charset=UTF-8");
    expect(answer.headers["www-authenticate"]).toContain(
      `OAuth realm="${encodeURIComponent(jira.base)}", oauth_problem="${problem}"`,
    );
  });

  it("passes within five minutes of Jira's clock", async () => {
    expect((await ask({ oauth_timestamp: seconds(-290) })).status).toBe(200);
    expect((await ask({ oauth_timestamp: seconds(290) })).status).toBe(200);
  });

  it("learns from a refusal what times Jira would accept", async () => {
    jira.control.setClockOffset(20 * 60_000);
    const { form } = await ask({});
    const [least = 0, most = 0] = (form.get("oauth_acceptable_timestamps") ?? "").split("-").map(Number);
    const again = await ask({ oauth_timestamp: String(Math.round((least + most) / 2)) });
    jira.control.setClockOffset(0);
    expect(again.status).toBe(200);
    expect(most - least).toBe(600);
  });

  it("counts once: the same nonce again is refused", async () => {
    expect((await ask({ oauth_nonce: "n1" })).status).toBe(200);
    const replayed = await ask({ oauth_nonce: "n1" });
    expect([replayed.status, replayed.text]).toEqual([401, "oauth_problem=nonce_used"]);
  });

  it("may not name a parameter twice", async () => {
    const twice = await jira.call("GET", `${path}?oauth_version=1.0`, {
      headers: { Authorization: jira.authorization("GET", path, { oauth_token: token }) },
    });
    expect(twice.status).toBe(400);
    expect(twice.form.get("oauth_problem")).toBe("parameter_rejected");
  });

  it("gets Jira's own base string back where the signature does not hold", async () => {
    const { form } = await ask({ oauth_signature: "AAAA" });
    expect(form.get("oauth_signature_base_string")).toContain(
      `GET&${encodeURIComponent(`${jira.base}${path}`)}&oauth_consumer_key%3Dinlink%26`,
    );
    expect(form.get("oauth_signature_method")).toBe("RSA-SHA1");
    expect(form.get("oauth_signature")).toBe("AAAA");
  });

  it("breaks Jira with a timestamp that is no number: 500, no problem named", async () => {
    const broken = await ask({ oauth_timestamp: "soon" });
    expect(broken.status).toBe(500);
    expect(broken.form.has("oauth_problem")).toBe(false);
    expect(broken.headers["www-authenticate"]).toContain('oauth_timestamp="soon"');
  });

  it("runs as nobody where one of the six parameters is missing", async () => {
    const parameters = sign("GET", jira.base + path, { oauth_token: token }).filter(
      ([name]) => name !== "oauth_nonce",
    );
    const anonymous = await jira.call("GET", path, { headers: { Authorization: header(parameters) } });
    expect(anonymous.status).toBe(401);
    expect(anonymous.json).toMatchObject({ errors: {} });
    expect(anonymous.headers["x-ausername"]).toBe("anonymous");
    expect(anonymous.headers["www-authenticate"]).toBe(`OAuth realm="${encodeURIComponent(jira.base)}"`);
  });

  it("may carry its parameters in the query, and signs query values as Tomcat decodes them", async () => {
    const target = "/rest/api/2/search?jql=summary%20~%20%22a*%22&fields=a&fields=";
    const inHeader = await jira.signed(token, "GET", target);
    expect(inHeader.status).toBe(200);
    const query = new URLSearchParams(
      sign("GET", jira.base + path, { oauth_token: token }).map(([a, b]) => [a, b]),
    );
    expect((await jira.call("GET", `${path}?${query.toString()}`)).status).toBe(200);
  });

  it("ends the session whose cookie it carries", async () => {
    const anna = await logIn(jira, "anna");
    expect((await anna.get("/")).status).toBe(200);
    const answer = await ask({}, { Cookie: anna.cookie() });
    expect(answer.status).toBe(200);
    expect(answer.headers["set-cookie"]?.[0]).toMatch(/^JSESSIONID=;.*Max-Age=0/);
    expect((await anna.get("/")).status).toBe(302);
  });

  it("runs as the token's user, not as the cookie's", async () => {
    const ben = await logIn(jira, "ben");
    expect((await ask({}, { Cookie: ben.cookie() })).json).toMatchObject({ name: "anna" });
  });

  it("is refused when its token has expired or was revoked", async () => {
    const bens = await accessToken(jira, "ben");
    jira.control.expireTokens("ben");
    expect((await jira.signed(bens, "GET", path)).form.get("oauth_problem")).toBe("token_expired");
    jira.control.revokeTokens("ben");
    expect((await jira.signed(bens, "GET", path)).form.get("oauth_problem")).toBe("token_rejected");
  });

  it("is checked against what Tomcat believes its address to be", async () => {
    const behind = await startJira({ scheme: "https", proxyName: "jira.example.com", proxyPort: 443 });
    const url = "https://jira.example.com/jira/plugins/servlet/oauth/request-token";
    const post = (parameters: ReturnType<typeof sign>) =>
      behind.call("POST", "/plugins/servlet/oauth/request-token", {
        headers: { Authorization: header(parameters) },
      });
    expect((await post(sign("POST", url, { oauth_callback: "oob" }))).status).toBe(200);
    const wrong = await post(sign("POST", url.replace("https:", "http:"), { oauth_callback: "oob" }));
    expect(wrong.form.get("oauth_signature_base_string")).toContain(
      encodeURIComponent("https://jira.example.com/"),
    );
    await behind.close();
  });

  it("believes X-Forwarded headers only where told to", async () => {
    const path = "/rest/api/2/serverInfo";
    const forwarded = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "jira.example.com" };
    const trusting = await startJira({ trustForwarded: true });
    expect((await trusting.call("GET", path, { headers: forwarded })).json).toMatchObject({
      baseUrl: "https://jira.example.com/jira",
    });
    await trusting.close();
    expect((await jira.call("GET", path, { headers: forwarded })).json).toMatchObject({ baseUrl: jira.base });
  });
});

describe("a two-legged request", () => {
  const link = { applicationUrl: "https://two.example", consumerName: "Two", publicKey };
  const two = (consumerKey: string, more: Record<string, string> = {}) =>
    ask({ oauth_token: "", oauth_consumer_key: consumerKey, ...more });

  it("is refused without a named problem where the link does not allow it", async () => {
    jira.control.createLink({ ...link, consumerKey: "closed" });
    const refused = await two("closed");
    expect([refused.status, refused.text]).toEqual([401, ""]);
    expect((await two("unknown")).form.get("oauth_problem")).toBe("consumer_key_unknown");
  });

  it("acts as anyone where impersonation is allowed", async () => {
    jira.control.createLink({ ...link, consumerKey: "open", twoLegged: true, twoLeggedImpersonation: true });
    const url = `${jira.base}${path}?xoauth_requestor_id=ben`;
    const answer = await jira.call("GET", `${path}?xoauth_requestor_id=ben`, {
      headers: { Authorization: header(sign("GET", url, { oauth_token: "", oauth_consumer_key: "open" })) },
    });
    expect(answer.json).toMatchObject({ name: "ben" });
    const nobody = await two("open");
    expect(nobody.headers["x-ausername"]).toBe("anonymous");
  });
});
