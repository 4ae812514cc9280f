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
import { leavingText, shownText } from "../core/draft/shownText.ts";
import { forbiddenDomain } from "../core/neverSend.ts";
import type { Order } from "../core/submission/order.ts";
import { orderedFiles, withoutUnsent } from "../core/submission/orderedFiles.ts";
import { Forbidden } from "./Forbidden.tsx";
import { FileChoice } from "./FileChoice.tsx";
import { IssuePicker } from "./IssuePicker.tsx";
import { Missed } from "./Missed.tsx";
import { usePanePorts } from "./panePorts.ts";
import { Problem } from "./Problem.tsx";
import { SendBar } from "./SendBar.tsx";
import { useFileFacts } from "./useFileFacts.ts";
import { useSessionEnd } from "./sessionEnd.ts";
import { TextChoice } from "./TextChoice.tsx";
import { TextField } from "./TextField.tsx";
import { useAnswer } from "./useAnswer.ts";
import type { FormProps } from "./Workbench.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

export function ExistingIssue({ work, account, submission, edit, readAgain }: FormProps) {
  const styles = useStyles();
  const { jira, neverSend } = usePanePorts();
  const { draft, mail, stage } = work;
  const [pressed, setPressed] = useState(false);
  const ended = useSessionEnd();

  /** Its summary, and whether customers read its comments. */
  const issue = useAnswer(draft.issueKey, async (signal) => jira.issue(draft.issueKey ?? "", signal), {
    failed: ended,
  });
  const chosen = issue.state === "ready" ? issue.value : undefined;
  const refusal = stage.step === "editing" ? stage.refusal : undefined;
  const facts = useFileFacts(work);
  const files = orderedFiles(mail, draft, facts);
  const text = shownText(work);
  const comment = text?.trim() ? withoutUnsent(text, mail, files) : undefined;
  const nothing = comment === undefined && files.length === 0;

  const busy = stage.step === "checking";
  const forbidden = forbiddenDomain(neverSend, mail, leavingText(work));
  const ready =
    forbidden === undefined &&
    (text !== undefined || work.unread !== undefined) &&
    (draft.issueKey === undefined || chosen !== undefined);

  function send(): void {
    if (!account || !ready || busy) return; // Enter in a field comes here as well.
    setPressed(true);
    if (!chosen || nothing) return;
    const internal = chosen.serviceDesk ? draft.audience === "internal" : undefined;
    const order: Order = { mailId: mail.id, goal: { kind: "add", issue: chosen, comment, internal }, files };
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
      <TextChoice work={work} edit={edit} />
      <TextField
        label="Comment"
        work={work}
        text={text}
        problem={undefined}
        onEdit={(edited) => edit({ text: edited })}
        onReadAgain={readAgain}
      />
      <FileChoice mail={mail} draft={draft} facts={facts} edit={edit} />
      {pressed && nothing && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>There is nothing to add: write a comment or tick a file.</MessageBarBody>
        </MessageBar>
      )}
      <Forbidden domain={forbidden} />
      {refusal && <Problem error={refusal} />}
      <SendBar label="Add to issue" signedIn={account !== undefined} ready={ready} busy={busy} />
    </form>
  );
}
