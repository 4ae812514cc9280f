import {
  accessToken,
  decide,
  exchange,
  logIn,
  publicKey,
  requestToken,
  startJira,
  type Bench,
} from "../client.ts";

let jira: Bench;
beforeEach(async () => {
  jira = await startJira();
});
afterEach(() => jira.close());

const requestPath = "/plugins/servlet/oauth/request-token";
const myself = "/rest/api/2/myself";

async function askRequestToken(parameters: Readonly<Record<string, string>>) {
  return jira.call("POST", requestPath, {
    headers: { Authorization: jira.authorization("POST", requestPath, parameters) },
  });
}

describe("the three legs", () => {
  it("leads from a request token over Allow to requests in the user's name", async () => {
    const asked = await askRequestToken({ oauth_callback: "https://inlink.example/signin.html" });
    expect(asked.status).toBe(200);
    expect(asked.headers["content-type"]).toMatch(/^text\/plain/);
    expect(asked.text).toMatch(
      /^oauth_token=[A-Za-z0-9]{32}&oauth_token_secret=[A-Za-z0-9]{32}&oauth_callback_confirmed=true$/,
    );
    const token = asked.form.get("oauth_token") ?? "";
    const anna = await logIn(jira, "anna");
    const page = await anna.get(`/plugins/servlet/oauth/authorize?oauth_token=${token}`);
    expect(page.text).toContain('name="approve"');
    expect(page.text).toContain("Inlink");
    expect(page.headers["x-frame-options"]).toBe("SAMEORIGIN");
    expect(page.headers["content-security-policy"]).toBe("frame-ancestors 'self'");
    const back = await decide(anna, token, "approve");
    const location = new URL(back.headers.location ?? "");
    expect(location.origin + location.pathname).toBe("https://inlink.example/signin.html");
    expect(location.searchParams.get("oauth_token")).toBe(token);
    const verifier = location.searchParams.get("oauth_verifier") ?? "";
    expect(verifier).toMatch(/^[A-Za-z0-9]{6}$/);
    const given = await exchange(jira, { oauth_token: token, oauth_verifier: verifier });
    expect(given.status).toBe(200);
    expect(given.form.get("oauth_expires_in")).toBe("157680000");
    expect(given.form.get("oauth_authorization_expires_in")).toBe("160272000");
    const who = await jira.signed(given.form.get("oauth_token") ?? "", "GET", myself);
    expect(who.json).toMatchObject({ name: "anna", displayName: "Anna Berg" });
    expect(who.headers["x-ausername"]).toBe("anna");
  });

  it("sends someone who is not logged in to the login page, and from there back", async () => {
    const token = await requestToken(jira);
    const path = `/plugins/servlet/oauth/authorize?oauth_token=${token}`;
    const away = await jira.call("GET", path);
    const login = new URL(away.headers.location ?? "");
    expect(login.pathname).toBe("/jira/login.jsp");
    const back = await jira.call("POST", "/login.jsp", {
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        os_username: "anna",
        os_password: "anna",
        os_destination: login.searchParams.get("os_destination") ?? "",
      }).toString(),
    });
    expect(back.headers.location).toBe(jira.base + path);
  });

  it("never redirects from the login page to another host, and refuses a wrong password", async () => {
    const post = (fields: Record<string, string>) =>
      jira.call("POST", "/login.jsp", {
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields).toString(),
      });
    const elsewhere = { os_username: "anna", os_password: "anna", os_destination: "//evil.example/" };
    expect((await post(elsewhere)).headers.location).toBe(`${jira.base}/`);
    const wrong = await post({ os_username: "anna", os_password: "x" });
    expect(wrong.text).toContain("username and password are incorrect");
    expect(wrong.headers["set-cookie"]).toBeUndefined();
  });

  it("returns oauth_verifier=denied on Deny, and gives no token for it", async () => {
    const token = await requestToken(jira);
    const back = await decide(await logIn(jira, "anna"), token, "deny");
    expect(back.headers.location).toContain("oauth_verifier=denied");
    const refused = await exchange(jira, { oauth_token: token, oauth_verifier: "denied" });
    expect([refused.status, refused.text]).toEqual([401, "oauth_problem=permission_denied"]);
  });

  it("refuses an Allow that its own page did not send", async () => {
    const token = await requestToken(jira);
    const anna = await logIn(jira, "anna");
    const fields = { oauth_token: token, approve: "Allow", atl_token: "guessed" };
    const refused = await anna.post("/plugins/servlet/oauth/authorize", fields);
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("Xsrf token validation failed");
  });

  it("shows the code for oob, unless the link has a callback URL of its own", async () => {
    const anna = await logIn(jira, "anna");
    const token = await requestToken(jira, "oob");
    const page = await decide(anna, token, "approve");
    expect(page.status).toBe(200);
    const verifier = /id="verifier">\s*(\w{6})/.exec(page.text)?.[1] ?? "";
    expect((await exchange(jira, { oauth_token: token, oauth_verifier: verifier })).status).toBe(200);
    const denied = await decide(anna, await requestToken(jira, "oob"), "deny");
    expect(denied.text).toContain("You have denied");
    jira.control.createLink({
      applicationUrl: "https://inlink.example",
      consumerKey: "inlink",
      consumerName: "Inlink",
      publicKey,
      callbackUrl: "https://elsewhere.example/?x=1",
    });
    const away = await decide(anna, await requestToken(jira, "oob"), "approve");
    expect(away.headers.location).toMatch(/^https:\/\/elsewhere\.example\/\?x=1&oauth_token=/);
  });

  it("speaks OAuth 1.0 with who sends no callback: no verifier, no confirmation", async () => {
    const asked = await askRequestToken({});
    expect(asked.form.has("oauth_callback_confirmed")).toBe(false);
    const token = asked.form.get("oauth_token") ?? "";
    const page = await decide(await logIn(jira, "anna"), token, "approve");
    expect(page.status).toBe(200);
    expect((await exchange(jira, { oauth_token: token })).status).toBe(200);
  });

  it("refuses a callback that is no absolute http address", async () => {
    const refused = await askRequestToken({ oauth_callback: "javascript:alert(1)" });
    expect(refused.status).toBe(400);
    expect(refused.form.get("oauth_problem")).toBe("parameter_rejected");
    expect(refused.form.get("oauth_parameters_rejected")).toBe("oauth_callback");
    expect(refused.form.get("oauth_problem_advice")).toContain("The following invalid URI was supplied");
  });

  it("knows POST only", async () => {
    expect((await jira.call("GET", requestPath)).status).toBe(405);
  });

  it("judges the exchange in Jira's order: approved, verifier there, verifier right, used once", async () => {
    const problem = async (parameters: Readonly<Record<string, string>>) => {
      const { status, form } = await exchange(jira, parameters);
      return [status, form.get("oauth_problem")];
    };
    const token = await requestToken(jira);
    expect(await problem({ oauth_token: "unknown" })).toEqual([401, "token_rejected"]);
    expect(await problem({ oauth_token: token })).toEqual([401, "permission_unknown"]);
    const { headers } = await decide(await logIn(jira, "anna"), token, "approve");
    const verifier = new URL(headers.location ?? "").searchParams.get("oauth_verifier") ?? "";
    const absent = await exchange(jira, { oauth_token: token });
    expect(absent.text).toBe("oauth_problem=parameter_absent&oauth_parameters_absent=oauth_verifier");
    expect(await problem({ oauth_token: token, oauth_verifier: "wrong" })).toEqual([401, "token_rejected"]);
    expect((await exchange(jira, { oauth_token: token, oauth_verifier: verifier })).status).toBe(200);
    expect(await problem({ oauth_token: token, oauth_verifier: verifier })).toEqual([401, "token_rejected"]);
  });

  it("lets a request token live for ten minutes", async () => {
    const token = await requestToken(jira);
    jira.control.setClockOffset(601_000);
    const expired = await exchange(jira, { oauth_token: token, oauth_verifier: "x" });
    expect(expired.form.get("oauth_problem")).toBe("token_expired");
    const anna = await logIn(jira, "anna");
    const page = await anna.get(`/plugins/servlet/oauth/authorize?oauth_token=${token}`);
    expect(page.text).toContain("expired");
  });

  it("renews an access token by its session handle, and drops the old one", async () => {
    const token = await requestToken(jira);
    const { headers } = await decide(await logIn(jira, "anna"), token, "approve");
    const verifier = new URL(headers.location ?? "").searchParams.get("oauth_verifier") ?? "";
    const { form } = await exchange(jira, { oauth_token: token, oauth_verifier: verifier });
    const old = form.get("oauth_token") ?? "";
    const handle = form.get("oauth_session_handle") ?? "";
    const without = await exchange(jira, { oauth_token: old });
    expect(without.form.get("oauth_problem")).toBe("parameter_absent");
    const wrong = await exchange(jira, { oauth_token: old, oauth_session_handle: "x" });
    expect(wrong.form.get("oauth_problem")).toBe("token_rejected");
    const renewed = await exchange(jira, { oauth_token: old, oauth_session_handle: handle });
    expect((await jira.signed(renewed.form.get("oauth_token") ?? "", "GET", myself)).status).toBe(200);
    expect((await jira.signed(old, "GET", myself)).form.get("oauth_problem")).toBe("token_rejected");
  });

  it("revokes a token where its user says so, and all of them with the link", async () => {
    const annas = await accessToken(jira, "anna");
    const bens = await accessToken(jira, "ben");
    const anna = await logIn(jira, "anna");
    const list = await anna.get("/plugins/servlet/oauth/users/access-tokens");
    expect(list.text).toContain("Inlink");
    await anna.post("/plugins/servlet/oauth/users/access-tokens/revoke", { token: annas });
    await anna.post("/plugins/servlet/oauth/users/access-tokens/revoke", { token: bens });
    expect((await jira.signed(annas, "GET", myself)).status).toBe(401);
    expect((await jira.signed(bens, "GET", myself)).status).toBe(200);
    jira.control.deleteLink("inlink");
    expect((await jira.signed(bens, "GET", myself)).form.get("oauth_problem")).toBe("token_rejected");
    const again = await askRequestToken({ oauth_callback: "oob" });
    expect([again.status, again.text]).toEqual([401, "oauth_problem=consumer_key_unknown"]);
  });

  it("cuts the opener on login and authorize pages where told to", async () => {
    jira.control.setOpenerPolicy(true);
    const anna = await logIn(jira, "anna");
    const token = await requestToken(jira);
    const page = await anna.get(`/plugins/servlet/oauth/authorize?oauth_token=${token}`);
    expect(page.headers["cross-origin-opener-policy"]).toBe("same-origin");
    const login = await jira.call("GET", "/login.jsp");
    expect(login.headers["cross-origin-opener-policy"]).toBe("same-origin");
  });
});
