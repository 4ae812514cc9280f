import type { Check } from "../check.ts";
import { finding } from "../finding.ts";

const codes = {
  ready: "office-ready",
  blocked: "office-script-blocked",
  "missing-script": "office-ajax-missing",
  silent: "office-silent",
  "not-outlook": "office-not-outlook",
} as const;

const scripts: Readonly<Record<string, string>> = {
  blocked: "appsforoffice.microsoft.com",
  "missing-script": "ajax.aspnetcdn.com",
};

export const office: Check = {
  id: "office",
  needs: [],
  async run({ ports: { outlook } }) {
    if (!outlook) return await Promise.resolve(finding("office", "outside-outlook"));
    const { host, version, platform, script } = outlook;
    return finding("office", codes[script], { host, version, platform, script: scripts[script] ?? "" }, [
      "Office.onReady()",
      [script, host, version, platform].filter((part) => part !== "").join(", "),
    ]);
  },
};
