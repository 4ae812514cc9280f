import { Checkbox } from "@fluentui/react-components";
import type { AllowedValue, FieldMeta } from "../../core/jira.ts";
import { CheckboxGroup } from "./CheckboxGroup.tsx";
import { FieldFrame } from "./FieldFrame.tsx";
import { Finder } from "./Finder.tsx";
import { few, grouped, matching, most } from "./lists.tsx";

interface Props {
  readonly meta: FieldMeta;
  readonly problem: string | undefined;
  readonly values: readonly AllowedValue[];
  readonly chosen: readonly string[];
  onChoose(ids: readonly string[]): void;
}

/** Boxes to tick where there are few, a search where there are many. */
export function SomeOf({ meta, problem, values, chosen, onChoose }: Props) {
  if (values.length > few)
    return (
      <Finder
        meta={meta}
        problem={problem}
        many
        value={values.filter(({ id }) => chosen.includes(id))}
        search={(words) => Promise.resolve(matching(values, words).slice(0, most))}
        onChange={(all) => onChoose(all.map(({ id }) => id))}
      />
    );
  return (
    <FieldFrame meta={meta} problem={problem}>
      <CheckboxGroup>
        {grouped(values).flatMap(([group, members]) => [
          ...(group === undefined ? [] : [<div key={group}>{group}</div>]),
          ...members.map(({ id, label }) => (
            <Checkbox
              key={id}
              label={label}
              checked={chosen.includes(id)}
              onChange={(_, { checked }) =>
                onChoose(checked === true ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
          )),
        ])}
      </CheckboxGroup>
    </FieldFrame>
  );
}
