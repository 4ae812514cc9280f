import { Button, Checkbox, Input, makeStyles, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { endingOf } from "../core/mail/fileName.ts";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "flex-start" },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  button: { flexShrink: 0, marginTop: tokens.spacingVerticalXS },
  name: { flexGrow: 1, minWidth: 0, alignSelf: "center" },
});

interface Props {
  readonly name: string;
  /** As it will be called in Jira. */
  readonly nameInJira: string;
  /** With its size, and what speaks against it. */
  readonly label: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  onTick(checked: boolean): void;
  onRename(name: string): void;
}

/** One file: whether it goes along, and under which name. */
export function FileLine({ name, nameInJira, label, checked, disabled, onTick, onRename }: Props) {
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const byKeyboard = useRef(false);
  useEffect(() => {
    if (editing || !byKeyboard.current) return;
    byKeyboard.current = false;
    pencil.current?.focus();
  }, [editing]);

  function end(typed: string | undefined, how: "key" | "blur"): void {
    byKeyboard.current = how === "key";
    setEditing(false);
    if (typed !== undefined && typed !== nameInJira) onRename(typed);
  }

  return (
    <div className={styles.line}>
      <Checkbox
        className={editing ? undefined : styles.words}
        {...(editing ? { "aria-label": name } : { label })}
        checked={checked}
        disabled={disabled}
        onChange={(_, data) => onTick(data.checked === true)}
      />
      {editing && <NameField name={nameInJira} onEnd={end} />}
      {!editing && checked && !disabled && (
        <Button
          ref={pencil}
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={<EditRegular />}
          aria-label={`Rename ${name}`}
          title="Rename"
          onClick={() => setEditing(true)}
        />
      )}
    </div>
  );
}

interface NameFieldProps {
  readonly name: string;
  /** @param typed undefined: it stays as it was. */
  onEnd(typed: string | undefined, how: "key" | "blur"): void;
}

function NameField({ name, onEnd }: NameFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    const stem = name.slice(0, name.length - endingOf(name).length);
    input.current?.focus();
    input.current?.setSelectionRange(0, stem.length);
  }, [name]);

  /** Once: a field that goes away may lose the focus as well. */
  function end(to: string | undefined, how: "key" | "blur"): void {
    if (!ended.current) onEnd(to, how);
    ended.current = true;
  }

  return (
    <Input
      ref={input}
      className={styles.name}
      size="small"
      aria-label={`Name of ${name} in Jira`}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
      onBlur={() => end(typed, "blur")}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") event.preventDefault(); // or the form would be sent
        if (event.key === "Enter" || event.key === "Escape")
          end(event.key === "Enter" ? typed : undefined, "key");
      }}
    />
  );
}
