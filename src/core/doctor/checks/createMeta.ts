import type { Parameters } from "../../http.ts";
import { restPath } from "../address.ts";
import { jira, tools, type Chart, type Check } from "../check.ts";
import { finding, type Finding } from "../finding.ts";
import { factsOf, isTrouble, thrown } from "../trouble.ts";

/** How this Jira tells what can be created: page by page (8.4 and later), or all at once (before 9). */
export const createMeta: Check = {
  id: "create-meta",
  needs: ["token"],
  async run(chart) {
    const seen: string[] = [`GET ${restPath}/project`];
    try {
      const projects = await jira(chart).projects(chart.signal);
      seen.push(`200, ${projects.length} projects`);
      const facts = { projects: String(projects.length) };
      const [first] = projects;
      if (!first) return finding("create-meta", "create-meta-no-projects", facts, seen);
      return await generation(chart, first.key, { ...facts }, seen);
    } catch (error) {
      if (!isTrouble(error)) throw error;
      return finding("create-meta", "create-meta-failed", factsOf(error), [...seen, thrown(error)]);
    }
  },
};

async function generation(
  chart: Chart,
  key: string,
  facts: { readonly projects: string },
  seen: string[],
): Promise<Finding> {
  async function status(path: string, query: Parameters): Promise<number> {
    const answer = await tools(chart).signed("user")({
      method: "GET",
      path: restPath + path,
      query,
      headers: { Accept: "application/json" },
      ...(chart.signal && { signal: chart.signal }),
    });
    seen.push(`GET ${restPath}${path}`, String(answer.status));
    return answer.status;
  }
  const paged = await status(`/issue/createmeta/${encodeURIComponent(key)}/issuetypes`, [
    ["maxResults", "1"],
  ]);
  // 400: no permission to create in this project, said by the resource that we look for.
  if (paged === 200 || paged === 400) return finding("create-meta", "create-meta-paged", facts, seen);
  const whole =
    paged === 404 || paged === 405 ? await status("/issue/createmeta", [["projectKeys", key]]) : paged;
  if (whole === 200) return finding("create-meta", "create-meta-whole", facts, seen);
  const code = whole === 404 ? "create-meta-missing" : "create-meta-failed";
  return finding("create-meta", code, { ...facts, status: String(whole), problem: "" }, seen);
}
