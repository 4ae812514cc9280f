import { fetched, modeOf, nobody, restPath, type Mode } from "../address.ts";
import { site, type Check } from "../check.ts";
import type { FindingCode } from "../codes.ts";
import { finding } from "../finding.ts";
import type { ProbeAnswer } from "../ports.ts";
import { probed } from "../seen.ts";
import { isJson } from "../whoAnswered.ts";

/** A POST that changes nothing: Jira refuses a browser's POST by its Origin, signed or not, and lets every GET pass. */
export const post: Check = {
  id: "post",
  needs: ["server"],
  async run(chart) {
    const { ports, signal } = chart;
    const target = site(chart);
    const url = fetched(target, `${restPath}/search`);
    const mode = modeOf(target, ports.pageUrl);
    const answer = await ports.probe(url, {
      method: "POST",
      headers: { ...nobody(target), "Content-Type": "application/json" },
      body: JSON.stringify({ jql: "", maxResults: 0, fields: [] }),
      signal,
    });
    const facts = {
      url,
      mode,
      origin: new URL(ports.pageUrl).origin,
      ...(answer.kind === "answer" && { status: String(answer.status), type: answer.type }),
      ...(answer.kind === "failed" && { reason: answer.reason }),
    };
    return finding("post", codeOf(answer, mode), facts, [`POST ${url}`, probed(answer)]);
  },
};

const xsrf = {
  relay: "post-xsrf-relay",
  "same-origin": "post-xsrf-same-origin",
  edge: "post-xsrf-edge",
} as const;

function codeOf(answer: ProbeAnswer, mode: Mode): FindingCode {
  if (answer.kind === "failed") return "post-no-answer";
  if (answer.kind !== "answer") return "post-unexpected";
  const { status, text } = answer;
  if (status === 403 && /XSRF check failed/i.test(text)) return xsrf[mode];
  // Nobody may be allowed to search: Jira's no is as good as its yes.
  if (isJson(answer) && status < 500 && status !== 429) return "post-passes";
  return [400, 401, 403, 405, 406, 413, 501].includes(status) ? "post-blocked" : "post-unexpected";
}
