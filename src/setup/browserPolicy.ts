/**
 * The browsers' rule of Local Network Access, and the policy that an administrator sets against it: from version 142 on,
 * Chrome and Edge ask, or refuse, when a page from the internet reaches for an address of a private network.
 */
import type { SetupAnswers } from "./answers.ts";
import type { SetupFile } from "./files.ts";
import { outlookOrigins } from "./hosting/policy.ts";

/** Edge: the first from 140 on, the second from 146 on, https://learn.microsoft.com/deployedge; Chrome has the same names. */
const policies = ["LocalNetworkAccessAllowedForUrls", "LocalNetworkAllowedForUrls"];
const browsers = ["Microsoft\\Edge", "Google\\Chrome"];

/**
 * "outlook": Outlook's page, from the internet, loads the pane from a private address.
 * "pane": the pane, from the internet, asks a Jira at a private address. Only where it asks Jira itself.
 * "unknown": depends on what was not said.
 */
export type PolicyNeed = "none" | "outlook" | "pane" | "unknown";

export function policyNeed({ mode, reach }: SetupAnswers): PolicyNeed {
  // One host has one address.
  const addin = mode === "same-origin" ? (reach.addin ?? reach.jira) : reach.addin;
  if (addin !== "public") return addin === "private" ? "outlook" : "unknown";
  if (mode !== "cors" || reach.jira === "public") return "none";
  return reach.jira === "private" ? "pane" : "unknown";
}

/** Who starts the requests: that is whom the policy goes by. */
export function policyOrigins(answers: SetupAnswers): readonly string[] {
  const own = new URL(answers.host).origin;
  const need = policyNeed(answers);
  if (need === "pane") return [own];
  return need === "outlook" ? [...new Set([own, ...outlookOrigins, ...answers.framedBy])] : [];
}

export function policyFiles(answers: SetupAnswers): readonly SetupFile[] {
  const origins = policyOrigins(answers);
  if (origins.length === 0) return [];
  return [
    {
      name: "browser-policy.reg",
      place: "handout",
      text: registryFile(origins),
      purpose:
        "Browser policy for Windows, Edge and Chrome: import it, or set the same by group policy. " +
        "Where these policies list addresses already, add to their list instead.",
    },
    {
      name: "browser-policy.json",
      place: "handout",
      text: `${JSON.stringify(Object.fromEntries(policies.map((name) => [name, origins])), undefined, 2)}\n`,
      purpose:
        "The same for Linux, as /etc/opt/edge/policies/managed/inlink.json and /etc/opt/chrome/policies/managed/inlink.json; " +
        "on macOS put the same two lists into the profiles com.microsoft.Edge and com.google.Chrome.",
    },
  ];
}

function registryFile(origins: readonly string[]): string {
  const keys = browsers.flatMap((browser) =>
    policies.map((policy) => `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}\\${policy}`),
  );
  const values = origins.map((origin, at) => `"${at + 1}"="${origin}"`);
  const lines = keys.flatMap((key) => [`[${key}]`, ...values, ""]);
  return [
    "Windows Registry Editor Version 5.00",
    "",
    `; Writes the entries 1 to ${origins.length} of these lists. Where such a list is there already, give them free numbers instead.`,
    "",
    ...lines,
  ].join("\r\n");
}
