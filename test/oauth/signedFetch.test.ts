import { parseAuthorization } from "../../sim/jira/oauth/signature.ts";
import { JiraUnexpected, JiraUnreachable, OAuthRefused } from "../../src/core/errors.ts";
import type { SignedFetch } from "../../src/core/http.ts";
import { createServerClock } from "../../src/oauth/serverClock.ts";
import { createSignedFetch, type SignedFetchOptions } from "../../src/oauth/signedFetch.ts";

const ourNow = 1_700_000_000;
const get = { method: "GET", path: "/rest/api/2/myself" } as const;

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly oauth: ReadonlyMap<string, string>;
  /** What stands for the signature here: the base string itself. */
  readonly baseString: string;
}

/** Answers in turn, the last one for ever; keeps what was sent. */
function server(...answers: readonly (Response | Error | ((init: RequestInit) => Promise<Response>))[]) {
  const sent: Sent[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    const header = new Headers(init.headers).get("Authorization") ?? "";
    const oauth = new Map(parseAuthorization(header));
    sent.push({ url, init, oauth, baseString: oauth.get("oauth_signature") ?? "" });
    const answer = answers[Math.min(sent.length, answers.length) - 1] ?? new Response("{}");
    if (answer instanceof Error) return Promise.reject(answer);
    return answer instanceof Response ? Promise.resolve(answer.clone()) : answer(init);
  };
  return { fetch, sent };
}

function connect(fetch: SignedFetchOptions["fetch"], changes: Partial<SignedFetchOptions> = {}): SignedFetch {
  return createSignedFetch({
    baseUrl: "https://Jira.Example.com:443/jira/",
    consumerKey: "inlink",
    key: { sign: (text) => Promise.resolve(text) },
    token: () => "access",
    fetch,
    clock: createServerClock(() => ourNow * 1000),
    ...changes,
  });
}

function refusal(status: number, report: Readonly<Record<string, string>>): Response {
  return new Response(new URLSearchParams(report).toString(), {
    status,
    headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
  });
}
const twentyMinutesAhead = refusal(400, {
  oauth_problem: "timestamp_refused",
  oauth_acceptable_timestamps: `${ourNow + 1200 - 300}-${ourNow + 1200 + 300}`,
});
const nonceUsed = refusal(401, { oauth_problem: "nonce_used" });

async function fault(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => "resolved",
    (error: unknown) => error,
  );
}

/** Never answers; as fetch does, it rejects when told to stop. */
const silence = (init: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    init.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
  });

