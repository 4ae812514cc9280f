import type { Check } from "../check.ts";
import { finding } from "../finding.ts";
import { neededMethods, outlookMethods } from "../outlookMethods.ts";

/** The claimed requirement set does not tell what is there; the methods do. */
export const methods: Check = {
  id: "methods",
  needs: ["office"],
  async run({ ports: { outlook } }) {
    if (!outlook) return await Promise.resolve(finding("methods", "outside-outlook"));
    const missing = outlookMethods.filter((name) => !outlook.methods[name]);
    const needed = missing.filter((name) => neededMethods.includes(name));
    const facts = {
      claimedSet: outlook.claimedSet,
      missing: missing.join(", "),
      needed: needed.join(", "),
    };
    const seen = [
      `Mailbox ${outlook.claimedSet || "without a requirement set"}`,
      ...outlookMethods.map((name) => `${name}: ${outlook.methods[name] ? "there" : "missing"}`),
    ];
    if (needed.length > 0) return finding("methods", "methods-needed-missing", facts, seen);
    return finding("methods", missing.length > 0 ? "methods-missing" : "methods-complete", facts, seen);
  },
};
