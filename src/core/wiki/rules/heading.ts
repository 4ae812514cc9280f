import { inline } from "../inline.ts";
import type { Line } from "../page.ts";
import type { Heading } from "../place.ts";
import type { Rule } from "../rule.ts";

export function heading(level: number): Rule {
  return { apart: "gap", enter: (_, place) => ({ ...place, heading: { level } }) };
}

/** One line, whatever the mail broke it into; bold says nothing more there. */
export function printHeading({ level }: Heading, lines: readonly Line[]): string {
  return `h${level}. ${inline(lines, { join: " ", without: "bold" })}`;
}
