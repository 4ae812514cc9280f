/** A number. Value: the text as typed, with a point or a comma. */
import type { FieldSpec, FieldType } from "../fieldType.ts";
import { text } from "./text.tsx";

export function number(spec: FieldSpec): FieldType<string> {
  return text({
    ...spec,
    example: "12.5",
    complaint: (typed, name) =>
      Number.isFinite(parsed(typed)) ? undefined : `${name} must be a number, such as 12.5.`,
    send: parsed,
  });
}

function parsed(typed: string): number {
  return Number(typed.replace(",", "."));
}
