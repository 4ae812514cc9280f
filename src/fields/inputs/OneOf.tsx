import { Combobox, Option, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { AllowedValue, FieldMeta } from "../../core/jira.ts";
import { FieldFrame } from "./FieldFrame.tsx";
import { few, grouped, matching, most } from "./lists.tsx";

interface Props {
  readonly meta: FieldMeta;
  readonly problem: string | undefined;
  readonly values: readonly AllowedValue[];
  /** "" for none. */
  readonly chosen: string;
  onChoose(id: string): void;
}

/** The browser's own list where it is short, a search where it is long. */
export function OneOf(props: Props) {
  const { meta, problem, values, chosen, onChoose } = props;
  if (values.length > few) return <LongList {...props} />;
  return (
    <FieldFrame meta={meta} problem={problem}>
      <Select value={chosen} onChange={(_, data) => onChoose(data.value)}>
        <option value="">{meta.hasDefault ? "Jira's default" : "Choose…"}</option>
        {grouped(values).map(([group, members]) =>
          group === undefined ? (
            members.map(plain)
          ) : (
            <optgroup key={group} label={group}>
              {members.map(plain)}
            </optgroup>
          ),
        )}
      </Select>
    </FieldFrame>
  );
}

function plain({ id, label }: AllowedValue) {
  return (
    <option key={id} value={id}>
      {label}
    </option>
  );
}

function LongList({ meta, problem, values, chosen, onChoose }: Props) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const found = matching(values, typed ?? "");
  const label = values.find(({ id }) => id === chosen)?.label ?? "";
  return (
    <FieldFrame meta={meta} problem={problem}>
      <Combobox
        value={typed ?? label}
        selectedOptions={chosen === "" ? [] : [chosen]}
        placeholder={meta.hasDefault ? "Jira's default" : `Search ${values.length.toLocaleString()} values`}
        clearable
        onChange={(event) => setTyped(event.target.value)}
        onOpenChange={(_, { open }) => {
          if (!open) setTyped(undefined);
        }}
        onOptionSelect={(_, { optionValue, selectedOptions }) => {
          // Fluent reports the loss of a selection at each key that is typed; only the cross means it.
          if (optionValue === undefined && (selectedOptions.length > 0 || typed !== undefined)) return;
          setTyped(undefined);
          onChoose(optionValue ?? "");
        }}
      >
        {found.slice(0, most).map(({ id, label: words }) => (
          <Option key={id} value={id} text={words}>
            {words}
          </Option>
        ))}
        {found.length === 0 && (
          <Option disabled value="" text="">
            Nothing matches
          </Option>
        )}
        {found.length > most && (
          <Option disabled value="" text="">
            {`${(found.length - most).toLocaleString()} more: type to find them`}
          </Option>
        )}
      </Combobox>
    </FieldFrame>
  );
}
