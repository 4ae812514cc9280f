/** One thing found in Jira. Value: a list of none or one. */
import type { Choice } from "../../core/jira.ts";
import { missing, type FieldType } from "../fieldType.ts";
import { Finder } from "../inputs/Finder.tsx";
import { choicesIn, type FoundSpec } from "./found.ts";

export function foundOne(spec: FoundSpec): FieldType<readonly Choice[]> {
  const { hint, search, send, fromJira, example, free = false, ...rest } = spec;
  return {
    recurs: true,
    ...rest,
    empty: () => [],
    read: choicesIn,
    fromDefault: (json) => {
      const one = fromJira?.(json);
      return one && [one];
    },
    problem: (value, meta) => missing(meta, value.length === 0),
    toJira: ([one]) => (one ? send(one.id) : undefined),
    example: () => ({ value: [example] }),
    Input: (props) => (
      <Finder
        {...props}
        hint={hint}
        free={free}
        search={(words, signal) => search(props, words, signal)}
        onChange={(value) => props.onChange(value.slice(-1))}
      />
    ),
  };
}
