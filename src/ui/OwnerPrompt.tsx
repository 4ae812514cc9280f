import { Button, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import type { OwnerQuestion } from "../core/owner.ts";

const useStyles = makeStyles({
  question: {
    position: "sticky",
    bottom: "0",
    zIndex: 1,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
  },
});

interface Props {
  readonly question: OwnerQuestion;
  onConfirm(): void;
  onDecline(): void;
}

/**
 * Before the first write: the account that acts is not plainly this mailbox's owner. It stands over the button
 * that was pressed, with the draft in sight; not Fluent's modal dialog, which leaves the pane hidden from
 * screen readers when it goes together with the form.
 */
export function OwnerPrompt({ question: { reason, user, mailbox }, onConfirm, onDecline }: Props) {
  const styles = useStyles();
  const title = useId();
  const text = useId();
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  return (
    <div className={styles.question} role="alertdialog" aria-labelledby={title} aria-describedby={text}>
      <Subtitle2 id={title} as="h2" block>
        Send as {user.displayName}?
      </Subtitle2>
      <Text id={text} block>
        {reason === "shared-mail"
          ? `This mail lies in a shared mailbox. Jira will show that ${user.displayName} sent it there.`
          : `This mailbox is ${mailbox}. Jira will show that ${user.displayName}${user.emailAddress === undefined ? "" : ` (${user.emailAddress})`} did this.`}
      </Text>
      <Button ref={confirm} appearance="primary" onClick={onConfirm}>
        Yes, as {user.displayName}
      </Button>
      <Button onClick={onDecline}>Do not send</Button>
    </div>
  );
}