describe("one signed request", () => {
  it("signs Jira's address and is sent to it where there is no other way", async () => {
    const { fetch, sent } = server();
    await connect(fetch)({ ...get, query: [["jql", "a = b"]] });
    expect(sent[0]?.url).toBe("https://Jira.Example.com:443/jira/rest/api/2/myself?jql=a%20%3D%20b");
    expect(sent[0]?.baseString).toMatch(
      /^GET&https%3A%2F%2Fjira\.example\.com%2Fjira%2Frest%2Fapi%2F2%2Fmyself&jql%3D/,
    );
  });

  it.each([
    ["/jira-relay", "/jira-relay/rest/api/2/myself"],
    ["https://relay.example.org/to/jira/", "https://relay.example.org/to/jira/rest/api/2/myself"],
  ])("goes by way of %s and still signs Jira's address", async (via, url) => {
    const { fetch, sent } = server();
    await connect(fetch, { via })(get);
    expect(sent[0]?.url).toBe(url);
    expect(sent[0]?.baseString).toContain("https%3A%2F%2Fjira.example.com%2Fjira%2Frest");
  });

  it("never carries cookies, never follows a redirect, is never kept", async () => {
    const { fetch, sent } = server();
    await connect(fetch)(get);
    expect(sent[0]?.init).toMatchObject({ credentials: "omit", redirect: "manual", cache: "no-store" });
  });

  it("sends headers and body as they are and does not sign them", async () => {
    const { fetch, sent } = server();
    const body = '{"a=b&c":1}';
    await connect(fetch)({
      method: "POST",
      path: "/x",
      body,
      headers: { "Content-Type": "application/json" },
    });
    expect(sent[0]?.init.body).toBe(body);
    expect(new Headers(sent[0]?.init.headers).get("Content-Type")).toBe("application/json");
    expect(sent[0]?.baseString).toMatch(/^POST&[^&]*%2Fx&oauth_consumer_key/);
  });

  it("has a nonce of 128 secure bits and the token of the moment", async () => {
    const { fetch, sent } = server();
    const tokens = ["first", undefined, ""];
    const signedFetch = connect(fetch, { token: () => tokens.shift() });
    for (let count = 0; count < 3; count++) await signedFetch(get);
    expect(sent.map(({ oauth }) => oauth.get("oauth_token"))).toEqual(["first", undefined, ""]);
    expect(sent.every(({ oauth }) => /^[0-9a-f]{32}$/.test(oauth.get("oauth_nonce") ?? ""))).toBe(true);
    expect(new Set(sent.map(({ oauth }) => oauth.get("oauth_nonce"))).size).toBe(3);
    await connect(fetch, { randomBytes: (count) => new Uint8Array(count).fill(255) })(get);
    expect(sent[3]?.oauth.get("oauth_nonce")).toBe("f".repeat(32));
  });

  it.each(["rest", "/rest?jql=a", "/rest#part", ""])(
    'refuses the path "%s" and sends nothing',
    async (path) => {
      const { fetch, sent } = server();
      expect(await fault(connect(fetch)({ method: "GET", path }))).toBeInstanceOf(TypeError);
      expect(sent).toEqual([]);
    },
  );

  it.each([200, 201, 204, 400, 401, 403, 404, 413, 429, 500, 503])(
    "hands over an answer of %i that reports no OAuth problem",
    async (status) => {
      const body = status === 204 ? null : '{"errorMessages":["oauth_problem=token_rejected"]}';
      const headers = { "Content-Type": "application/json", "X-AUSERNAME": "anna" };
      const { fetch, sent } = server(new Response(body, { status, headers }));
      const response = await connect(fetch)(get);
      expect([response.status, response.headers.get("X-AUSERNAME")]).toEqual([status, "anna"]);
      expect(await response.text()).toBe(body ?? "");
      expect(sent).toHaveLength(1);
    },
  );

  it("takes a redirect for something that is not Jira", async () => {
    const elsewhere = new Response(null, { status: 302, headers: { Location: "https://sso.example.com/" } });
    const { fetch, sent } = server(elsewhere);
    expect(await fault(connect(fetch)(get))).toBeInstanceOf(JiraUnexpected);
    expect(sent).toHaveLength(1);
  });

  it("takes a browser's opaque redirect for the same", async () => {
    const opaque = Object.defineProperties(new Response(null), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
    });
    const error = await fault(connect(() => Promise.resolve(opaque))(get));
    expect(error).toEqual(new JiraUnexpected(0, "answer: expected no redirect"));
  });
});

describe("a clock that is off", () => {
  it("is corrected from the answer; the request is signed anew, once, with a new nonce", async () => {
    const { fetch, sent } = server(twentyMinutesAhead, new Response("done"));
    const clock = createServerClock(() => ourNow * 1000);
    const response = await connect(fetch, { clock })(get);
    expect(await response.text()).toBe("done");
    expect(sent.map(({ oauth }) => Number(oauth.get("oauth_timestamp")) - ourNow)).toEqual([0, 1200]);
    expect(sent[0]?.oauth.get("oauth_nonce")).not.toBe(sent[1]?.oauth.get("oauth_nonce"));
    expect(sent[0]?.baseString).not.toBe(sent[1]?.baseString);
  });

  it("stays corrected, for everybody who shares it", async () => {
    const { fetch, sent } = server(twentyMinutesAhead, new Response("done"));
    const clock = createServerClock(() => ourNow * 1000);
    await connect(fetch, { clock, token: () => undefined })(get);
    await connect(fetch, { clock })(get);
    expect(sent.map(({ oauth }) => Number(oauth.get("oauth_timestamp")) - ourNow)).toEqual([0, 1200, 1200]);
  });

  it("is told when it is refused again", async () => {
    const { fetch, sent } = server(twentyMinutesAhead);
    expect(await fault(connect(fetch)(get))).toMatchObject({ problem: "timestamp_refused", status: 400 });
    expect(sent).toHaveLength(2);
  });

  it.each<Record<string, string>>([{}, { oauth_acceptable_timestamps: "soon" }])(
    "is told at once where the answer does not help: %j",
    async (more) => {
      const { fetch, sent } = server(refusal(400, { oauth_problem: "timestamp_refused", ...more }));
      expect(await fault(connect(fetch)(get))).toMatchObject({ problem: "timestamp_refused" });
      expect(sent).toHaveLength(1);
    },
  );
});

