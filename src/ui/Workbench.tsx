/** One mail's draft and what becomes of it: the form, the question, the progress, the receipt. */
import { makeStyles, Tab, TabList, Text, tokens } from "@fluentui/react-components";
import type { Draft } from "../core/draft/draft.ts";
import type { PaneEvent, Work, WorkEvent } from "../core/flow.ts";
import type { Account } from "../core/session.ts";
import { ExistingIssue } from "./ExistingIssue.tsx";
import { NewIssue } from "./NewIssue.tsx";
import { OwnerPrompt } from "./OwnerPrompt.tsx";
import { Receipt } from "./Receipt.tsx";
import { SessionEndProvider } from "./sessionEnd.ts";
import { usePrints } from "./usePrints.ts";
import type { SubmissionActions } from "./useSubmission.ts";

const useStyles = makeStyles({
  bench: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface Props {
  readonly work: Work;
  /** undefined: signed out; the draft stays readable and editable, and cannot be sent. */
  readonly account: Account | undefined;
  readonly submission: SubmissionActions;
  tell(event: PaneEvent): void;
}

export interface FormProps {
  readonly work: Work;
  readonly account: Account | undefined;
  readonly submission: SubmissionActions;
  edit(change: Partial<Draft>): void;
  readAgain(): void;
}

export function Workbench({ work, account, submission, tell }: Props) {
  const styles = useStyles();
  const { mail, draft, stage } = work;
  const tellWork = (event: WorkEvent): void => tell({ mailId: mail.id, ...event });
  usePrints(work, tellWork);

  if (stage.step === "running" || stage.step === "stopped" || stage.step === "done") {
    return (
      <Receipt
        stage={stage}
        mail={mail}
        canSend={account !== undefined}
        onStop={() => submission.stop(mail.id)}
        onRetry={() => submission.retry(stage.order, stage.receipts)}
        onLight={(limit) => submission.retryLight(stage.order, stage.receipts, limit)}
        onLeave={() => tellWork({ type: "left" })}
        onStartOver={() => submission.startOver(work)}
      />
    );
  }

  const form: FormProps = {
    work,
    account,
    submission,
    edit: (change) => tellWork({ type: "edited", change }),
    readAgain: () => tellWork({ type: "text-asked-again" }),
  };
  return (
    <SessionEndProvider value={(why) => tell({ type: "session-ended", why })}>
      <div className={styles.bench}>
        <TabList
          className={styles.tabs}
          selectedValue={draft.target}
          onTabSelect={(_, { value }) => form.edit({ target: value === "existing" ? "existing" : "new" })}
        >
          <Tab value="new">New issue</Tab>
          <Tab value="existing">Existing issue</Tab>
        </TabList>
        <Text size={200} truncate wrap={false} block title={mail.subject}>
          Mail: {mail.subject || "(no subject)"}
        </Text>
        {draft.target === "new" ? <NewIssue {...form} /> : <ExistingIssue {...form} />}
        {stage.step === "asked" && (
          <OwnerPrompt
            question={stage.question}
            onConfirm={() => submission.confirm(stage.question, stage.order)}
            onDecline={() => tellWork({ type: "owner-declined" })}
          />
        )}
      </div>
    </SessionEndProvider>
  );
}
