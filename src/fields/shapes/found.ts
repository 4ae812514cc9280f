/** Things that are found by searching in Jira: people, groups, issues, sprints. A draft keeps them with what the user saw. */
import type { Choice } from "../../core/jira.ts";
import type { FieldProps, FieldSpec } from "../fieldType.ts";

export interface FoundSpec extends FieldSpec {
  readonly hint?: string;
  /** Throws what Jira's REST throws. @param words may be empty. */
  search(
    props: Pick<FieldProps<unknown>, "lookups" | "projectKey" | "meta">,
    words: string,
    signal: AbortSignal,
  ): Promise<readonly Choice[]>;
  /** What Jira is sent for one. */
  send(id: string): unknown;
  /** From Jira's own JSON of one, in a default. */
  readonly fromJira?: (json: unknown) => Choice | undefined;
  readonly recurs?: false;
  readonly example: Choice;
  /** What was typed counts, found or not: a label may be new. */
  readonly free?: boolean;
}

function choiceIn(value: unknown): Choice | undefined {
  if (typeof value !== "object" || value === null || !("id" in value) || !("label" in value))
    return undefined;
  const { id, label } = value;
  if (typeof id !== "string" || typeof label !== "string") return undefined;
  const detail = "detail" in value && typeof value.detail === "string" ? value.detail : undefined;
  return { id, label, detail };
}

export function choicesIn(value: unknown): readonly Choice[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.flatMap((one: unknown) => choiceIn(one) ?? []);
  return all.length === value.length ? all : undefined;
}
