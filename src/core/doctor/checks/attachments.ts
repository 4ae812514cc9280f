import { restPath } from "../address.ts";
import { jira, type Check } from "../check.ts";
import { finding } from "../finding.ts";
import { factsOf, isTrouble, thrown } from "../trouble.ts";

export const attachments: Check = {
  id: "attachments",
  needs: ["token"],
  async run(chart) {
    const asked = `GET ${restPath}/attachment/meta`;
    try {
      const { enabled, limit } = await jira(chart).uploadRules(chart.signal);
      chart.uploadLimit = limit;
      const seen = [asked, `200, ${enabled ? "enabled" : "disabled"}, limit ${limit ?? "not stated"}`];
      const facts = { limit: String(limit ?? "") };
      return finding("attachments", enabled ? "attachments-on" : "attachments-off", facts, seen);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      return finding("attachments", "attachments-failed", factsOf(error), [asked, thrown(error)]);
    }
  },
};
