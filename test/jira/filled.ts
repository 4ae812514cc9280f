/** A form filled in with what the stand-in knows. */
import type { CreateScreen, FieldMeta } from "../../src/core/jira.ts";
import { formFields } from "../../src/fields/createForm.ts";
import type { FieldType } from "../../src/fields/fieldType.ts";
import { fred } from "../core/fakes.ts";

export const anna = { ...fred, name: "anna" };
const person = { id: "anna", label: "Anna Berg" };

interface Choices {
  /** Key of an issue of the same project, for sub-tasks. */
  readonly parent?: string | undefined;
  /** Optional ones too. */
  readonly all?: true;
}

/** Field id → value. */
export function filled(screen: CreateScreen, { parent, all }: Choices): Readonly<Record<string, unknown>> {
  const { needed, usual, rest } = formFields(screen);
  const fields = all ? [...needed, ...usual, ...rest] : needed;
  return Object.fromEntries(fields.map(({ meta, type }) => [meta.id, valueFor(meta, type, parent)]));
}

function valueFor(meta: FieldMeta, type: FieldType, parent: string | undefined): unknown {
  if (meta.id === "parent") return [{ id: parent, label: parent }];
  if (type.id === "gh-epic-link") return [{ id: "EVERY-1", label: "EVERY-1" }];
  const example = type.example().value;
  if (JSON.stringify(example).includes('"fred"')) return [person];
  const [first] = meta.allowedValues ?? [];
  if (first === undefined) return example;
  if (Array.isArray(example)) return [first.id];
  return typeof example === "string" ? first.id : { parent: first.id, child: first.children?.[0]?.id ?? "" };
}
