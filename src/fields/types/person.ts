/** A person in Jira Data Center's JSON: known by the login name. */
import type { Choice } from "../../core/jira.ts";

export function personIn(json: unknown): Choice | undefined {
  if (typeof json !== "object" || json === null || !("name" in json)) return undefined;
  const { name } = json;
  if (typeof name !== "string") return undefined;
  const label = "displayName" in json && typeof json.displayName === "string" ? json.displayName : name;
  return { id: name, label };
}

export const personExample: Choice = { id: "fred", label: "Fred Normal" };
