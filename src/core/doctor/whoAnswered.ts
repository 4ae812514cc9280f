/** Whose answer it is: Jira's, a proxy's, or the add-in's own host's. */
import { nobody } from "./address.ts";
import { site, type Chart } from "./check.ts";
import type { ProbeAnswer } from "./ports.ts";
import { probed } from "./seen.ts";

export function isJson(answer: ProbeAnswer): boolean {
  return answer.kind === "answer" && answer.type === "application/json";
}

/** Jira itself, or the Tomcat it runs in, which then is there and has something else at this path. */
export function isTomcats(answer: ProbeAnswer): boolean {
  if (answer.kind !== "answer") return false;
  return answer.headers.has("X-AREQUESTID") || /HTTP Status \d{3}|Apache Tomcat/.test(answer.text);
}

/** What the add-in's own host says at a path that nobody has given a meaning. */
export async function besideTheRelay(
  chart: Chart,
): Promise<{ readonly answer: ProbeAnswer; readonly seen: readonly string[] }> {
  const { ports, signal } = chart;
  const url = new URL("inlink-doctor/no-such-file", ports.pageUrl).href;
  const answer = await ports.probe(url, { headers: nobody(site(chart)), signal });
  return { answer, seen: [`GET ${url}`, probed(answer)] };
}

/** A page that quotes the path that was asked for is the same page all the same. */
export function isSame(one: ProbeAnswer, other: ProbeAnswer): boolean {
  if (one.kind !== "answer" || other.kind !== "answer") return one.kind === other.kind;
  return one.status === other.status && one.type === other.type && plain(one.text) === plain(other.text);
}

function plain(page: string): string {
  return page.replace(/\/[\w./-]*/g, "/");
}
