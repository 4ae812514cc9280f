import { Button, Field, Textarea } from "@fluentui/react-components";
import type { Work } from "../core/flow.ts";
import { Problem } from "./Problem.tsx";

interface Props {
  readonly label: string;
  readonly work: Work;
  /** What stands in it; undefined: nothing yet. */
  readonly text: string | undefined;
  readonly problem: string | undefined;
  onEdit(text: string): void;
  onReadAgain(): void;
}

/** The mail's text as wiki markup. Until Outlook has given it, typing already works: what is typed is never replaced. */
export function TextField({ label, work, text, problem, onEdit, onReadAgain }: Props) {
  const { draft, unread } = work;
  const reading = draft.text === undefined && !unread;
  return (
    <>
      {draft.text === undefined && unread && (
        <Problem error={unread} intent="warning">
          <Button size="small" onClick={onReadAgain}>
            Read the mail’s text again
          </Button>
        </Problem>
      )}
      <Field label={label} validationMessage={problem} hint="Jira’s wiki markup. Change it as you like.">
        <Textarea
          value={text ?? ""}
          placeholder={reading ? "Reading the mail…" : ""}
          resize="vertical"
          rows={8}
          onChange={(_, data) => onEdit(data.value)}
        />
      </Field>
    </>
  );
}
