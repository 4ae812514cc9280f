/** Several of Jira's allowed values: components, versions, multi-select, checkboxes. Value: their ids. */
import { Checkbox } from "@fluentui/react-components";
import type { FieldMeta } from "../core/jira.ts";
import { missing, type FieldType } from "./fieldType.ts";
import { CheckboxGroup } from "./inputs/CheckboxGroup.tsx";
import { FieldFrame } from "./inputs/FieldFrame.tsx";

export const pickMany: FieldType<readonly string[]> = {
  id: "pickMany",
  accepts: ({ schema, allowedValues }) => schema.type === "array" && allowedValues !== undefined,
  empty: () => [],
  problem: (value, meta) => missing(meta, offered(value, meta).length === 0),
  toJira: (value, meta) => {
    const ids = offered(value, meta);
    return ids.length === 0 ? undefined : ids.map((id) => ({ id }));
  },
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame meta={meta} problem={problem}>
      <CheckboxGroup>
        {meta.allowedValues?.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={value.includes(id)}
            onChange={(_, { checked }) =>
              onChange(checked === true ? [...value, id] : value.filter((other) => other !== id))
            }
          />
        ))}
      </CheckboxGroup>
    </FieldFrame>
  ),
};

/** A draft outlives a change of project, and each project has components and versions of its own. */
function offered(value: readonly string[], { allowedValues }: FieldMeta): readonly string[] {
  return value.filter((id) => allowedValues?.some((allowed) => allowed.id === id));
}
