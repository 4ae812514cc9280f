import { Button, Field, makeStyles, Tab, TabList, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Work } from "../core/flow.ts";
import { LazyPreview } from "./preview/LazyPreview.tsx";
import { Problem } from "./Problem.tsx";
import type { Outgoing } from "./useOutgoing.ts";

const useStyles = makeStyles({
  field: { position: "relative" },
  // In the line of the field's label.
  views: { position: "absolute", top: `calc(-1 * ${tokens.spacingVerticalXS})`, right: "0" },
  preview: {
    boxSizing: "border-box",
    minHeight: "10em",
    maxHeight: "70vh",
    overflow: "auto",
    overflowWrap: "anywhere",
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface Props {
  readonly label: string;
  readonly work: Work;
  /** Its draft's text is what stands in the field; undefined: nothing yet. */
  readonly outgoing: Outgoing;
  readonly signedIn: boolean;
  readonly problem: string | undefined;
  onEdit(text: string): void;
  onReadAgain(): void;
}

/** The mail's text as wiki markup. Until Outlook has given it, typing already works: what is typed is never replaced. */
export function TextField({ label, work, outgoing, signedIn, problem, onEdit, onReadAgain }: Props) {
  const styles = useStyles();
  const { draft, unread } = work;
  const [view, setView] = useState<unknown>("text");
  const reading = draft.text === undefined && !unread;
  const previewed = view === "preview" && signedIn;
  return (
    <>
      {draft.text === undefined && unread && (
        <Problem error={unread} intent="warning">
          <Button size="small" onClick={onReadAgain}>
            Read the mail’s text again
          </Button>
        </Problem>
      )}
      <div className={styles.field}>
        <TabList
          className={styles.views}
          size="small"
          aria-label={`${label}: how to show it`}
          selectedValue={previewed ? "preview" : "text"}
          onTabSelect={(_, { value }) => setView(value)}
        >
          <Tab value="text">Text</Tab>
          <Tab value="preview" disabled={!signedIn}>
            Preview
          </Tab>
        </TabList>
        <Field
          label={label}
          validationMessage={problem}
          hint={previewed ? undefined : "Jira’s wiki markup. Change it as you like."}
        >
          {(given) =>
            previewed ? (
              // A keyboard can scroll it.
              <div className={styles.preview} role="region" aria-label={`${label} in Jira`} tabIndex={0}>
                <LazyPreview work={work} outgoing={outgoing} />
              </div>
            ) : (
              <Textarea
                {...given}
                value={outgoing.draft.text ?? ""}
                placeholder={reading ? "Reading the mail…" : ""}
                resize="vertical"
                rows={8}
                onChange={(_, data) => onEdit(data.value)}
              />
            )
          }
        </Field>
      </div>
    </>
  );
}
