import { requestTokenPath } from "../address.ts";
import { compareBaseStrings, type Differences, type Part } from "../baseStrings.ts";
import { site, type Chart, type Check } from "../check.ts";
import { finding, type Facts, type Finding } from "../finding.ts";

/** Did Jira accept what we signed? Judges the call that `consumer` made. */
export const signature: Check = {
  id: "signature",
  needs: ["consumer"],
  async run(chart) {
    const { leg } = chart;
    if (!leg) throw new Error("consumer leaves its leg");
    if (leg.kind === "granted") return await Promise.resolve(finding("signature", "signature-accepted"));
    if (leg.error.code !== "oauth-refused" || leg.error.problem !== "signature_invalid")
      return finding("signature", "needs-earlier", { needs: "clock" });
    return differing(chart, leg.error.details["oauth_signature_base_string"] ?? "");
  },
};

function differing(chart: Chart, theirText: string): Finding {
  const { baseUrl, consumerKey } = site(chart);
  const differences = compareBaseStrings(
    {
      method: "POST",
      url: baseUrl + requestTokenPath,
      parameters: {
        oauth_callback: new URL("signin.html", chart.ports.pageUrl).href,
        oauth_consumer_key: consumerKey,
        oauth_nonce: undefined,
        oauth_signature_method: "RSA-SHA1",
        oauth_timestamp: undefined,
        oauth_version: "1.0",
      },
    },
    theirText,
  );
  if (!differences) return finding("signature", "signature-unexplained", { consumerKey });
  const seen = [
    `signed: POST ${differences.oursAddress}`,
    `Jira believes: ${differences.theirs.method} ${differences.theirsAddress}`,
  ];
  const [first] = differences.parts;
  if (!first) return finding("signature", "signature-other-key", { consumerKey }, seen);
  return finding("signature", codes[first], { consumerKey, ...factsOf(differences, first) }, seen);
}

const codes = {
  method: "signature-method-differs",
  scheme: "signature-scheme-differs",
  host: "signature-host-differs",
  port: "signature-port-differs",
  path: "signature-path-differs",
  parameters: "signature-parameters-differ",
} as const;

function factsOf(differences: Differences, first: Part): Facts {
  const { parts, ours, theirs, oursAddress, theirsAddress, missing, extra, changed } = differences;
  const names = { missing: missing.join(", "), extra: extra.join(", "), changed: changed.join(", ") };
  return {
    parts: parts.join(", "),
    ...(first !== "parameters" && { ours: ours[first], theirs: theirs[first] }),
    oursAddress,
    theirsAddress,
    ...(parts.includes("parameters") && names),
  };
}
