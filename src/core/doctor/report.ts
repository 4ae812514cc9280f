/**
 * The findings as plain text, to be copied and sent to whoever can help. English and in a stable form, as it is read
 * by people who did not see the screen.
 */
import { clean } from "./clean.ts";
import type { Facts, Finding } from "./finding.ts";

/** @param about what it is a report of: version of Inlink, address of the page, time. */
export function reportOf(findings: readonly Finding[], about: Facts): string {
  const head = ["Inlink connection report", ...lines(about, "")];
  return `${[head, ...findings.map(paragraph)].map((part) => part.join("\n")).join("\n\n")}\n`;
}

function paragraph({ check, verdict, code, facts, seen }: Finding): readonly string[] {
  return [
    `[${verdict}] ${check}: ${code}`,
    ...lines(facts, "  "),
    // What was tried and what came back, in turn.
    ...seen.map((line) => `  > ${clean(line)}`),
  ];
}

function lines(facts: Facts, indent: string): readonly string[] {
  return Object.entries(facts)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${indent}${name}: ${clean(value)}`);
}
