import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useFault } from "../useFault.ts";
import { useSetupPorts } from "./setupPorts.ts";

/** Milliseconds for which the button says what it did. */
const told = 2000;

const useStyles = makeStyles({
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  button: { position: "relative" },
});

interface Props {
  /** What is copied, for who cannot see where the button stands. */
  readonly what: string;
  readonly text: string;
}

export function CopyButton({ what, text }: Props) {
  const styles = useStyles();
  const { copy } = useSetupPorts();
  const fault = useFault();
  const [done, setDone] = useState<"copied" | "refused" | undefined>(undefined);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => setDone(undefined), told);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <Button
      size="small"
      className={styles.button}
      onClick={() => {
        copy(text)
          .then((copied) => setDone(copied ? "copied" : "refused"))
          .catch(fault);
      }}
    >
      <span aria-live="polite">{done ? words[done] : "Copy"}</span>
      <span className={styles.unseen}> {what}</span>
    </Button>
  );
}

const words = { copied: "Copied", refused: "Select it, and press Ctrl+C" } as const;
