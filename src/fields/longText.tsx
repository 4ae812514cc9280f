/** Text of many lines as wiki markup: text areas and the environment. Value: the text. */
import { Textarea } from "@fluentui/react-components";
import { missing, type FieldType } from "./fieldType.ts";
import { FieldFrame } from "./inputs/FieldFrame.tsx";

export const longText: FieldType<string> = {
  id: "longText",
  accepts: ({ schema }) =>
    schema.type === "string" &&
    (schema.system === "environment" || schema.custom?.endsWith(":textarea") === true),
  empty: () => "",
  problem: (value, meta) => missing(meta, value.trim() === ""),
  toJira: (value) => (value.trim() === "" ? undefined : value),
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame meta={meta} problem={problem}>
      <Textarea value={value} resize="vertical" rows={4} onChange={(_, data) => onChange(data.value)} />
    </FieldFrame>
  ),
};
