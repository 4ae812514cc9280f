/** One line of text: text fields, URLs, and any other `string` that is not long text. Value: the text. */
import { Input } from "@fluentui/react-components";
import { missing, type FieldType } from "./fieldType.ts";
import { FieldFrame } from "./inputs/FieldFrame.tsx";

export const line: FieldType<string> = {
  id: "line",
  accepts: ({ schema }) => schema.type === "string",
  empty: () => "",
  problem: (value, meta) => missing(meta, value.trim() === ""),
  toJira: (value) => (value.trim() === "" ? undefined : value.trim()),
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame meta={meta} problem={problem}>
      <Input value={value} onChange={(_, data) => onChange(data.value)} />
    </FieldFrame>
  ),
};
