/** One of Jira's allowed values. Value: its id, "" for none. */
import { missing, type FieldSpec, type FieldType } from "../fieldType.ts";
import { OneOf } from "../inputs/OneOf.tsx";
import { exampleValues, idOf, offered } from "./offered.ts";

export function choice(spec: FieldSpec): FieldType<string> {
  return {
    recurs: true,
    ...spec,
    empty: () => "",
    read: (value) => (typeof value === "string" ? value : undefined),
    fromDefault: idOf,
    problem: (value, meta) => missing(meta, offered(value, meta) === undefined),
    toJira: (value, meta) => (offered(value, meta) ? { id: value } : undefined),
    example: () => ({ value: "10201", allowedValues: exampleValues }),
    Input: ({ meta, value, problem, onChange }) => (
      <OneOf
        meta={meta}
        problem={problem}
        values={meta.allowedValues ?? []}
        chosen={offered(value, meta)?.id ?? ""}
        onChoose={onChange}
      />
    ),
  };
}
