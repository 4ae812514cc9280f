import type { FieldMeta } from "../core/jira.ts";
import { date } from "./date.tsx";
import type { FieldType } from "./fieldType.ts";
import { line } from "./line.tsx";
import { longText } from "./longText.tsx";
import { number } from "./number.tsx";
import { parent } from "./parent.tsx";
import { pickMany } from "./pickMany.tsx";
import { pickOne } from "./pickOne.tsx";

/** Every kind of field that Inlink can fill, the most particular first. */
const fieldTypes: readonly FieldType[] = [parent, longText, pickMany, pickOne, date, number, line];

/** undefined: a kind that Inlink does not know. */
export function fieldTypeFor(meta: FieldMeta): FieldType | undefined {
  return fieldTypes.find((type) => type.accepts(meta));
}
