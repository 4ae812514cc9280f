/**
 * What Outlook punishes in a manifest. Microsoft's schema sees some of it where somebody has the schema;
 * the rest it does not see at all.
 */
import * as addresses from "./addresses.ts";
import * as buttons from "./buttons.ts";
import type { Check, Shipped } from "./check.ts";
import * as form from "./form.ts";
import { readManifest } from "./reading.ts";
import * as resources from "./resources.ts";

export const checks: Readonly<Record<string, Check>> = { ...form, ...addresses, ...resources, ...buttons };

/** @returns `check: what is wrong`, none where all is well. */
export function manifestProblems(text: string, shipped: Shipped): readonly string[] {
  const manifest = readManifest(text);
  return Object.entries(checks).flatMap(([name, check]) =>
    check(manifest, shipped).map((problem) => `${name}: ${problem}`),
  );
}
