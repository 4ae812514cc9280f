/** What has happened so far, file by file, and what is left to do. */
import { Button, Link, makeStyles, ProgressBar, Subtitle2, Text, tokens } from "@fluentui/react-components";
import {
  ArrowCircleUp16Regular,
  CheckmarkCircle16Filled,
  Circle16Regular,
  DismissCircle16Filled,
  QuestionCircle16Regular,
} from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import type { Stage } from "../core/flow.ts";
import type { Mail } from "../core/mail/mail.ts";
import { nothingSent, type FileReceipt, type Receipts } from "../core/submission/order.ts";
import { LightMailAgain } from "./LightMailAgain.tsx";
import { explain } from "./explain.ts";
import { usePanePorts } from "./panePorts.ts";
import { Problem } from "./Problem.tsx";

const useStyles = makeStyles({
  receipt: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  list: {
    listStyleType: "none",
    margin: "0",
    padding: "0",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  file: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  mark: { flexShrink: 0, paddingTop: "2px", lineHeight: "1" },
  name: { flexGrow: 1, overflowWrap: "anywhere" },
  bar: { marginTop: tokens.spacingVerticalXS },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly stage: Extract<Stage, { step: "running" | "stopped" | "done" }>;
  readonly mail: Mail;
  readonly canSend: boolean;
  onStop(): void;
  onRetry(): void;
  /** As a retry, without what makes the mail itself larger than so many bytes. */
  onLight(limit: number | undefined): void;
  onLeave(): void;
  onStartOver(): void;
}

export function Receipt(props: Props) {
  const { stage, canSend, onStop, onRetry, onLeave, onStartOver } = props;
  const styles = useStyles();
  const { order, receipts } = stage;
  const left = receipts.files.filter(({ state }) => state !== "attached");
  const finished = left.length === 0 && (order.goal.comment === undefined || receipts.commented);
  return (
    <section className={styles.receipt} aria-label="Result">
      <div role="status">
        <Headline stage={stage} />
      </div>
      {stage.step === "running" && <ProgressBar value={done(stage)} aria-label="Progress" />}
      {stage.step === "stopped" && (
        <Problem error={stage.error} intent={stage.error.code === "stopped" ? "info" : "error"} />
      )}
      {stage.step === "stopped" && receipts.unsure.length > 0 && (
        <Text block>
          Jira may have received what was under way. Going on looks for it first, so nothing is sent twice.
        </Text>
      )}
      {order.goal.comment !== undefined && stage.step !== "running" && (
        <Text block>{commentFate(receipts)}</Text>
      )}
      {receipts.plain && (
        <Text block>
          This Jira cannot keep emoji and some rare characters, so they were left out. All else is there.
        </Text>
      )}
      {receipts.files.length > 0 && (
        <ul className={styles.list} aria-label="Files">
          {receipts.files.map((file) => (
            <FileLine key={file.id} file={file} fate={fateOf(file, stage)}>
              <LightMailAgain file={file} {...props} />
            </FileLine>
          ))}
        </ul>
      )}
      {stage.step === "running" && left.length > 0 && <StopButton onStop={onStop} />}
      {stage.step !== "running" && (stage.step === "stopped" || !finished) && (
        <Button appearance="primary" disabledFocusable={!canSend} onClick={onRetry}>
          {retryLabel(stage, left.length, canSend)}
        </Button>
      )}
      {stage.step === "stopped" && <Button onClick={onLeave}>Leave it as it is</Button>}
      {stage.step === "done" && <Button onClick={onStartOver}>Use this mail again</Button>}
    </section>
  );
}

function Headline({ stage }: Pick<Props, "stage">) {
  const { baseUrl } = usePanePorts();
  const { order, receipts, step } = stage;
  const create = order.goal.kind === "create";
  if (!receipts.issue) {
    return (
      <Subtitle2 block>
        {step === "running" ? "Creating the issue…" : "The issue may not have been created"}
      </Subtitle2>
    );
  }
  const { key } = receipts.issue;
  const link = (
    <Link href={`${baseUrl}/browse/${encodeURIComponent(key)}`} target="_blank" rel="noopener">
      {key}
    </Link>
  );
  if (step === "done") {
    return (
      <Subtitle2 block>
        {create ? "Created " : nothingSent(order, receipts) ? "Nothing was added to " : "Added to "}
        {link}
      </Subtitle2>
    );
  }
  const files = receipts.files.filter(({ state }) => state === "attached").length;
  return (
    <Subtitle2 block>
      {create ? "Created " : "Adding to "}
      {link}
      {receipts.files.length > 0 && `: ${files} of ${receipts.files.length} files`}
    </Subtitle2>
  );
}

function StopButton({ onStop }: Pick<Props, "onStop">) {
  const [pressed, setPressed] = useState(false);
  const press = (): void => {
    setPressed(true);
    onStop();
  };
  return (
    <Button disabledFocusable={pressed} onClick={press}>
      {pressed ? "Stopping…" : "Stop"}
    </Button>
  );
}

type Fate = FileReceipt["state"] | "unsure";

/** While a submission runs, how far a file is; after it, whether Jira has it. */
function fateOf({ id, state }: FileReceipt, { step, receipts }: Props["stage"]): Fate {
  if (step === "running" || state === "attached") return state;
  return receipts.unsure.includes(id) ? "unsure" : "failed";
}

interface FileLineProps {
  readonly file: FileReceipt;
  readonly fate: Fate;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

function FileLine({ file: { name, error, light }, fate, children }: FileLineProps) {
  const styles = useStyles();
  return (
    <li className={styles.file}>
      <span className={styles.mark}>
        <Mark fate={fate} />
      </span>
      <span className={styles.name}>
        <Text block>{name}</Text>
        <Text block size={200} className={error || fate === "failed" ? styles.bad : styles.quiet}>
          {error ? explain(error).text : words[fate]}
          {light && !error && " (without what makes it too large)"}
        </Text>
        {fate === "sending" && <ProgressBar className={styles.bar} aria-label={`Sending ${name}`} />}
        {children}
      </span>
    </li>
  );
}

const words = {
  waiting: "waiting",
  sending: "sending…",
  attached: "attached",
  failed: "not attached",
  unsure: "perhaps attached",
} as const;

function Mark({ fate }: Pick<FileLineProps, "fate">) {
  const styles = useStyles();
  switch (fate) {
    case "attached":
      return <CheckmarkCircle16Filled className={styles.good} aria-hidden />;
    case "failed":
      return <DismissCircle16Filled className={styles.bad} aria-hidden />;
    case "sending":
      return <ArrowCircleUp16Regular className={styles.quiet} aria-hidden />;
    case "unsure":
      return <QuestionCircle16Regular className={styles.quiet} aria-hidden />;
    case "waiting":
      return <Circle16Regular className={styles.quiet} aria-hidden />;
  }
}

function commentFate({ commented, unsure }: Receipts): string {
  if (commented) return "The mail’s text was added as a comment.";
  return unsure.includes("comment")
    ? "The mail’s text may not have been added as a comment."
    : "The mail’s text was not added as a comment.";
}

/** 0 to 1, by files: within one, the browser's fetch reports no bytes, and its own bar only says that it is under way. */
function done({ receipts }: Props["stage"]): number {
  const attached = receipts.files.filter(({ state }) => state === "attached").length;
  return ((receipts.issue ? 1 : 0) + attached) / (1 + receipts.files.length);
}

function retryLabel(stage: Props["stage"], left: number, canSend: boolean): string {
  if (!canSend) return "Sign in again to go on";
  if (stage.step === "stopped" && stage.error.code === "stopped") return "Send the rest";
  if (stage.step === "stopped" || left === 0) return "Try again";
  return left === 1 ? "Try the file again" : `Try ${left} files again`;
}
