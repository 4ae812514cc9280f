import { restPath } from "../address.ts";
import { tools, type Chart, type Check } from "../check.ts";
import { finding, type Facts } from "../finding.ts";
import { isTrouble, thrown, type Trouble } from "../trouble.ts";

/** Bytes. Below, between and above the limits that proxies have unless told otherwise: nginx 1 MiB. */
const small = 900_000;
const middle = 5_000_000;
const largest = 10_485_760;
/** Milliseconds: the largest over a slow line. */
const patience = 120_000;

/** An issue that cannot exist, as Jira counts from 1: whatever passes is stored nowhere. */
const path = `${restPath}/issue/INLINKDOCTOR-0/attachments`;

/** How large an upload do the proxies let through to Jira? Its answer, always a no, shows that it has come through. */
export const bodyLimit: Check = {
  id: "body-limit",
  needs: ["token", "attachments"],
  async run(chart) {
    const most = Math.min(chart.uploadLimit ?? largest, largest);
    const seen: string[] = [];
    const passed = async (bytes: number) => {
      const result = await upload(chart, bytes);
      seen.push(`POST ${path}, ${bytes} bytes`, result.seen);
      return result;
    };
    const found = (code: Parameters<typeof finding>[1], facts: Facts) =>
      finding("body-limit", code, facts, seen);

    const whole = await passed(most);
    if (whole.kind === "passed") return found("body-limit-passes", { passes: String(most), refused: "" });
    if (whole.kind === "unclear") return found("body-limit-unknown", { status: whole.status });
    const least = Math.min(small, most);
    const little = least < most ? await passed(least) : whole;
    if (little.kind === "unclear") return found("body-limit-unknown", { status: little.status });
    if (little.kind === "refused") {
      const { status, type } = little;
      return found("body-limit-blocked", { passes: "", refused: String(least), status, type });
    }
    const half = middle < most ? await passed(middle) : whole;
    const passes = half.kind === "passed" ? middle : least;
    const refused = half.kind === "refused" && middle < most ? middle : most;
    const { status, type } = whole;
    return found("body-limit-low", { passes: String(passes), refused: String(refused), status, type });
  },
};

interface Upload {
  readonly kind: "passed" | "refused" | "unclear";
  /** "" where the connection broke off. */
  readonly status: string;
  readonly type: string;
  readonly seen: string;
}

async function upload(chart: Chart, bytes: number): Promise<Upload> {
  const form = new FormData();
  form.append(
    "file",
    new Blob([new Uint8Array(bytes)], { type: "application/octet-stream" }),
    "inlink-doctor.bin",
  );
  try {
    const answer = await tools(chart).signed("user")({
      method: "POST",
      path,
      body: form,
      headers: { Accept: "application/json", "X-Atlassian-Token": "no-check" },
      timeout: patience,
      ...(chart.signal && { signal: chart.signal }),
    });
    const { status } = answer;
    const type = answer.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase() ?? "";
    return { kind: kindOf(status, type), status: String(status), type, seen: `${status} ${type}`.trim() };
  } catch (error) {
    if (!isTrouble(error)) throw error;
    return { kind: kindOfError(error), status: "", type: "", seen: thrown(error) };
  }
}

/** Jira refuses as JSON; a page in its place is a proxy's. */
function kindOf(status: number, type: string): Upload["kind"] {
  if (status === 413) return "refused";
  if ([429, 502, 503, 504].includes(status)) return "unclear";
  return type === "application/json" ? "passed" : "refused";
}

/** A proxy that does not want to read on cuts the connection. */
function kindOfError(error: Trouble): Upload["kind"] {
  if (error.code === "jira-unreachable") return error.reason === "network" ? "refused" : "unclear";
  return error.code === "oauth-refused" ? "passed" : "refused";
}
