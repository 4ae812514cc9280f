/** One of Jira's allowed values: select lists, radio buttons, priority, security level, a version. Value: its id, "" for none. */
import { Select } from "@fluentui/react-components";
import type { FieldMeta } from "../core/jira.ts";
import { missing, type FieldType } from "./fieldType.ts";
import { FieldFrame } from "./inputs/FieldFrame.tsx";

export const pickOne: FieldType<string> = {
  id: "pickOne",
  accepts: ({ schema, allowedValues }) =>
    schema.type !== "array" && schema.type !== "option-with-child" && allowedValues !== undefined,
  empty: () => "",
  problem: (value, meta) => missing(meta, offered(value, meta) === ""),
  toJira: (value, meta) => (offered(value, meta) === "" ? undefined : { id: value }),
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame meta={meta} problem={problem}>
      <Select value={offered(value, meta)} onChange={(_, data) => onChange(data.value)}>
        <option value="">{meta.hasDefault ? "Jira's default" : "Choose…"}</option>
        {meta.allowedValues?.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
    </FieldFrame>
  ),
};

/** A draft outlives a change of project, and each project has versions of its own. */
function offered(value: string, { allowedValues }: FieldMeta): string {
  return allowedValues?.some(({ id }) => id === value) ? value : "";
}
