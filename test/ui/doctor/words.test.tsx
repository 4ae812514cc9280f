import { verdicts, type FindingCode } from "../../../src/core/doctor/codes.ts";
import type { Facts, Finding } from "../../../src/core/doctor/finding.ts";
import { wordsFor } from "../../../src/ui/doctor/words.ts";

const codes = Object.keys(verdicts) as FindingCode[];

function finding(code: FindingCode, facts: Facts): Finding {
  return { check: "reach", verdict: verdicts[code], code, facts, seen: [] };
}

const numbers = [
  "ahead",
  "limit",
  "passes",
  "refused",
  "rounds",
  "recommended",
  "projects",
  "sites",
  "retryAfter",
];

/** Of every name that `codes.ts` lists, in its form; a name shows where it is used. */
const anyFacts: Facts = new Proxy<Record<string, string>>(
  {},
  {
    get: (_, name) => {
      if (numbers.includes(String(name))) return "7200000";
      return String(name).endsWith("Address") ? "https://ours.example.com:8443/jira" : `‹${String(name)}›`;
    },
  },
);

describe("the words of the connection check", () => {
  it.each(codes)("for %s say what came back, with every fact in its place", (code) => {
    const { result, meaning = "", todo = [] } = wordsFor(finding(code, anyFacts));
    expect(result.trim()).not.toBe("");
    expect([result, meaning, ...todo].join(" ")).not.toMatch(/undefined|NaN|\[object|Failed to fetch/);
  });

  const serious = codes.filter((code) => ["bad", "warning", "alarm"].includes(verdicts[code]));
  it.each(serious)("for %s say what it means, what to do and who does it", (code) => {
    const { meaning = "", todo = [], who } = wordsFor(finding(code, anyFacts));
    expect(meaning.trim()).not.toBe("");
    expect(todo.length).toBeGreaterThan(0);
    expect(["you", "administrator"]).toContain(who);
  });
});
