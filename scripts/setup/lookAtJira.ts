/** Asks Jira what it is. That it cannot be reached from here says nothing about browsers, so it is only told. */
import { readServerInfo, type ServerInfo } from "../../src/core/doctor/serverInfo.ts";

const limit = 5_000; // milliseconds

export async function lookAtJira(
  jiraUrl: string,
  say: (line: string) => void,
): Promise<ServerInfo | undefined> {
  const url = `${jiraUrl}/rest/api/2/serverInfo`;
  try {
    const signal = AbortSignal.timeout(limit);
    const response = await fetch(url, {
      redirect: "manual",
      signal,
      headers: { Accept: "application/json" },
    });
    const { status, headers } = response;
    const type = (headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    const server = readServerInfo({ kind: "answer", status, type, text: await response.text(), headers });
    say(
      server
        ? `Jira ${server.version}${server.deploymentType === "Cloud" ? " (Cloud)" : ""} answers at ${jiraUrl}.`
        : `${url} answered ${[status, type].join(" ").trim()}, which is not what Jira says there. ` +
            "A login in front of Jira would explain it; see that the address is right.",
    );
    return server;
  } catch (error) {
    say(
      `${jiraUrl} cannot be reached from here (${reason(error)}), so its version and base URL were not checked. ` +
        "That is no error; but see yourself that Jira's base URL is exactly this (Administration, System, General configuration).",
    );
    return undefined;
  }
}

/** fetch hides the reason in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${limit / 1000} seconds`;
  const { cause } = error;
  if (cause instanceof Error) return "code" in cause ? String(cause.code) : cause.message;
  return error.message;
}
