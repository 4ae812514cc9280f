/** Values that Jira lists in create metadata. A draft outlives a change of project, and each project has values of its own. */
import type { AllowedValue, FieldMeta } from "../../core/jira.ts";

export function offered(id: string, { allowedValues }: FieldMeta): AllowedValue | undefined {
  return allowedValues?.find((allowed) => allowed.id === id);
}

export const exampleValues: readonly AllowedValue[] = [
  { id: "10201", label: "First" },
  { id: "10202", label: "Second" },
];

/** Of an object with an id, as Jira writes a default. */
export function idOf(json: unknown): string | undefined {
  if (typeof json !== "object" || json === null || !("id" in json)) return undefined;
  return typeof json.id === "string" || typeof json.id === "number" ? String(json.id) : undefined;
}
