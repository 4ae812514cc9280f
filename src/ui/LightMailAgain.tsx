import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Stage } from "../core/flow.ts";
import type { Mail } from "../core/mail/mail.ts";
import { withoutWhat } from "../core/submission/mailSize.ts";
import { ORIGINAL, type FileReceipt } from "../core/submission/order.ts";

const useStyles = makeStyles({ button: { marginTop: tokens.spacingVerticalXS } });

interface Props {
  readonly file: FileReceipt;
  readonly stage: Stage;
  readonly mail: Mail;
  readonly canSend: boolean;
  onLight(limit: number | undefined): void;
}

/** Where the mail itself was too large: it may still go without what makes it so. */
export function LightMailAgain({ file, stage, mail, canSend, onLight }: Props) {
  const styles = useStyles();
  const { id, error, light } = file;
  const isOver = stage.step === "done" || stage.step === "stopped";
  // Where it may have arrived, it is not to be there twice.
  const isUnsure = isOver && stage.receipts.unsure.includes(id);
  if (!isOver || isUnsure || id !== ORIGINAL || light || error?.code !== "file-too-large") return null;
  return (
    <Button
      className={styles.button}
      size="small"
      disabledFocusable={!canSend}
      onClick={() => onLight(error.limit)}
    >
      Attach the mail {withoutWhat(mail, error.limit)}
    </Button>
  );
}
