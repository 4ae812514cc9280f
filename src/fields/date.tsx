/** A day: due date and date pickers. Value: `yyyy-mm-dd`, as the browser and Jira both write it. No time zone is involved. */
import { Input } from "@fluentui/react-components";
import { missing, type FieldType } from "./fieldType.ts";
import { FieldFrame } from "./inputs/FieldFrame.tsx";

export const date: FieldType<string> = {
  id: "date",
  accepts: ({ schema }) => schema.type === "date",
  empty: () => "",
  problem: (value, meta) => missing(meta, value === ""),
  toJira: (value) => (value === "" ? undefined : value),
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame meta={meta} problem={problem}>
      <Input type="date" value={value} onChange={(_, data) => onChange(data.value)} />
    </FieldFrame>
  ),
};
