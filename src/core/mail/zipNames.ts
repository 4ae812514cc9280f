import { safeFileName } from "./fileName.ts";

/**
 * File id → what its zip is called in Jira: different from all other names, whether they are sent or not.
 * @param names by file id.
 * @param original the name of the mail itself.
 */
export function zipNames(names: ReadonlyMap<string, string>, original: string): ReadonlyMap<string, string> {
  const taken = new Set([original, ...names.values()]);
  return new Map(
    [...names].map(([id, name]) => {
      const zip = safeFileName(`${name}.zip`, taken);
      taken.add(zip);
      return [id, zip];
    }),
  );
}
