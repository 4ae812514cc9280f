import { restPath } from "../address.ts";
import { tools, type Check } from "../check.ts";
import type { FindingCode } from "../codes.ts";
import { finding } from "../finding.ts";
import { factsOf, isTrouble, thrown, type Trouble } from "../trouble.ts";

/** Whose account acts, and does Jira still accept its token? */
export const token: Check = {
  id: "token",
  needs: ["key", "server"],
  async run(chart) {
    const { jira } = tools(chart);
    if (!jira) return finding("token", "not-signed-in");
    const asked = `GET ${restPath}/myself`;
    try {
      const { displayName, name } = await jira.myself(chart.signal);
      return finding("token", "token-works", { user: displayName, name }, [asked, "200"]);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      return finding("token", codeOf(error), factsOf(error), [asked, thrown(error)]);
    }
  },
};

function codeOf(error: Trouble): FindingCode {
  if (error.code === "jira-rejected") return error.status === 401 ? "token-anonymous" : "token-failed";
  if (error.code !== "oauth-refused") return "token-failed";
  return ["token_rejected", "token_expired", "token_revoked", "token_used"].includes(error.problem)
    ? "token-rejected"
    : "token-refused";
}
