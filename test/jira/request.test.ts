import { JiraBusy, JiraRejected, JiraUnexpected, JiraUnreachable } from "../../src/core/errors.ts";
import { number, object, text } from "../../src/core/parse.ts";
import { ask, askForAnswer } from "../../src/jira/request.ts";
import { against, refused, type Reply } from "./answering.ts";

const greeting = object((field) => field("hello", text));

async function failureOf(reply: Reply): Promise<unknown> {
  return await against(
    () => reply,
    async ({ fetch }) =>
      await ask(fetch, { path: "/myself" }, greeting).then(
        () => undefined,
        (error: unknown) => error,
      ),
  );
}

describe("asking Jira", () => {
  it("sends JSON, asks for JSON, and reads the answer", async () => {
    await against(
      () => ({ status: 201, json: { hello: "Jira" } }),
      async ({ fetch, asked }) => {
        const request = { method: "POST", path: "/issue", json: { summary: "Grüße 漢" } } as const;
        expect(await ask(fetch, request, greeting)).toBe("Jira");
        expect(asked[0]).toMatchObject({ method: "POST", path: "/issue" });
        expect(asked[0]?.headers).toMatchObject({
          accept: "application/json",
          "content-type": "application/json",
        });
        expect(JSON.parse(String(asked[0]?.body))).toEqual({ summary: "Grüße 漢" });
      },
    );
  });

  it("sends no content type where there is no content", async () => {
    await against(
      () => ({ json: { hello: "Jira" } }),
      async ({ fetch, asked }) => {
        await ask(fetch, { path: "/myself" }, greeting);
        expect(asked[0]?.headers["content-type"]).toBeUndefined();
      },
    );
  });

  it("tells Jira's time", async () => {
    await against(
      () => ({ json: { hello: "Jira" }, headers: { Date: "Tue, 05 Mar 2024 09:00:00 GMT" } }),
      async ({ fetch }) => {
        const { answeredAt } = await askForAnswer(fetch, { path: "/myself" }, greeting);
        expect(answeredAt).toEqual(new Date("2024-03-05T09:00:00Z"));
      },
    );
  });

  it("names the path in an answer that does not parse, and repeats nothing of it", async () => {
    const reading = against(
      () => ({ json: { user: { key: "secret" } } }),
      ({ fetch }) => {
        const answer = object((field) =>
          field(
            "user",
            object((user) => user("key", number)),
          ),
        );
        return ask(fetch, { path: "/myself" }, answer);
      },
    );
    await expect(reading).rejects.toEqual(new JiraUnexpected(200, "user.key: expected a number"));
  });

  it("tells a connection that broke within the answer from a fault of ours", async () => {
    const broken = new Response(
      new ReadableStream({
        start(controller) {
          controller.error(new TypeError("terminated"));
        },
      }),
    );
    const asking = ask(() => Promise.resolve(broken), { path: "/myself" }, greeting);
    await expect(asking).rejects.toEqual(new JiraUnreachable("network"));
  });
});

describe("Jira's no", () => {
  it("keeps Jira's words, and which field each is about", async () => {
    const reply = refused(400, "Not like that.", { summary: "You must specify a summary of the issue." });
    expect(await failureOf(reply)).toMatchObject({
      code: "jira-rejected",
      status: 400,
      messages: ["Not like that."],
      fieldErrors: { summary: "You must specify a summary of the issue." },
    });
  });

  it.each<[string, Reply, readonly string[]]>([
    ["401 in JSON", refused(401, "You are not authenticated."), ["You are not authenticated."]],
    [
      "401 in plain text",
      { status: 401, text: "Client must be authenticated.\n", headers: { "Content-Type": "text/plain" } },
      ["Client must be authenticated."],
    ],
    ["401 without a word", { status: 401, text: "" }, []],
    ["403 of the XSRF filter", { status: 403, text: "XSRF check failed" }, ["XSRF check failed"]],
    [
      "404 of the REST layer",
      { status: 404, json: { message: "null for uri", "status-code": 404 } },
      ["null for uri"],
    ],
    ["500 in JSON", refused(500, "Internal server error"), ["Internal server error"]],
  ])("%s is a rejection", async (_, reply, messages) => {
    const failure = await failureOf(reply);
    expect(failure).toBeInstanceOf(JiraRejected);
    expect(failure).toMatchObject({ status: reply.status, messages, fieldErrors: {} });
  });

  it.each<[string, Reply]>([
    ["a login page that says it is fine", { status: 200, text: "<!doctype html><title>Log in</title>" }],
    ["a proxy's 403", { status: 403, text: "<html>Forbidden</html>" }],
    ["an SSO page with 401", { status: 401, text: "<html>Sign in</html>" }],
    ["a 500 of Tomcat", { status: 500, text: "<html>HTTP Status 500</html>" }],
    ["a list where an error is due", { status: 400, json: ["no"] }],
    ["an empty 200", { status: 200, text: "" }],
  ])("%s is not Jira's", async (_, reply) => {
    const failure = await failureOf(reply);
    expect(failure).toBeInstanceOf(JiraUnexpected);
    expect(failure).toMatchObject({ status: reply.status });
    expect(String(failure)).not.toMatch(/<html|<!doctype/);
  });
});

describe("a busy Jira", () => {
  it.each<[number, Readonly<Record<string, string>>, number | undefined]>([
    [429, { "Retry-After": "7" }, 7],
    [503, { "Retry-After": "0" }, 0],
    [502, {}, undefined],
    [504, { "Retry-After": "soon" }, undefined],
    [503, { Date: "Tue, 05 Mar 2024 09:00:00 GMT", "Retry-After": "Tue, 05 Mar 2024 09:01:30 GMT" }, 90],
    [503, { Date: "Tue, 05 Mar 2024 09:00:00 GMT", "Retry-After": "Tue, 05 Mar 2024 08:00:00 GMT" }, 0],
  ])("%i with %j asks for patience", async (status, headers, seconds) => {
    const failure = await failureOf({ status, headers, text: "<html>busy</html>" });
    expect(failure).toBeInstanceOf(JiraBusy);
    expect(failure).toMatchObject({ status, retryAfter: seconds });
  });

  it("is not taken for one because of Retry-After alone, which Jira puts on every answer", async () => {
    expect(await failureOf({ ...refused(400, "No."), headers: { "Retry-After": "0" } })).toBeInstanceOf(
      JiraRejected,
    );
  });
});
