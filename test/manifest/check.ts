import type { Manifest } from "./reading.ts";

/** What stands beside the manifest that is checked. */
export interface Shipped {
  /** Of package.json. */
  readonly version: string;
  /** "template": for localhost. "published": made by set-up, so nothing of this machine may be left in it. */
  readonly as: "template" | "published";
  /** @param path below the folder of taskpane.html. undefined: no such file. */
  file(path: string): Uint8Array | undefined;
}

/** What is wrong, one sentence each; none where all is well. */
export type Check = (manifest: Manifest, shipped: Shipped) => readonly string[];

/** Those that occur more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
