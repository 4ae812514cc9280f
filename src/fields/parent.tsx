/** The issue that a sub-task belongs to. Value: its key as typed. */
import { Input } from "@fluentui/react-components";
import { missing, type FieldType } from "./fieldType.ts";
import { FieldFrame } from "./inputs/FieldFrame.tsx";

export const parent: FieldType<string> = {
  id: "parent",
  accepts: ({ schema }) => schema.system === "parent",
  empty: () => "",
  problem: (value, meta) => missing(meta, value.trim() === ""),
  toJira: (value) => (value.trim() === "" ? undefined : { key: value.trim().toUpperCase() }),
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame meta={meta} problem={problem} hint="The key of the parent issue, such as DEMO-12">
      <Input value={value} onChange={(_, data) => onChange(data.value)} />
    </FieldFrame>
  ),
};
