import type { Choice } from "../../core/jira.ts";

/** Jira writes a label as a text. */
export function labelIn(json: unknown): Choice | undefined {
  return typeof json === "string" ? { id: json, label: json } : undefined;
}
