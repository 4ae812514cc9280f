import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  bar: {
    position: "sticky",
    bottom: "0",
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  button: { width: "100%" },
});

interface Props {
  readonly label: string;
  readonly signedIn: boolean;
  readonly ready: boolean;
  readonly busy: boolean;
}

/** The button that sends: always in sight, and focusable even where it cannot be pressed yet. */
export function SendBar({ label, signedIn, ready, busy }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <Button
        className={styles.button}
        type="submit"
        appearance="primary"
        disabledFocusable={!signedIn || !ready || busy}
        icon={busy ? <Spinner size="tiny" aria-hidden /> : undefined}
      >
        {signedIn ? label : "Sign in again to send"}
      </Button>
    </div>
  );
}
