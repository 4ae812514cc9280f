import { Field, Input } from "@fluentui/react-components";
import type { SetupForm } from "./useSetup.ts";
import type { AnswerName } from "./written.ts";

interface Props {
  readonly form: SetupForm;
  readonly name: AnswerName;
  readonly label: string;
  readonly hint: string;
  readonly placeholder?: string;
  readonly required?: boolean;
}

/** One line to write, with what is wrong with it beneath. */
export function AnswerField({ form, name, label, hint, placeholder, required = false }: Props) {
  return (
    <Field label={label} hint={hint} required={required} validationMessage={problemOf(form, name)}>
      <Input
        value={form.written[name]}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => form.write(name, value)}
      />
    </Field>
  );
}

export function problemOf({ problems }: SetupForm, name: AnswerName): string | undefined {
  return problems.find(({ field }) => field === name)?.text;
}
