/** Lists of allowed values: what is short is shown whole, what is long is searched. */
import type { AllowedValue } from "../../core/jira.ts";

/** Up to so many are shown as they are. */
export const few = 20;
/** Of a long list, so many at once: it is for searching, not for scrolling. */
export const most = 50;

/** Released and unreleased versions apart, in the order of their first; values of other fields have no group. */
export function grouped(
  values: readonly AllowedValue[],
): readonly (readonly [string | undefined, readonly AllowedValue[]])[] {
  const names = [...new Set(values.map(({ group }) => group))];
  return names.map((name) => [name, values.filter(({ group }) => group === name)] as const);
}

/** Those that begin with the words first. */
export function matching(values: readonly AllowedValue[], words: string): readonly AllowedValue[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return values;
  const at = ({ label }: AllowedValue) => label.toLowerCase().indexOf(wanted);
  const found = values.filter((value) => at(value) >= 0);
  return [...found.filter((value) => at(value) === 0), ...found.filter((value) => at(value) > 0)];
}
