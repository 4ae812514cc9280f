/** A number, such as story points. Value: the text as typed, with a point or a comma. */
import { Input } from "@fluentui/react-components";
import { missing, type FieldType } from "./fieldType.ts";
import { FieldFrame } from "./inputs/FieldFrame.tsx";

export const number: FieldType<string> = {
  id: "number",
  accepts: ({ schema }) => schema.type === "number",
  empty: () => "",
  problem: (value, meta) =>
    Number.isFinite(parsed(value))
      ? missing(meta, value.trim() === "")
      : `${meta.name} must be a number, such as 12.5.`,
  toJira: (value) => (value.trim() === "" ? undefined : parsed(value)),
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame meta={meta} problem={problem}>
      <Input inputMode="decimal" value={value} onChange={(_, data) => onChange(data.value)} />
    </FieldFrame>
  ),
};

function parsed(value: string): number {
  return Number(value.trim().replace(",", "."));
}
