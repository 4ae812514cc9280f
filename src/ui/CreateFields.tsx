/** The fields of a create screen: what must be filled, what many fill, and the rest one click away. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Draft } from "../core/draft/draft.ts";
import type { CreateScreen } from "../core/jira.ts";
import type { Lookups } from "../core/ports.ts";
import { formFields, valueOf, type DrawnField } from "../fields/createForm.ts";
import { usePanePorts } from "./panePorts.ts";

const useStyles = makeStyles({
  reason: { color: tokens.colorNeutralForeground3 },
  field: { border: "none", margin: "0", padding: "0", minWidth: "0" },
});

interface Props {
  readonly screen: CreateScreen;
  readonly draft: Draft;
  /** Field id → complaint. */
  readonly problems: Readonly<Record<string, string>>;
  /** Field id → why it is filled in already. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Ids of fields that the user cannot change. */
  readonly fixed: readonly string[];
  /** The values that changed. */
  onChange(values: Draft["values"]): void;
}

export function CreateFields({ screen, draft, problems, reasons, fixed, onChange }: Props) {
  const { recents, jira } = usePanePorts();
  const [all, setAll] = useState(() => recents.wantsAllFields());
  const { needed, usual, rest } = useMemo(() => formFields(screen), [screen]);
  const latest = useRef(onChange);
  useEffect(() => void (latest.current = onChange));
  const change = useCallback((id: string, value: unknown) => latest.current({ [id]: value }), []);

  // What has a value, or a complaint, is not hidden.
  const asked = rest.filter(({ meta }) => draft.values[meta.id] !== undefined || meta.id in problems);
  const hidden = rest.length - asked.length;
  return (
    <>
      {[...needed, ...usual, ...(all ? rest : asked)].map((field) => (
        <OneField
          key={field.meta.id}
          field={field}
          entered={draft.values[field.meta.id]}
          problem={problems[field.meta.id]}
          reason={reasons[field.meta.id]}
          fixed={fixed.includes(field.meta.id)}
          projectKey={screen.projectKey}
          lookups={jira}
          onChange={change}
        />
      ))}
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

interface OneFieldProps {
  readonly field: DrawnField;
  /** Of the draft; undefined: nothing yet. */
  readonly entered: unknown;
  readonly problem: string | undefined;
  readonly reason: string | undefined;
  readonly fixed: boolean;
  readonly projectKey: string;
  readonly lookups: Lookups;
  onChange(id: string, value: unknown): void;
}

/** Drawn anew only when something of it changes: a form may have hundreds of them. */
const OneField = memo(function OneField(props: OneFieldProps) {
  const { field, entered, problem, reason, fixed, projectKey, lookups, onChange } = props;
  const styles = useStyles();
  const { meta, type } = field;
  return (
    <fieldset role="none" disabled={fixed} className={styles.field}>
      <type.Input
        meta={meta}
        value={valueOf(field, entered)}
        problem={problem}
        projectKey={projectKey}
        lookups={lookups}
        onChange={(value) => onChange(meta.id, value)}
      />
      {reason !== undefined && (
        <Text size={200} block className={styles.reason}>
          {reason}
          {!fixed && (
            <Button size="small" appearance="transparent" onClick={() => onChange(meta.id, type.empty())}>
              Clear
            </Button>
          )}
        </Text>
      )}
    </fieldset>
  );
});
