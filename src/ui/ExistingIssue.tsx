/** The mail on an issue that exists: its text as a comment, its files beside. */
import {
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { shownText } from "../core/draft/shownText.ts";
import type { Order } from "../core/submission/order.ts";
import { IssuePicker } from "./IssuePicker.tsx";
import { MailParts } from "./MailParts.tsx";
import { Missed } from "./Missed.tsx";
import { usePanePorts } from "./panePorts.ts";
import { SendBar } from "./SendBar.tsx";
import { useSessionEnd } from "./sessionEnd.ts";
import { useAnswer } from "./useAnswer.ts";
import { useOutgoing } from "./useOutgoing.ts";
import type { FormProps } from "./Workbench.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

export function ExistingIssue({ work, account, submission, edit, readAgain }: FormProps) {
  const styles = useStyles();
  const { jira } = usePanePorts();
  const { draft, mail } = work;
  const [pressed, setPressed] = useState(false);
  const ended = useSessionEnd();

  /** Its summary, and whether customers read its comments. */
  const issue = useAnswer(draft.issueKey, async (signal) => jira.issue(draft.issueKey ?? "", signal), {
    failed: ended,
  });
  const chosen = issue.state === "ready" ? issue.value : undefined;
  const outgoing = useOutgoing(work, { ...draft, text: shownText(work) }, chosen?.files);
  const { files, pictures, text: comment, busy } = outgoing;
  const nothing = comment === undefined && files.length === 0;
  const ready = outgoing.ready && (draft.issueKey === undefined || chosen !== undefined);

  function send(): void {
    if (!account || !ready || busy) return; // Enter in a field comes here as well.
    setPressed(true);
    if (!chosen || nothing) return;
    const internal = chosen.serviceDesk ? draft.audience === "internal" : undefined;
    const goal = { kind: "add", issue: chosen, comment, internal } as const;
    const order: Order = { mailId: mail.id, goal, files, pictures };
    submission.send(work, order);
  }

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <IssuePicker
        issueKey={draft.issueKey}
        summary={chosen?.summary}
        problem={pressed && draft.issueKey === undefined ? "Choose an issue first." : undefined}
        onPick={(issueKey) => edit({ issueKey })}
      />
      <Missed answer={issue} />
      {chosen?.serviceDesk && (
        <Field label="Who may see the comment?">
          <RadioGroup
            value={draft.audience}
            onChange={(_, { value }) => edit({ audience: value === "customer" ? "customer" : "internal" })}
          >
            <Radio value="internal" label="Only the team (internal)" />
            <Radio value="customer" label="The customer sees this" />
          </RadioGroup>
        </Field>
      )}
      <MailParts
        {...{ work, account, edit, readAgain, outgoing }}
        label="Comment"
        problem={undefined}
        readers={
          chosen?.serviceDesk ? ["Customers of this service desk may see the issue and its files."] : []
        }
      >
        {pressed && nothing && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>There is nothing to add: write a comment or tick a file.</MessageBarBody>
          </MessageBar>
        )}
      </MailParts>
      <SendBar label="Add to issue" signedIn={account !== undefined} ready={ready} busy={busy} />
    </form>
  );
}
