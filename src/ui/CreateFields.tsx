/** The fields of a create screen: what must be filled, what many fill, and the rest one click away. */
import { Button, Text } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Draft } from "../core/draft/draft.ts";
import type { CreateScreen } from "../core/jira.ts";
import { formFields, valueOf, type DrawnField } from "../fields/createForm.ts";
import { usePanePorts } from "./panePorts.ts";

interface Props {
  readonly screen: CreateScreen;
  readonly draft: Draft;
  /** Field id → complaint. */
  readonly problems: Readonly<Record<string, string>>;
  /** Field id → why it is filled in already. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The values that changed. */
  onChange(values: Draft["values"]): void;
}

export function CreateFields({ screen, draft, problems, reasons, onChange }: Props) {
  const { recents, jira } = usePanePorts();
  const [all, setAll] = useState(() => recents.wantsAllFields());
  const { needed, usual, rest } = formFields(screen);
  // What has a value, or a complaint, is not hidden.
  const asked = rest.filter(({ meta }) => draft.values[meta.id] !== undefined || meta.id in problems);
  const shown = [...needed, ...usual, ...(all ? rest : asked)];
  const hidden = rest.length - asked.length;
  const draw = (field: DrawnField) => {
    const { meta, type } = field;
    return (
      <div key={meta.id}>
        <type.Input
          meta={meta}
          value={valueOf(field, draft)}
          problem={problems[meta.id]}
          projectKey={screen.projectKey}
          lookups={jira}
          onChange={(value) => onChange({ [meta.id]: value })}
        />
        {meta.id in reasons && (
          <Text size={200} block>
            {reasons[meta.id]}{" "}
            <Button
              size="small"
              appearance="transparent"
              onClick={() => onChange({ [meta.id]: type.empty() })}
            >
              Clear
            </Button>
          </Text>
        )}
      </div>
    );
  };
  return (
    <>
      {shown.map(draw)}
      {(all ? rest.length : hidden) > 0 && (
        <Button
          appearance="transparent"
          size="small"
          icon={all ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={all}
          onClick={() => {
            recents.wantAllFields(!all);
            setAll(!all);
          }}
        >
          {all ? "Fewer fields" : `${hidden} more ${hidden === 1 ? "field" : "fields"}`}
        </Button>
      )}
    </>
  );
}
