import type { FieldDefinition, Project } from "../../data/model.ts";
import type { Instance } from "../../instance.ts";

export type Accepted = { readonly value: unknown } | { readonly error: string };

/** Where a value is to stand. */
export interface Place {
  readonly field: FieldDefinition;
  readonly project: Project;
  readonly jira: Instance;
}

export interface Kind {
  accept(value: unknown, place: Place): Accepted;
  show(stored: unknown, place: Omit<Place, "jira"> & { readonly base: string }): unknown;
}

export const asStored = (stored: unknown): unknown => stored;
export const error = (text: string): Accepted => ({ error: text });

function listOf(stored: unknown): readonly unknown[] {
  return Array.isArray(stored) ? stored : [];
}

/** Each of a list by the kind of one; the first refusal is the list's. */
export function each(one: Kind): Kind {
  return {
    accept: (value, place) => {
      if (!Array.isArray(value)) return error("data was not an array");
      const all = value.map((item: unknown) => one.accept(item, place));
      return (
        all.find((item) => "error" in item) ?? {
          value: all.map((item) => ("value" in item ? item.value : undefined)),
        }
      );
    },
    show: (stored, place) => listOf(stored).map((item) => one.show(item, place)),
  };
}
