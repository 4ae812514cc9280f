/**
 * The connection doctor: tests the whole chain from Outlook to Jira, step by step.
 *
 * A step that failed makes impossible only those that need it; all others still run, so that one look shows all
 * that can be seen. Nothing that it does changes anything in Jira.
 */
import { attachments } from "./checks/attachments.ts";
import { authorize } from "./checks/authorize.ts";
import { bodyLimit } from "./checks/bodyLimit.ts";
import { clock } from "./checks/clock.ts";
import { config } from "./checks/config.ts";
import { consumer } from "./checks/consumer.ts";
import { createMeta } from "./checks/createMeta.ts";
import { key } from "./checks/key.ts";
import { methods } from "./checks/methods.ts";
import { office } from "./checks/office.ts";
import { post } from "./checks/post.ts";
import { reach } from "./checks/reach.ts";
import { server } from "./checks/server.ts";
import { signature } from "./checks/signature.ts";
import { storage } from "./checks/storage.ts";
import { token } from "./checks/token.ts";
import { twoLegged } from "./checks/twoLegged.ts";
import type { Chart, Check } from "./check.ts";
import { finding, type CheckId, type Finding } from "./finding.ts";
import type { DoctorPorts } from "./ports.ts";

/** In the order of `checks`. */
const table: readonly Check[] = [
  office,
  methods,
  storage,
  config,
  key,
  reach,
  server,
  consumer,
  signature,
  clock,
  post,
  twoLegged,
  authorize,
  token,
  createMeta,
  attachments,
  bodyLimit,
];

/**
 * One finding a check, in order, each told as soon as it is there. Of several sites the first is examined, which the
 * pane uses. Never rejects; an abort ends it soon, and what was not tried is "stopped".
 */
export async function examine(
  ports: DoctorPorts,
  onFinding: (finding: Finding) => void,
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const chart: Chart = { ports, signal };
  const found = new Map<CheckId, Finding>();
  for (const check of table) {
    const result = await resultOf(check, chart, found);
    found.set(check.id, result);
    onFinding(result);
  }
  return [...found.values()];
}

async function resultOf(check: Check, chart: Chart, found: ReadonlyMap<CheckId, Finding>): Promise<Finding> {
  if (chart.signal?.aborted) return finding(check.id, "stopped");
  const blocker = check.needs.map((id) => found.get(id)).find((earlier) => earlier && blocks(earlier));
  if (blocker) return blockedBy(check.id, blocker);
  try {
    const result = await check.run(chart);
    // What a fetch that was broken off made of it says nothing.
    return stopped(chart) ? finding(check.id, "stopped") : result;
  } catch (error) {
    if (stopped(chart)) return finding(check.id, "stopped");
    return finding(check.id, "check-broke", { error: String(error) });
  }
}

function stopped({ signal }: Chart): boolean {
  return signal?.aborted ?? false;
}

function blocks({ verdict, code }: Finding): boolean {
  return verdict === "bad" || verdict === "skipped" || code === "key-locked";
}

/** The reason that is nearest to the user: nobody signed in, say, and not the step between. */
function blockedBy(id: CheckId, { check, code, facts }: Finding): Finding {
  if (code === "not-signed-in" || code === "outside-outlook") return finding(id, code);
  return finding(id, "needs-earlier", {
    needs: code === "needs-earlier" ? (facts["needs"] ?? check) : check,
  });
}
