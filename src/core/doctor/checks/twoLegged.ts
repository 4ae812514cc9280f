import type { Parameters } from "../../http.ts";
import { object, ParseProblem, text } from "../../parse.ts";
import { restPath } from "../address.ts";
import { site, tools, type Chart, type Check } from "../check.ts";
import { finding } from "../finding.ts";
import { isTrouble, thrown, type Trouble } from "../trouble.ts";

/**
 * The key alone must open nothing: whoever reads config.json has it. Three tries, each of which must fail: as the user
 * that the link may act as, as a user of our choice, and as nobody.
 */
export const twoLegged: Check = {
  id: "two-legged",
  needs: ["signature"],
  async run(chart) {
    const { consumerKey } = site(chart);
    const seen: string[] = [];
    const tried = async (path: string, query: Parameters = []) => {
      const result = await tryIt(chart, path, query);
      seen.push(
        `GET ${restPath}${path}${query.length > 0 ? " for another user" : ""}, without a token`,
        result.seen,
      );
      return result;
    };
    const own = await tried("/myself");
    if (own.kind === "open")
      return finding("two-legged", "two-legged-open", { consumerKey, user: own.user }, seen);
    const other = await tried("/myself", [["xoauth_requestor_id", await someUser(chart)]]);
    if (other.kind === "open")
      return finding("two-legged", "two-legged-impersonation", { consumerKey, user: other.user }, seen);
    const nobody = await tried("/serverInfo");
    if (nobody.kind === "open") return finding("two-legged", "two-legged-anonymous", { consumerKey }, seen);
    const unclear = [own, other, nobody].find(({ kind }) => kind === "unclear");
    return unclear
      ? finding("two-legged", "two-legged-unknown", { consumerKey, status: unclear.status }, seen)
      : finding("two-legged", "two-legged-refused", { consumerKey }, seen);
  },
};

interface Try {
  readonly kind: "open" | "refused" | "unclear";
  readonly user: string;
  /** "" where there was no answer. */
  readonly status: string;
  readonly seen: string;
}

async function tryIt(chart: Chart, path: string, query: Parameters): Promise<Try> {
  const headers = { Accept: "application/json" };
  const signal = chart.signal ? { signal: chart.signal } : {};
  try {
    const answer = await tools(chart).signed("two-legged")({
      method: "GET",
      path: restPath + path,
      query,
      headers,
      ...signal,
    });
    const status = String(answer.status);
    const user = answer.status === 200 ? userIn(await answer.text()) : "";
    const kind =
      answer.status === 200 ? "open" : answer.status === 401 || answer.status === 403 ? "refused" : "unclear";
    return { kind, user, status, seen: status };
  } catch (error) {
    if (!isTrouble(error)) throw error;
    return { kind: isNo(error) ? "refused" : "unclear", user: "", status: "", seen: thrown(error) };
  }
}

function isNo(error: Trouble): boolean {
  return error.code === "oauth-refused" || error.code === "jira-rejected";
}

const named = object((field) => field("name", text));

function userIn(answer: string): string {
  try {
    return named(JSON.parse(answer), "");
  } catch (error) {
    if (error instanceof ParseProblem || error instanceof SyntaxError) return "";
    throw error;
  }
}

/** Somebody who exists: who is signed in, else the name that most Jiras have. */
async function someUser(chart: Chart): Promise<string> {
  const { jira } = tools(chart);
  if (!jira) return "admin";
  try {
    return (await jira.myself(chart.signal)).name;
  } catch (error) {
    if (isTrouble(error)) return "admin"; // `token` says what is wrong with it
    throw error;
  }
}
