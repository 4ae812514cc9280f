/**
 * One plain request of the connection doctor, and what the browser lets us know of its answer.
 *
 * A fetch that fails does not say why. Of the reasons one can be told apart here: what the page's own policy forbids
 * is reported by an event of its own.
 */
import type { ProbeAnswer, ProbeOptions } from "../core/doctor/ports.ts";
import { JiraUnreachable } from "../core/errors.ts";
import { withDeadline } from "../oauth/deadline.ts";

/** Milliseconds. */
const patience = 15_000;
/** Milliseconds for which the report may come after the failure it is about. */
const lateReport = 100;
/** Characters. */
const enough = 2000;

export async function probe(url: string, options: ProbeOptions = {}): Promise<ProbeAnswer> {
  const { answer, forbidden } = await watched(url, () => asked(url, options));
  if (!forbidden) return answer;
  if (options.mode !== "no-cors") return { kind: "failed", reason: "policy" };
  // There the browser follows redirects, and the policy may forbid only where one leads: then something has answered.
  const direct = await watched(url, () => asked(url, {}));
  return direct.forbidden ? { kind: "failed", reason: "policy" } : { kind: "opaque" };
}

async function asked(url: string, options: ProbeOptions): Promise<ProbeAnswer> {
  const { method = "GET", mode = "cors", headers = {}, body = null, signal } = options;
  const init: RequestInit = {
    method,
    mode,
    body,
    ...(mode === "cors" && { headers }),
    credentials: "omit",
    redirect: mode === "cors" ? "manual" : "follow",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  };
  try {
    return await withDeadline(patience, signal, async (ending) =>
      answerOf(await fetch(url, { ...init, signal: ending })),
    );
  } catch (error) {
    return { kind: "failed", reason: error instanceof JiraUnreachable ? error.reason : "network" };
  }
}

async function answerOf(response: Response): Promise<ProbeAnswer> {
  if (response.type === "opaqueredirect") return { kind: "redirect" };
  if (response.type === "opaque") return { kind: "opaque" };
  const { status, headers } = response;
  const type = headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  return { kind: "answer", status, type, text: (await response.text()).slice(0, enough), headers };
}

/** Of a request that failed: whether our own page policy forbade it. */
async function watched(
  url: string,
  ask: () => Promise<ProbeAnswer>,
): Promise<{ readonly answer: ProbeAnswer; readonly forbidden: boolean }> {
  const { origin } = new URL(url);
  let forbidden = false;
  const reported = ({ effectiveDirective, blockedURI, disposition }: SecurityPolicyViolationEvent): void => {
    const ours = blockedURI === origin || blockedURI.startsWith(`${origin}/`);
    if (ours && effectiveDirective === "connect-src" && disposition === "enforce") forbidden = true;
  };
  document.addEventListener("securitypolicyviolation", reported);
  try {
    const answer = await ask();
    if (answer.kind === "failed" && answer.reason === "network") await pause(lateReport);
    return { answer, forbidden };
  } finally {
    document.removeEventListener("securitypolicyviolation", reported);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
