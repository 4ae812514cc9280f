/**
 * A fetch that failed says nothing about why: DNS, TLS, a closed port, missing CORS headers and the browser's Local
 * Network Access rule look alike. A second look, for which a browser needs nobody's permission, parts them.
 */
import type { Mode } from "./address.ts";
import type { Chart } from "./check.ts";
import type { Judged } from "./judged.ts";
import type { ProbeAnswer } from "./ports.ts";
import { probed } from "./seen.ts";

type Reason = (ProbeAnswer & { readonly kind: "failed" })["reason"];

export async function withoutAnswer(chart: Chart, reason: Reason, mode: Mode, url: string): Promise<Judged> {
  if (reason === "policy") return { code: "reach-page-policy" };
  // The page itself came from there: neither names nor permissions are at fault.
  if (mode !== "edge") return { code: reason === "timeout" ? "reach-timeout" : "reach-cut" };
  const { ports, signal } = chart;
  const open = await ports.probe(url, { mode: "no-cors", signal });
  const seen = [`GET ${url}, no-cors`, probed(open)];
  if (open.kind !== "failed")
    return reason === "timeout" ? { code: "reach-timeout", seen } : await unreadable(chart, url, seen);
  if (open.reason === "policy") return { code: "reach-page-policy", seen };
  const localNetwork = await ports.localNetwork();
  return {
    code: nothing(localNetwork, reason === "timeout" || open.reason === "timeout"),
    facts: { localNetwork },
    seen: [...seen, `local network access: ${localNetwork}`],
  };
}

/** It answers, so what is missing is the permission to read. Without our header there is no preflight. */
async function unreadable({ ports, signal }: Chart, url: string, seen: readonly string[]): Promise<Judged> {
  const simple = await ports.probe(url, { headers: { Accept: "application/json" }, signal });
  const all = [...seen, `GET ${url}, without Authorization`, probed(simple)];
  // Preflights must not be redirected, and the browser does not tell.
  if (simple.kind === "redirect") return { code: "reach-redirect", seen: all };
  return { code: simple.kind === "answer" ? "reach-preflight-refused" : "reach-cors-missing", seen: all };
}

/**
 * "prompt" is what every page starts with: only a fetch that hangs points to a question that the user has not answered.
 */
function nothing(localNetwork: string, hangs: boolean) {
  if (localNetwork === "denied") return "reach-local-network-denied";
  if (localNetwork === "frame") return "reach-local-network-frame";
  if (!hangs) return "reach-nothing-answers";
  return localNetwork === "prompt" ? "reach-local-network-prompt" : "reach-timeout";
}
