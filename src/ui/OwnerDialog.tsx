import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { OwnerQuestion } from "../core/owner.ts";

interface Props {
  readonly question: OwnerQuestion;
  onConfirm(): void;
  onDecline(): void;
}

/** Before the first write: the account that acts is not plainly this mailbox's owner. */
export function OwnerDialog({ question: { reason, user, mailbox }, onConfirm, onDecline }: Props) {
  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Send as {user.displayName}?</DialogTitle>
          <DialogContent>
            {reason === "shared-mail"
              ? `This mail lies in a shared mailbox. Jira will show that ${user.displayName} sent it there.`
              : `This mailbox is ${mailbox}. Jira will show that ${user.displayName}${user.emailAddress === undefined ? "" : ` (${user.emailAddress})`} did this.`}
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onConfirm}>
              Yes, as {user.displayName}
            </Button>
            <Button onClick={onDecline}>Do not send</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
