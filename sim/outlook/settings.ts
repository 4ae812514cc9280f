/**
 * Roaming settings and custom properties, as Exchange keeps them in the mailbox.
 *
 * On disk when there is a folder, so that a sign-in outlives a restart of the bench.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** key -> JSON text of the value: the form in which office.js sends and receives them. */
export type Bag = Readonly<Record<string, string>>;

/** Characters of the whole bag as JSON. */
export const SETTINGS_LIMIT = 32 * 1024;

export interface BagStore {
  read(name: string): Bag;
  write(name: string, bag: Bag): void;
}

export function createBagStore(folder: string | undefined): BagStore {
  const memory = new Map<string, Bag>();
  if (folder === undefined) {
    return { read: (name) => memory.get(name) ?? {}, write: (name, bag) => memory.set(name, bag) };
  }
  const path = (name: string) => join(folder, `${name}.json`);
  return {
    read: (name) => readBag(path(name)),
    write: (name, bag) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path(name), JSON.stringify(bag, undefined, 2));
    },
  };
}

export function isBag(value: unknown): value is Bag {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((entry) => typeof entry === "string")
  );
}

function readBag(path: string): Bag {
  try {
    const bag: unknown = JSON.parse(readFileSync(path, "utf8"));
    return isBag(bag) ? bag : {};
  } catch {
    return {}; // not there yet
  }
}
