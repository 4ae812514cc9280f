/**
 * A needed field of a kind that Inlink does not know: Jira's own screen creates the issue, filled in with all that is
 * known, and Inlink waits for it and adds the mail and its files. The user never starts again.
 */
import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import type { HandOff } from "../core/draft/draft.ts";
import type { CreatedIssue, FieldMeta } from "../core/jira.ts";
import { usePanePorts } from "./panePorts.ts";
import { useAnswer } from "./useAnswer.ts";
import { useWatch } from "./useWatch.ts";

const useStyles = makeStyles({
  column: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    alignItems: "flex-start",
  },
});

interface Props {
  readonly fields: readonly FieldMeta[];
  /** Jira's create screen, filled in. */
  readonly url: string;
  /** What the new issue is known by. */
  readonly projectKey: string;
  readonly summary: string;
  /** undefined: the user has not gone to Jira yet. */
  readonly handOff: HandOff | undefined;
  onHandOff(handOff: HandOff | undefined): void;
  onFound(issue: CreatedIssue): void;
}

export function HandOffBar(props: Props) {
  const { fields, url, projectKey, summary, handOff, onHandOff, onFound } = props;
  const styles = useStyles();
  const { jira, now } = usePanePorts();
  // What the user created just before is not what comes.
  const before = useAnswer(handOff ? undefined : "created before", () =>
    jira.issuesCreatedByMe(new Date(now())),
  );
  const { candidates, failed } = useWatch({
    handOff,
    isWanted: (issue) => issue.key.startsWith(`${projectKey}-`) && issue.summary === summary.trim(),
    onFound,
  });
  const known = before.state === "ready" ? before.value.map(({ key }) => key) : undefined;
  return (
    <MessageBar intent={handOff ? "info" : "warning"} layout="multiline">
      <MessageBarBody>
        <div className={styles.column}>
          <span>
            This type needs {fields.map(({ name }) => `“${name}”`).join(", ")}, which Inlink cannot fill in.{" "}
            <Link
              href={url}
              target="_blank"
              rel="noopener"
              onClick={() => onHandOff(handOff ?? { since: now(), known })}
            >
              Create the issue in Jira
            </Link>
            : what you have entered here is filled in there, and Inlink adds the mail and its files as soon as
            the issue exists.
          </span>
          {handOff && <Spinner size="tiny" label="Waiting for the new issue" labelPosition="after" />}
          {handOff && failed && <span>Jira does not answer at the moment. Inlink goes on asking.</span>}
          {candidates.map((issue) => (
            <Button key={issue.key} size="small" onClick={() => onFound(issue)}>
              It is {issue.key}: {issue.summary}
            </Button>
          ))}
          {handOff && (
            <Button size="small" onClick={() => onHandOff(undefined)}>
              Stop waiting
            </Button>
          )}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
