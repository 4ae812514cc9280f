import type { Chart, Check } from "../check.ts";
import { finding } from "../finding.ts";

/** Seconds. Jira accepts a timestamp that is as far off; beyond, the first signature of a pane costs a second request. */
const accepted = 300;

/** Jira's clock beside this device's, by what serverInfo and OAuth's refusals said. */
export const clock: Check = {
  id: "clock",
  needs: ["server"],
  async run(chart) {
    const { leg } = chart;
    const ahead = await Promise.resolve(secondsAhead(chart));
    const facts = { ahead: String(ahead), wrong: Math.abs(ahead) > accepted ? wrong(chart, ahead) : "" };
    const seen = [`Jira is ${ahead} seconds ahead of this device`];
    if (
      leg?.kind === "failed" &&
      leg.error.code === "oauth-refused" &&
      leg.error.problem === "timestamp_refused"
    )
      return finding("clock", "clock-refused", facts, [...seen, `${leg.error.status} timestamp_refused`]);
    return finding(
      "clock",
      facts.wrong === "" && Math.abs(ahead) <= accepted ? "clock-agrees" : "clock-off",
      facts,
      seen,
    );
  },
};

function secondsAhead({ tools, server, answeredAt }: Chart): number {
  const refused = Math.round(tools?.clockAhead() ?? 0);
  if (refused !== 0 || server?.time === undefined || answeredAt === undefined) return refused;
  return Math.round((server.time - answeredAt) / 1000);
}

/** The add-in's host has a clock as well: whoever it agrees with is probably right. */
function wrong({ hostAhead }: Chart, ahead: number): "device" | "jira" | "" {
  if (hostAhead === undefined) return "";
  if (Math.abs(hostAhead - ahead) <= accepted) return "device";
  return Math.abs(hostAhead) <= accepted ? "jira" : "";
}
