/** Jira's own statement of what it is. Open to everybody. */
import { object, optional, ParseProblem, text } from "../parse.ts";
import type { ProbeAnswer } from "./ports.ts";

export interface ServerInfo {
  readonly baseUrl: string;
  readonly version: string;
  /** "Cloud" or "Server", which Data Center says as well; "" before Jira 7. */
  readonly deploymentType: string;
  readonly title: string;
  /** Milliseconds since 1970, by Jira's clock; undefined where it does not say. */
  readonly time: number | undefined;
}

const serverInfo = object<ServerInfo>((field) => ({
  baseUrl: field("baseUrl", text),
  version: field("version", text),
  deploymentType: field("deploymentType", optional(text)) ?? "",
  title: field("serverTitle", optional(text)) ?? "",
  time: timeOf(field("serverTime", optional(text))),
}));

/** undefined: it is not one. */
export function readServerInfo(answer: ProbeAnswer): ServerInfo | undefined {
  if (answer.kind !== "answer" || answer.status !== 200) return undefined;
  try {
    return serverInfo(JSON.parse(answer.text), "");
  } catch (error) {
    if (error instanceof ParseProblem || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Jira writes `+0000` where Date.parse wants `+00:00`. */
function timeOf(written: string | undefined): number | undefined {
  const time = Date.parse((written ?? "").replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  return Number.isNaN(time) ? undefined : time;
}
