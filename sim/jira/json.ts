/** Guards for what was sent. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text under the name, also where a number was sent; undefined for anything else. */
export function textOf(value: unknown, name: string): string | undefined {
  if (!isObject(value)) return undefined;
  const found = value[name];
  return typeof found === "string" ? found : typeof found === "number" ? String(found) : undefined;
}
