import { oauthProblems } from "../../src/core/errors.ts";
import { oauthProblem } from "../../src/oauth/problem.ts";

const form = new Headers({ "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" });
const inHeader = (value: string) => new Headers({ "WWW-Authenticate": value });

describe("an OAuth problem report", () => {
  it.each(oauthProblems)("by the name of %s is found in body and header", (name) => {
    expect(oauthProblem(401, form, `oauth_problem=${name}`)).toMatchObject({ problem: name, status: 401 });
    const header = `OAuth realm="https%3A%2F%2Fjira.example.com", oauth_problem="${name}"`;
    expect(oauthProblem(401, inHeader(header), "<html>")).toMatchObject({ problem: name, details: {} });
  });

  it("by another name is unknown, and keeps the name", () => {
    expect(oauthProblem(403, form, "oauth_problem=moon_phase_wrong")).toMatchObject({
      problem: "unknown",
      details: { oauth_problem: "moon_phase_wrong" },
    });
  });

  it("brings what Jira adds, decoded", () => {
    const body =
      "oauth_parameters_absent=oauth_verifier&oauth_problem=parameter_absent&oauth_problem_advice=a%20b+c";
    expect(oauthProblem(400, form, body)?.details).toEqual({
      oauth_parameters_absent: "oauth_verifier",
      oauth_problem_advice: "a b c",
    });
    const header = 'OAuth oauth_problem="timestamp_refused", oauth_acceptable_timestamps="1%2D2"';
    expect(oauthProblem(400, inHeader(header), "")?.details).toEqual({ oauth_acceptable_timestamps: "1-2" });
  });

  it("is found in a header that several parties wrote", () => {
    const header =
      'Negotiate, OAuth realm="https%3A%2F%2Fa", Basic realm="b", OAuth oauth_problem="token_expired"';
    expect(oauthProblem(401, inHeader(header), "")?.problem).toBe("token_expired");
  });

  it("holds no token, verifier or signature, not even within the server's base string", () => {
    const base =
      "POST&https%3A%2F%2Fj%2Fx&oauth_consumer_key%3Dinlink%26oauth_token%3Ds3cr3t%252B%26oauth_verifier%3Ds3cr3t";
    const body = new URLSearchParams({
      oauth_problem: "signature_invalid",
      oauth_signature: "s3cr3t",
      oauth_token: "s3cr3t",
      oauth_signature_method: "RSA-SHA1",
      oauth_signature_base_string: base,
    }).toString();
    const problem = oauthProblem(401, form, body);
    expect(problem?.details).toEqual({
      oauth_signature_method: "RSA-SHA1",
      oauth_signature_base_string:
        "POST&https%3A%2F%2Fj%2Fx&oauth_consumer_key%3Dinlink%26oauth_token%3D…%26oauth_verifier%3D…",
    });
  });

  it("survives an encoding that is none, and names meant to harm", () => {
    const header = 'OAuth oauth_problem="token_rejected", oauth_problem_advice="100%"';
    expect(oauthProblem(401, inHeader(header), "")?.details).toEqual({ oauth_problem_advice: "100%" });
    const problem = oauthProblem(401, form, "__proto__=x&constructor=y&oauth_problem=token_used");
    expect(problem?.details).toEqual({});
  });
});

describe("what is no OAuth problem report", () => {
  const json = new Headers({ "Content-Type": "application/json" });
  it.each([
    ["Jira's usual header of a 401", 401, inHeader('OAuth realm="https%3A%2F%2Fjira.example.com"'), ""],
    ["JSON that quotes one", 400, json, "a&oauth_problem=token_rejected"],
    ["an HTML page that quotes one", 403, new Headers({ "Content-Type": "text/html" }), "&oauth_problem=x"],
    ["an answer of success", 200, form, "oauth_problem=token_rejected"],
    ["a server's failure", 500, inHeader('OAuth oauth_token="x"'), ""],
    ["an empty answer", 401, new Headers(), ""],
  ])("%s", (_, status, headers, body) => {
    expect(oauthProblem(status, headers, body)).toBeUndefined();
  });
});
