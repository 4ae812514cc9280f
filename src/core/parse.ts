/**
 * Readers: each turns something unknown into one of our types, or says where it is not one.
 *
 * Ours, and not a schema library's (zod and valibot were considered): these lines are all that is asked for,
 * and they load before the first paint, where every kilobyte is waited for.
 */

/** What was read is not what was expected. Adapters turn it into JiraUnexpected, ConfigInvalid and the like. */
export class ParseProblem extends Error {
  constructor(
    /** `sites[0].baseUrl`; "" for the whole. */
    readonly path: string,
    /** `text`, `a list`: completes "expected …". Never the value itself, which may be a secret. */
    readonly expected: string,
  ) {
    super(path === "" ? `expected ${expected}` : `${path}: expected ${expected}`);
  }
}

/** @param path where the value was found, for ParseProblem; "" for the whole. */
export type Reader<Value> = (value: unknown, path: string) => Value;
export type ReadField = <Value>(name: string, read: Reader<Value>) => Value;

export const anything: Reader<unknown> = (value) => value;

export const text: Reader<string> = (value, path) => {
  if (typeof value !== "string") throw new ParseProblem(path, "text");
  return value;
};

export const number: Reader<number> = (value, path) => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new ParseProblem(path, "a number");
  return value;
};

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value !== "boolean") throw new ParseProblem(path, "true or false");
  return value;
};

/** For what may have been written by another version, or be damaged: undefined where it is not of that kind. */
export function readable<Value>(value: unknown, read: Reader<Value>): Value | undefined {
  try {
    return read(value, "");
  } catch (error) {
    if (error instanceof ParseProblem) return undefined;
    throw error;
  }
}

/** null counts as absent: Jira writes both. */
export function optional<Value>(read: Reader<Value>): Reader<Value | undefined> {
  return (value, path) => (value === undefined || value === null ? undefined : read(value, path));
}

export function list<Value>(read: Reader<Value>): Reader<readonly Value[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new ParseProblem(path, "a list");
    return value.map((item: unknown, index) => read(item, `${path}[${index}]`));
  };
}

/** An object used as a map: its names and values, in order. */
export function entries<Value>(read: Reader<Value>): Reader<readonly (readonly [string, Value])[]> {
  return (value, path) =>
    Object.entries(record(value, path)).map(([name, item]) => [name, read(item, below(path, name))] as const);
}

/** @param build asks for each field by its name; what it does not ask for is left aside. */
export function object<Value>(build: (field: ReadField) => Value): Reader<Value> {
  return (value, path) => {
    const fields = record(value, path);
    return build((name, read) =>
      read(Object.hasOwn(fields, name) ? fields[name] : undefined, below(path, name)),
    );
  };
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new ParseProblem(path, "an object");
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
