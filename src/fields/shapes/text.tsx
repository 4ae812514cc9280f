/** Text, of one line or of many. Value: the text as typed. */
import { Input, Textarea } from "@fluentui/react-components";
import { missing, type FieldSpec, type FieldType } from "../fieldType.ts";
import { FieldFrame } from "../inputs/FieldFrame.tsx";

interface Spec extends FieldSpec {
  /** Wiki markup, of many lines. */
  readonly long?: boolean;
  readonly hint?: string;
  readonly example: string;
  /** What is wrong with a text that is there. */
  complaint?(text: string, name: string): string | undefined;
  /** From the text without blanks around it; the text itself where absent. */
  send?(text: string): unknown;
}

export function text({ long = false, hint, example, complaint, send, ...spec }: Spec): FieldType<string> {
  const typed = (value: string): string => (long ? value : value.trim());
  return {
    ...spec,
    empty: () => "",
    read: (value) => (typeof value === "string" ? value : undefined),
    fromDefault: (json) => (typeof json === "string" || typeof json === "number" ? String(json) : undefined),
    problem: (value, meta) =>
      value.trim() === "" ? missing(meta, true) : complaint?.(value.trim(), meta.name),
    toJira: (value) => {
      if (value.trim() === "") return undefined;
      return send ? send(value.trim()) : typed(value);
    },
    example: () => ({ value: example }),
    Input: ({ meta, value, problem, onChange }) => (
      <FieldFrame meta={meta} problem={problem} hint={hint}>
        {long ? (
          <Textarea value={value} resize="vertical" rows={4} onChange={(_, data) => onChange(data.value)} />
        ) : (
          <Input value={value} onChange={(_, data) => onChange(data.value)} />
        )}
      </FieldFrame>
    ),
  };
}
