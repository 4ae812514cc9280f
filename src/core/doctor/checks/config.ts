import { ConfigInvalid } from "../../errors.ts";
import type { Config } from "../../site.ts";
import type { Chart, Check } from "../check.ts";
import { finding, type Finding } from "../finding.ts";
import type { ProbeAnswer } from "../ports.ts";
import { probed } from "../seen.ts";

/** Read, and looked at as a plain file as well: the reader says which rule is broken, the file what came at all. */
export const config: Check = {
  id: "config",
  needs: [],
  async run(chart) {
    const { ports, signal } = chart;
    const file = new URL("config.json", ports.pageUrl).href;
    const answer = await ports.probe(file, { signal });
    chart.hostAhead = secondsAhead(answer, ports.now());
    const seen = [`GET ${file}`, probed(answer)];
    try {
      return good(chart, await ports.readConfig(), file, seen);
    } catch (error) {
      if (error instanceof ConfigInvalid) return bad(error, answer, file, seen);
      throw error;
    }
  },
};

function good(chart: Chart, read: Config, file: string, seen: readonly string[]): Finding {
  const [first] = read.sites;
  if (!first) throw new Error("readConfig promises at least one site");
  chart.site = first;
  const facts = {
    file,
    site: first.name,
    baseUrl: first.baseUrl,
    via: first.via ?? "",
    sites: String(read.sites.length),
    unknownKeys: read.unknownKeys.join(", "),
  };
  if (new URL(first.baseUrl).hostname.endsWith(".atlassian.net"))
    return finding("config", "config-cloud", facts, seen);
  return finding("config", read.unknownKeys.length > 0 ? "config-unknown-keys" : "config-valid", facts, seen);
}

function bad(
  { key, problem, remedy }: ConfigInvalid,
  answer: ProbeAnswer,
  file: string,
  seen: readonly string[],
): Finding {
  if (key !== "") return finding("config", "config-invalid", { file, key, problem, remedy }, seen);
  if (answer.kind !== "answer" || (answer.status !== 200 && answer.status !== 404)) {
    const status = answer.kind === "answer" ? String(answer.status) : "";
    return finding("config", "config-unreachable", { file, status, reason: probed(answer) }, seen);
  }
  if (answer.status === 404) return finding("config", "config-missing", { file, status: "404" }, seen);
  const page = answer.type === "text/html" || answer.text.trimStart().startsWith("<");
  return finding("config", page ? "config-page" : "config-not-json", { file, problem, remedy }, seen);
}

/** A third clock, which tells whose is wrong where Jira's and the device's do not agree. */
function secondsAhead(answer: ProbeAnswer, now: number): number | undefined {
  if (answer.kind !== "answer") return undefined;
  const time = Date.parse(answer.headers.get("Date") ?? "");
  return Number.isNaN(time) ? undefined : Math.round((time - now) / 1000);
}
