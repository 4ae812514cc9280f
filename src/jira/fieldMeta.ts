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

const childValue = object<AllowedValue>((field) => ({ id: field("id", text), label: field("value", text) }));

/** What nobody is to choose any more. */
const retired = object(
  (field) => field("disabled", optional(flag)) === true || field("archived", optional(flag)) === true,
);

const allowedValue = object<AllowedValue>((field) => {
  const id = field("id", text);
  const name =
    field("name", optional(text)) ?? field("value", optional(text)) ?? field("key", optional(text));
  // Of versions only. Jira writes both, and `released` alone for what it shows under "Unreleased".
  const released = field("released", optional(flag));
  const group = released === undefined ? undefined : released ? "Released" : "Unreleased";
  const children = field("children", optional(list(childValue)));
  return { id, label: name ?? id, group, children };
});

/** Apps add values of their own making, which are left out; but an empty list would say that nothing is allowed. */
const allowedValues: Reader<readonly AllowedValue[]> = (value, path) => {
  const all = list(anything)(value, path);
  const usable = all.flatMap((item, index) => readable(item, `${path}[${index}]`));
  if (all.length > 0 && usable.length === 0) throw new ParseProblem(path, "at least one value with an id");
  return usable.filter(({ retired }) => !retired).map(({ value: allowed }) => allowed);
};

function readable(item: unknown, path: string) {
  try {
    return [{ value: allowedValue(item, path), retired: retired(item, path) }];
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
  defaultValue: field("defaultValue", optional(anything)),
}));
