import type { ReactNode } from "react";
import type { FieldMeta } from "../core/jira.ts";
import type { Lookups } from "../core/ports.ts";

/**
 * One kind of Jira field: one file in types/ that makes this, mostly from one of shapes/, and one row in registry.ts.
 * The members are methods, not properties, so that kinds with different values share one list without a cast.
 */
export interface FieldType<Value = unknown> {
  readonly id: string;
  /** As Jira's administration calls it; docs/fields.md lists it. */
  readonly name: string;
  /** Fields that it is for. Where several kinds match, the most particular pattern counts. */
  readonly schemas: readonly SchemaPattern[];
  /** Operations of `update`: Jira takes this field in no other way. */
  readonly sentAs?: "update" | undefined;
  /** The next mail of the same sender may well want the same. */
  readonly recurs?: boolean | undefined;
  empty(): Value;
  /** From a draft, which does not know what it keeps; undefined: not a value of this kind. */
  read(value: unknown): Value | undefined;
  /** From create metadata's `defaultValue`; undefined: none that could be shown. */
  fromDefault(json: unknown): Value | undefined;
  /** What is wrong with the value, as a plain sentence; undefined: nothing. */
  problem(value: Value, meta: FieldMeta): string | undefined;
  /** The JSON that Jira wants (facts: Jira REST, "create issue"); undefined leaves the field out. */
  toJira(value: Value, meta: FieldMeta): unknown;
  /** A value as a user may choose it, with what its metadata then lists. */
  example(): FieldExample<Value>;
  Input(props: FieldProps<Value>): ReactNode;
}

export interface FieldExample<Value = unknown> {
  readonly value: Value;
  readonly allowedValues?: FieldMeta["allowedValues"];
}

/** What is not named may be anything. */
export interface SchemaPattern {
  readonly type?: string;
  readonly items?: string;
  readonly system?: string;
  /** Whole key: `com.atlassian.jira.plugin.system.customfieldtypes:select`. */
  readonly custom?: string;
  /** Only where Jira lists allowed values. */
  readonly listed?: true;
}

export interface FieldProps<Value> {
  readonly meta: FieldMeta;
  readonly value: Value;
  /** Jira's or our complaint, shown at the field. */
  readonly problem: string | undefined;
  readonly projectKey: string;
  readonly lookups: Lookups;
  onChange(value: Value): void;
}

/** What a kind says of itself, when one of shapes/ makes the rest. */
export type FieldSpec = Pick<FieldType, "id" | "name" | "schemas">;

export function missing(meta: FieldMeta, empty: boolean): string | undefined {
  return meta.required && !meta.hasDefault && empty ? `${meta.name} is needed.` : undefined;
}

/** Of the fields that come with Jira: text, choices, people. */
export function standard(suffix: string): { readonly custom: string } {
  return { custom: `com.atlassian.jira.plugin.system.customfieldtypes:${suffix}` };
}

/** Of Jira Software. */
export function software(suffix: string): { readonly custom: string } {
  return { custom: `com.pyxis.greenhopper.jira:${suffix}` };
}

/** Of Advanced Roadmaps, which is a part of Jira Software Data Center. */
export function roadmaps(suffix: string): { readonly custom: string } {
  return { custom: `com.atlassian.jpo:${suffix}` };
}
