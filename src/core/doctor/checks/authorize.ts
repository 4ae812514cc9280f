import { site, type Check } from "../check.ts";
import { finding } from "../finding.ts";
import { probed } from "../seen.ts";

/** Jira's Allow page is always opened at baseUrl itself, whatever way requests take: does that address answer here? */
export const authorize: Check = {
  id: "authorize",
  needs: ["config"],
  async run(chart) {
    const { ports, signal } = chart;
    const { baseUrl } = site(chart);
    const url = `${baseUrl}/plugins/servlet/oauth/authorize`;
    const answer = await ports.probe(url, { mode: "no-cors", signal });
    const seen = [`GET ${url}, no-cors`, probed(answer)];
    const facts = { url, host: new URL(url).hostname };
    if (answer.kind !== "failed") return finding("authorize", "authorize-opens", facts, seen);
    const localNetwork = await ports.localNetwork();
    const more = { ...facts, reason: answer.reason, localNetwork };
    // A window is not bound by the page's policy, nor by what the frame around the pane may do.
    const bound = answer.reason === "policy" || localNetwork === "denied" || localNetwork === "frame";
    return finding("authorize", bound ? "authorize-unknown" : "authorize-unreachable", more, [
      ...seen,
      `local network access: ${localNetwork}`,
    ]);
  },
};
