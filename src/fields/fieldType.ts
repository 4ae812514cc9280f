import type { ReactNode } from "react";
import type { FieldMeta } from "../core/jira.ts";

/**
 * One kind of Jira field: one file that implements this, and one row in registry.ts.
 * The members are methods, not properties, so that kinds with different values share one list without a cast.
 */
export interface FieldType<Value = unknown> {
  readonly id: string;
  /** Decides by the schema; `registry.ts` asks the most particular kind first. */
  accepts(meta: FieldMeta): boolean;
  empty(): Value;
  /** What is wrong with the value, as a plain sentence; undefined: nothing. */
  problem(value: Value, meta: FieldMeta): string | undefined;
  /** The JSON that Jira wants (facts: Jira REST, "create issue"); undefined leaves the field out. */
  toJira(value: Value, meta: FieldMeta): unknown;
  Input(props: FieldProps<Value>): ReactNode;
}

export interface FieldProps<Value> {
  readonly meta: FieldMeta;
  readonly value: Value;
  /** Jira's or our complaint, shown at the field. */
  readonly problem: string | undefined;
  onChange(value: Value): void;
}

export function missing(meta: FieldMeta, empty: boolean): string | undefined {
  return meta.required && !meta.hasDefault && empty ? `${meta.name} is needed.` : undefined;
}
