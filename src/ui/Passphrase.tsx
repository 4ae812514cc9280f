/** The link's key is protected: the team's passphrase opens it. */
import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface Props {
  /** One was given, and does not open the key. */
  readonly wrong: boolean;
  onGiven(passphrase: string): void;
}

export function Passphrase({ wrong, onGiven }: Props) {
  const styles = useStyles();
  const [text, setText] = useState("");
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== "") onGiven(text);
      }}
    >
      <Field
        label="Team passphrase"
        hint="Your Jira administrator has it. It opens the key with which Inlink signs, and is not stored."
        validationMessage={wrong ? "That passphrase does not open the key." : undefined}
      >
        <Input type="password" value={text} autoComplete="off" onChange={(_, data) => setText(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={text === ""}>
        Open
      </Button>
    </form>
  );
}
