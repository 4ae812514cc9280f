import { fetched, modeOf, restPath, stranger } from "../address.ts";
import { site, type Chart, type Check } from "../check.ts";
import { finding, type Facts, type Finding } from "../finding.ts";
import type { FindingCode } from "../codes.ts";
import type { ProbeAnswer } from "../ports.ts";
import { probed } from "../seen.ts";
import { readServerInfo, type ServerInfo } from "../serverInfo.ts";
import { isJson, isTomcats } from "../whoAnswered.ts";

/** The oldest whose REST and OAuth Inlink was written for. */
const oldest = 7;

/** Is it Jira, and which? Judges the answer that `reach` got. */
export const server: Check = {
  id: "server",
  needs: ["reach"],
  async run(chart) {
    const url = fetched(site(chart), `${restPath}/serverInfo`);
    const { answer } = chart;
    if (!answer) throw new Error("reach leaves its answer");
    const info = readServerInfo(answer);
    const seen = [`GET ${url}`, probed(answer)];
    if (!info) return finding("server", notJira(answer), { url, ...factsOf(answer) }, seen);
    chart.server = info;
    return await jira(chart, info, url, seen);
  },
};

function notJira(answer: ProbeAnswer): FindingCode {
  if (answer.kind !== "answer") return "server-not-jira";
  const { status, type } = answer;
  if (status === 429) return "server-busy";
  if ([502, 503, 504].includes(status)) return "server-unavailable";
  if (status === 404) return isJson(answer) && !isTomcats(answer) ? "server-not-jira" : "server-wrong-path";
  if (status === 401 || status === 403) return "server-refused";
  return status === 200 && type === "text/html" ? "server-login-page" : "server-not-jira";
}

function factsOf(answer: ProbeAnswer): Facts {
  if (answer.kind !== "answer") return {};
  const wait = answer.headers.get("Retry-After") ?? "";
  return {
    status: String(answer.status),
    type: answer.type,
    retryAfter: /^\d{1,9}$/.test(wait) && wait !== "0" ? wait : "",
  };
}

async function jira(chart: Chart, info: ServerInfo, url: string, seen: readonly string[]): Promise<Finding> {
  const { baseUrl: told, version, deploymentType, title } = info;
  const { baseUrl: configured } = site(chart);
  const refusal = await refusalOfStranger(chart);
  const found = (code: FindingCode) =>
    finding("server", code, { url, told, configured, version, deploymentType, title }, [
      ...seen,
      `Jira ${version} ${deploymentType}, baseUrl ${told}`,
      ...refusal.seen,
    ]);
  if (deploymentType === "Cloud") return found("server-cloud");
  if (refusal.code) return found(refusal.code);
  if (told.replace(/\/+$/, "").toLowerCase() !== configured.toLowerCase())
    return found("server-other-address");
  return found(Number.parseInt(version, 10) < oldest ? "server-old" : "server-jira");
}

/**
 * A request that Jira must refuse. Where it does not, it has not seen who signed; where the refusal cannot be read,
 * no later one can.
 */
async function refusalOfStranger(chart: Chart): Promise<{
  readonly code: FindingCode | undefined;
  readonly seen: readonly string[];
}> {
  const { ports, signal } = chart;
  const target = site(chart);
  const url = fetched(target, `${restPath}/serverInfo`);
  const headers = stranger(target, Math.round(ports.now() / 1000));
  const answer = await ports.probe(url, { headers, signal });
  const seen = [`GET ${url}, with a token that does not exist`, probed(answer)];
  if (answer.kind === "answer" && answer.status === 200) return { code: "server-authorization-lost", seen };
  const hidden = answer.kind === "failed" && modeOf(target, ports.pageUrl) === "edge";
  return { code: hidden ? "server-errors-hidden" : undefined, seen };
}
