/** Several of Jira's allowed values. Value: their ids. */
import { missing, type FieldSpec, type FieldType } from "../fieldType.ts";
import { SomeOf } from "../inputs/SomeOf.tsx";
import { exampleValues, idOf, offered } from "./offered.ts";

export function choices(spec: FieldSpec): FieldType<readonly string[]> {
  return {
    recurs: true,
    ...spec,
    empty: () => [],
    read: texts,
    fromDefault: (json) =>
      Array.isArray(json) ? json.flatMap((one: unknown) => idOf(one) ?? []) : undefined,
    problem: (value, meta) => missing(meta, !value.some((id) => offered(id, meta))),
    toJira: (value, meta) => {
      const ids = value.filter((id) => offered(id, meta));
      return ids.length === 0 ? undefined : ids.map((id) => ({ id }));
    },
    example: () => ({ value: ["10201", "10202"], allowedValues: exampleValues }),
    Input: ({ meta, value, problem, onChange }) => (
      <SomeOf
        meta={meta}
        problem={problem}
        values={meta.allowedValues ?? []}
        chosen={value.filter((id) => offered(id, meta))}
        onChoose={onChange}
      />
    ),
  };
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === "string") ? value : undefined;
}
