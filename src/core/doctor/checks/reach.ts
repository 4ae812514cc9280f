import { fetched, modeOf, nobody, restPath, type Mode } from "../address.ts";
import { site, type Chart, type Check } from "../check.ts";
import { finding } from "../finding.ts";
import type { Judged } from "../judged.ts";
import type { ProbeAnswer } from "../ports.ts";
import { probed } from "../seen.ts";
import { besideTheRelay, isJson, isSame, isTomcats } from "../whoAnswered.ts";
import { withoutAnswer } from "../withoutAnswer.ts";

/** Does anything from beyond the add-in's own host answer, and may we read it? What it is comes next. */
export const reach: Check = {
  id: "reach",
  needs: ["config"],
  async run(chart) {
    const { ports, signal } = chart;
    const target = site(chart);
    const url = fetched(target, `${restPath}/serverInfo`);
    const answer = await ports.probe(url, { headers: nobody(target), signal });
    chart.answer = answer;
    chart.answeredAt = ports.now();
    const mode = modeOf(target, ports.pageUrl);
    const judged = await judge(chart, answer, mode, url);
    const facts = {
      url,
      host: new URL(url).hostname,
      mode,
      origin: new URL(ports.pageUrl).origin,
      ...(answer.kind === "answer" && { status: String(answer.status), type: answer.type }),
      ...judged.facts,
    };
    return finding("reach", judged.code, facts, [`GET ${url}`, probed(answer), ...(judged.seen ?? [])]);
  },
};

async function judge(chart: Chart, answer: ProbeAnswer, mode: Mode, url: string): Promise<Judged> {
  switch (answer.kind) {
    case "failed":
      return await withoutAnswer(chart, answer.reason, mode, url);
    case "redirect":
      return await redirected(chart, mode, url);
    case "opaque":
      return { code: "reach-works" };
    case "answer":
      return await answered(chart, answer, mode);
  }
}

async function answered(
  chart: Chart,
  answer: ProbeAnswer & { readonly kind: "answer" },
  mode: Mode,
): Promise<Judged> {
  if (isJson(answer) || isTomcats(answer)) return { code: "reach-works" };
  if (answer.status === 502 || answer.status === 504) return { code: "reach-gateway" };
  if (mode !== "relay" || ![200, 401, 403, 404].includes(answer.status)) return { code: "reach-works" };
  if (answer.status === 403) return { code: "reach-relay-refuses" };
  const beside = await besideTheRelay(chart);
  if (!isSame(answer, beside.answer)) return { code: "reach-works", seen: beside.seen };
  return { code: answer.status === 401 ? "reach-login-own-host" : "reach-relay-missing", seen: beside.seen };
}

async function redirected(chart: Chart, mode: Mode, url: string): Promise<Judged> {
  if (url.startsWith("http:")) return { code: "reach-redirect-http" };
  if (mode !== "relay") return { code: "reach-redirect" };
  const { answer, seen } = await besideTheRelay(chart);
  return { code: answer.kind === "redirect" ? "reach-redirect-own-host" : "reach-redirect", seen };
}
