/** Several of Jira's allowed values: components, versions, multi-select, checkboxes. Value: their ids. */
import { Checkbox } from "@fluentui/react-components";
import { missing, type FieldType } from "./fieldType.ts";
import { FieldFrame } from "./inputs/FieldFrame.tsx";

export const pickMany: FieldType<readonly string[]> = {
  id: "pickMany",
  accepts: ({ schema, allowedValues }) => schema.type === "array" && allowedValues !== undefined,
  empty: () => [],
  problem: (value, meta) => missing(meta, value.length === 0),
  toJira: (value) => (value.length === 0 ? undefined : value.map((id) => ({ id }))),
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame meta={meta} problem={problem}>
      <div role="group">
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
      </div>
    </FieldFrame>
  ),
};
