/** One field of a create screen; both generations of create metadata describe it alike, but for where its id is. */
import type { AllowedValue, FieldMeta, FieldSchema } from "../core/jira.ts";
import { anything, flag, list, object, optional, ParseProblem, text, type Reader } from "../core/parse.ts";

const schema = object<FieldSchema>((field) => ({
  type: field("type", text),
  items: field("items", optional(text)),
  system: field("system", optional(text)),
  custom: field("custom", optional(text)),
}));

/** What Jira itself says of a field that it cannot describe; some apps' fields come without a schema. */
const unknownSchema: FieldSchema = { type: "any", items: undefined, system: undefined, custom: undefined };

const allowedValue = object<AllowedValue>((field) => {
  const id = field("id", text);
  const name =
    field("name", optional(text)) ?? field("value", optional(text)) ?? field("key", optional(text));
  return { id, label: name ?? id };
});

/** Apps add values of their own making, which are left out; but an empty list would say that nothing is allowed. */
const allowedValues: Reader<readonly AllowedValue[]> = (value, path) => {
  const all = list(anything)(value, path);
  const usable = all.flatMap((item, index) => readable(item, `${path}[${index}]`));
  if (all.length > 0 && usable.length === 0) throw new ParseProblem(path, "at least one value with an id");
  return usable;
};

function readable(item: unknown, path: string): readonly AllowedValue[] {
  try {
    return [allowedValue(item, path)];
  } catch (error) {
    if (error instanceof ParseProblem) return [];
    throw error;
  }
}

export const namelessField = object<Omit<FieldMeta, "id">>((field) => ({
  name: field("name", text),
  required: field("required", flag),
  hasDefault: field("hasDefaultValue", optional(flag)) ?? false,
  schema: field("schema", optional(schema)) ?? unknownSchema,
  allowedValues: field("allowedValues", optional(allowedValues)),
}));
