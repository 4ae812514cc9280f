/** A day. Value: `yyyy-mm-dd`, as the browser and Jira both write it. No time zone is involved. */
import { Input } from "@fluentui/react-components";
import { missing, type FieldSpec, type FieldType } from "../fieldType.ts";
import { FieldFrame } from "../inputs/FieldFrame.tsx";

const form = /^\d{4}-\d\d-\d\d$/;

export function day(spec: FieldSpec): FieldType<string> {
  const read = (value: unknown) =>
    typeof value === "string" && (value === "" || form.test(value)) ? value : undefined;
  return {
    ...spec,
    empty: () => "",
    read,
    fromDefault: read,
    problem: (value, meta) => missing(meta, value === ""),
    toJira: (value) => (value === "" ? undefined : value),
    example: () => ({ value: "2026-12-31" }),
    Input: ({ meta, value, problem, onChange }) => (
      <FieldFrame meta={meta} problem={problem}>
        <Input type="date" value={value} onChange={(_, data) => onChange(data.value)} />
      </FieldFrame>
    ),
  };
}
