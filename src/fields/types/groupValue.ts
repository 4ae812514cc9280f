/** A group in Jira's JSON: known by its name. */
import type { Choice } from "../../core/jira.ts";

export function groupIn(json: unknown): Choice | undefined {
  if (typeof json !== "object" || json === null || !("name" in json)) return undefined;
  return typeof json.name === "string" ? { id: json.name, label: json.name } : undefined;
}

export const groupExample: Choice = { id: "support-team", label: "support-team" };
