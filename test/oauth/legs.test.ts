import { parseAuthorization } from "../../sim/jira/oauth/signature.ts";
import { JiraBusy, JiraUnexpected, OAuthRefused } from "../../src/core/errors.ts";
import { createOAuth, type OAuthOptions } from "../../src/oauth/legs.ts";
import { createServerClock } from "../../src/oauth/serverClock.ts";

function provider(answer: Response, changes: Partial<OAuthOptions> = {}) {
  const sent: { method: string | undefined; url: string; oauth: Record<string, string> }[] = [];
  const oauth = createOAuth({
    baseUrl: "https://jira.example.com/jira",
    via: "/jira-relay",
    consumerKey: "inlink",
    key: { sign: (text) => Promise.resolve(text) },
    clock: createServerClock(() => 0),
    fetch: (url, init) => {
      const header = parseAuthorization(new Headers(init.headers).get("Authorization") ?? "") ?? [];
      sent.push({ method: init.method, url, oauth: Object.fromEntries(header) });
      return Promise.resolve(answer.clone());
    },
    ...changes,
  });
  return { oauth, sent };
}
const answered = (
  body: string,
  status = 200,
  headers: Record<string, string> = { "Content-Type": "text/plain" },
) => new Response(body, { status, headers });

const requestTokenAnswer = answered("oauth_token=temp&oauth_token_secret=s&oauth_callback_confirmed=true");
const accessTokenAnswer = answered(
  "oauth_token=access&oauth_token_secret=s&oauth_expires_in=157680000&oauth_session_handle=handle" +
    "&oauth_authorization_expires_in=160272000\n",
);
const callback = "https://addin.example.org/signin.html";

describe("the request token", () => {
  it("is asked for by POST, with the callback in the header and no token", async () => {
    const { oauth, sent } = provider(requestTokenAnswer);
    expect(await oauth.requestToken(callback)).toEqual({ token: "temp" });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: "POST",
      url: "/jira-relay/plugins/servlet/oauth/request-token",
      oauth: { oauth_callback: callback, oauth_consumer_key: "inlink", oauth_signature_method: "RSA-SHA1" },
    });
    expect(sent[0]?.oauth).not.toHaveProperty("oauth_token");
  });

  it("is asked for where the provider lives", async () => {
    const { oauth, sent } = provider(requestTokenAnswer, { pathPrefix: "/oauth" });
    await oauth.requestToken(callback);
    expect(sent[0]?.url).toBe("/jira-relay/oauth/request-token");
  });

  it.each([
    ["says nothing of the callback, as OAuth 1.0 did", "oauth_token=temp&oauth_token_secret=s"],
    ["does not confirm the callback", "oauth_token=temp&oauth_callback_confirmed=false"],
    ["has no token", "oauth_token_secret=s&oauth_callback_confirmed=true"],
    ["has an empty token", "oauth_token=&oauth_callback_confirmed=true"],
    ["has two tokens", "oauth_token=a&oauth_token=b&oauth_callback_confirmed=true"],
    ["is empty", ""],
    ["is a page", " <!DOCTYPE html>&oauth_token=temp&oauth_callback_confirmed=true"],
  ])("is not taken from an answer that %s", async (_, body) => {
    await expect(provider(answered(body)).oauth.requestToken(callback)).rejects.toThrow(JiraUnexpected);
  });

  it("is not taken from anything that calls itself HTML", async () => {
    const { oauth } = provider(
      answered("oauth_token=temp&oauth_callback_confirmed=true", 200, { "Content-Type": "text/html" }),
    );
    await expect(oauth.requestToken(callback)).rejects.toThrow(JiraUnexpected);
  });
});

describe("the access token", () => {
  it("is asked for with the request token and the verifier", async () => {
    const { oauth, sent } = provider(accessTokenAnswer);
    expect(await oauth.accessToken("temp", "v3r1fy")).toEqual({
      token: "access",
      sessionHandle: "handle",
      expiresIn: 157_680_000,
    });
    expect(sent[0]).toMatchObject({
      method: "POST",
      url: "/jira-relay/plugins/servlet/oauth/access-token",
      oauth: { oauth_token: "temp", oauth_verifier: "v3r1fy" },
    });
  });

  it("may come alone", async () => {
    const { oauth } = provider(answered("oauth_token=access"));
    expect(await oauth.accessToken("temp", "v")).toEqual({
      token: "access",
      sessionHandle: undefined,
      expiresIn: undefined,
    });
  });

  it.each(["", "oauth_token=", "oauth_token=a&oauth_expires_in=soon", "oauth_token=a&oauth_expires_in=-1"])(
    'is not taken from "%s"',
    async (body) => {
      await expect(provider(answered(body)).oauth.accessToken("t", "v")).rejects.toThrow(JiraUnexpected);
    },
  );
});

describe("an answer of failure", () => {
  it("that reports an OAuth problem is told by its name", async () => {
    const { oauth } = provider(answered("oauth_problem=consumer_key_unknown", 401));
    const error: unknown = await oauth.requestToken(callback).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(OAuthRefused);
    expect(error).toMatchObject({ problem: "consumer_key_unknown", status: 401 });
  });

  it.each([
    [429, "7", 7],
    [502, undefined, undefined],
    [503, "0", 0],
    [504, "Wed, 21 Oct 2026 07:28:00 GMT", undefined],
  ])("of %i is told as busy, retry after %s", async (status, header, retryAfter) => {
    const { oauth } = provider(answered("", status, header === undefined ? {} : { "Retry-After": header }));
    await expect(oauth.requestToken(callback)).rejects.toEqual(new JiraBusy(status, retryAfter));
  });

  it.each([201, 400, 401, 403, 404, 500])(
    "of %i with no report is unexpected, and not quoted",
    async (status) => {
      const { oauth } = provider(answered("oauth_token=s3cr3t&oauth_callback_confirmed=true", status));
      const error: unknown = await oauth.requestToken(callback).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(JiraUnexpected);
      expect(String(error)).not.toContain("s3cr3t");
    },
  );
});
