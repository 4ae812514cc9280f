import { Avatar, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Account } from "../core/session.ts";
import { usePanePorts } from "./panePorts.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  who: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  site: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly account: Account;
  onSignOut(): void;
}

/** Whose Jira account acts: always in sight. */
export function AccountBar({ account, onSignOut }: Props) {
  const styles = useStyles();
  const { siteName } = usePanePorts();
  return (
    <header className={styles.bar}>
      <Avatar size={28} name={account.displayName} color="colorful" aria-hidden />
      <div className={styles.who}>
        <Text size={300} weight="semibold" truncate wrap={false} block>
          {account.displayName}
        </Text>
        <Text size={200} truncate wrap={false} block className={styles.site}>
          in {siteName}
        </Text>
      </div>
      <Button size="small" appearance="subtle" onClick={onSignOut}>
        Sign out
      </Button>
    </header>
  );
}
