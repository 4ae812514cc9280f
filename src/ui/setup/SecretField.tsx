import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly problem: string | undefined;
  onChange(value: string): void;
}

/** A passphrase, hidden until it is asked to be seen. */
export function SecretField({ label, hint, value, problem, onChange }: Props) {
  const [seen, setSeen] = useState(false);
  return (
    <Field label={label} hint={hint} validationMessage={problem}>
      <Input
        type={seen ? "text" : "password"}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, data) => onChange(data.value)}
        contentAfter={
          <Button size="small" appearance="transparent" onClick={() => setSeen(!seen)}>
            {seen ? "Hide" : "Show"}
          </Button>
        }
      />
    </Field>
  );
}
