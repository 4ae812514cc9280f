import type { OAuthRefused } from "../../errors.ts";
import { fetched, modeOf, requestTokenPath } from "../address.ts";
import { site, tools, type Chart, type Check, type Leg } from "../check.ts";
import type { FindingCode } from "../codes.ts";
import { finding } from "../finding.ts";
import { factsOf, isTrouble, thrown, type Trouble } from "../trouble.ts";

/** Does Jira know the link? One request for a token, which signature and clock are judged by as well. */
export const consumer: Check = {
  id: "consumer",
  needs: ["key", "server"],
  async run(chart) {
    const target = site(chart);
    const url = fetched(target, requestTokenPath);
    const leg = await requestToken(chart);
    chart.leg = leg;
    const facts = { consumerKey: target.consumerKey, url };
    const seen = [`POST ${url}`, leg.kind === "granted" ? "200, a request token" : thrown(leg.error)];
    if (leg.kind === "granted") return finding("consumer", "consumer-known", facts, seen);
    const edge = modeOf(target, chart.ports.pageUrl) === "edge";
    return finding("consumer", codeOf(leg.error, edge), { ...facts, ...factsOf(leg.error) }, seen);
  },
};

async function requestToken(chart: Chart): Promise<Leg> {
  try {
    await tools(chart).oauth.requestToken(new URL("signin.html", chart.ports.pageUrl).href);
    return { kind: "granted" };
  } catch (error) {
    if (isTrouble(error)) return { kind: "failed", error };
    throw error;
  }
}

function codeOf(error: Trouble, edge: boolean): FindingCode {
  switch (error.code) {
    case "oauth-refused":
      return refused(error);
    case "jira-unreachable":
      return edge && error.reason === "network" ? "consumer-cors-missing" : "consumer-no-answer";
    case "jira-busy":
      return "consumer-busy";
    case "jira-unexpected":
    case "jira-rejected":
      return unexpected(error.status);
  }
}

function refused({ problem, details }: OAuthRefused): FindingCode {
  if (problem === "consumer_key_unknown") return "consumer-unknown";
  if (problem === "permission_denied") return "consumer-not-permitted";
  // Jira looks at both after it has found the link.
  if (problem === "signature_invalid" || problem === "timestamp_refused") return "consumer-known";
  const absent = details["oauth_parameters_absent"] ?? "";
  return problem === "parameter_absent" && absent.includes("oauth_consumer_key")
    ? "consumer-authorization-lost"
    : "consumer-refused";
}

/** Where OAuth's own words are missing, somebody else has put a page in their place, or the path leads elsewhere. */
function unexpected(status: number): FindingCode {
  if (status === 0 || (status >= 300 && status < 400)) return "consumer-redirect";
  if (status === 200) return "consumer-page";
  if (status === 404) return "consumer-path-missing";
  if (status === 403 || status === 405) return "consumer-path-refused";
  return status === 400 || status === 401 ? "consumer-error-hidden" : "consumer-unexpected";
}
