/** Several things found in Jira. Value: them, in the order of choosing. */
import type { Choice } from "../../core/jira.ts";
import { missing, type FieldType } from "../fieldType.ts";
import { Finder } from "../inputs/Finder.tsx";
import { choicesIn, type FoundSpec } from "./found.ts";

export function foundMany(spec: FoundSpec): FieldType<readonly Choice[]> {
  const { hint, search, send, fromJira, example, free = false, ...rest } = spec;
  return {
    recurs: true,
    ...rest,
    empty: () => [],
    read: choicesIn,
    fromDefault: (json) =>
      Array.isArray(json) ? json.flatMap((one: unknown) => fromJira?.(one) ?? []) : undefined,
    problem: (value, meta) => missing(meta, value.length === 0),
    toJira: (value) => (value.length === 0 ? undefined : value.map(({ id }) => send(id))),
    example: () => ({ value: [example] }),
    Input: (props) => (
      <Finder
        {...props}
        hint={hint}
        free={free}
        many
        search={(words, signal) => search(props, words, signal)}
      />
    ),
  };
}