describe("a nonce that the server has seen", () => {
  it("is replaced, once: the request was not carried out", async () => {
    const { fetch, sent } = server(nonceUsed, new Response("done"));
    const response = await connect(fetch)({ method: "POST", path: "/x", body: "{}" });
    expect(await response.text()).toBe("done");
    expect(new Set(sent.map(({ oauth }) => oauth.get("oauth_nonce"))).size).toBe(2);
  });

  it("is told when the next one is refused too", async () => {
    const { fetch, sent } = server(nonceUsed);
    expect(await fault(connect(fetch)(get))).toBeInstanceOf(OAuthRefused);
    expect(sent).toHaveLength(2);
  });
});

describe("what is not sent again", () => {
  it.each([
    ["an OAuth problem", refusal(401, { oauth_problem: "token_rejected" }), OAuthRefused],
    [
      "a consumer that is refused for now",
      refusal(503, { oauth_problem: "consumer_key_refused" }),
      OAuthRefused,
    ],
    ["a network failure", new TypeError("Failed to fetch"), JiraUnreachable],
  ] as const)("%s", async (_, answer, type) => {
    const { fetch, sent } = server(answer);
    expect(await fault(connect(fetch)({ method: "POST", path: "/x", body: "{}" }))).toBeInstanceOf(type);
    expect(sent).toHaveLength(1);
  });
});

describe("no answer", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("after 30 seconds is told, and the request is stopped", async () => {
    const { fetch, sent } = server(silence);
    const outcome = fault(connect(fetch)(get));
    await jest.advanceTimersByTimeAsync(29_999);
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await outcome).toEqual(new JiraUnreachable("timeout"));
    expect(sent[0]?.init.signal?.aborted).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("is told after the request's own time, also where only the body does not come", async () => {
    const { fetch } = server((init) =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start: (body) => init.signal?.addEventListener("abort", () => body.error(init.signal?.reason)),
          }),
        ),
      ),
    );
    const outcome = fault(connect(fetch)({ ...get, timeout: 120_000 }));
    await jest.advanceTimersByTimeAsync(120_000);
    expect(await outcome).toEqual(new JiraUnreachable("timeout"));
  });

  it("is told even where neither signing nor fetching can be stopped", async () => {
    const never = () => new Promise<never>(() => undefined);
    for (const changes of [{ fetch: never }, { key: { sign: never } }]) {
      const outcome = fault(connect(server().fetch, changes)(get));
      await jest.advanceTimersByTimeAsync(30_000);
      expect(await outcome).toEqual(new JiraUnreachable("timeout"));
    }
  });

  it("leaves no timer behind once there is one", async () => {
    await connect(server().fetch)(get);
    await fault(connect(server(new TypeError("Failed to fetch")).fetch)(get));
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe("a network failure", () => {
  it("keeps its cause", async () => {
    const cause = new TypeError("Failed to fetch");
    const error = await fault(connect(server(cause).fetch)(get));
    expect(error).toMatchObject({ code: "jira-unreachable", reason: "network", cause });
  });

  it("within the body is one too", async () => {
    const broken = new ReadableStream({ start: (body) => body.error(new TypeError("terminated")) });
    const { fetch } = server(() => Promise.resolve(new Response(broken)));
    expect(await fault(connect(fetch)(get))).toMatchObject({ code: "jira-unreachable", reason: "network" });
  });

  it("is not what a header that cannot be sent is called", async () => {
    const { fetch, sent } = server();
    expect(await fault(connect(fetch)({ ...get, headers: { "X-A": "日" } }))).toMatchObject({
      name: "TypeError",
    });
    expect(sent).toEqual([]);
  });
});

describe("a caller who gives up", () => {
  it("gets the reason back as it was given, during the request", async () => {
    const { fetch, sent } = server(silence);
    const caller = new AbortController();
    const outcome = fault(connect(fetch)({ ...get, signal: caller.signal }));
    await new Promise((resolve) => setTimeout(resolve));
    caller.abort();
    expect(await outcome).toBe(caller.signal.reason);
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  it("before the request has nothing sent", async () => {
    const { fetch, sent } = server();
    const reason = new Error("Another mail was selected");
    expect(await fault(connect(fetch)({ ...get, signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(sent).toEqual([]);
  });

  it("while it is being signed has nothing sent", async () => {
    const { fetch, sent } = server();
    const caller = new AbortController();
    const sign = (text: string) => {
      caller.abort();
      return Promise.resolve(text);
    };
    expect(await fault(connect(fetch, { key: { sign } })({ ...get, signal: caller.signal }))).toBe(
      caller.signal.reason,
    );
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toEqual([]);
  });
});
