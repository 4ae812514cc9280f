import { Field } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { FieldMeta } from "../../core/jira.ts";

interface Props {
  readonly meta: FieldMeta;
  readonly problem: string | undefined;
  readonly hint?: string | undefined;
  readonly children: ReactElement;
}

/** The one place for a field's label, required mark and complaint. */
export function FieldFrame({ meta, problem, hint, children }: Props) {
  return (
    <Field label={meta.name} required={meta.required} validationMessage={problem} hint={hint}>
      {children}
    </Field>
  );
}
