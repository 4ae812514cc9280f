/** How Jira will show the text, rendered by Jira itself, with the mail's own pictures. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo, useRef } from "react";
import type { Work } from "../../core/flow.ts";
import { attachmentNames } from "../../core/mail/attachmentNames.ts";
import type { Mail } from "../../core/mail/mail.ts";
import { withPictureMarks } from "../../core/preview/pictureMarks.ts";
import { renderedText } from "../../core/preview/renderedText.ts";
import { usePanePorts } from "../panePorts.ts";
import { useSessionEnd } from "../sessionEnd.ts";
import { useAnswer } from "../useAnswer.ts";
import type { Outgoing } from "../useOutgoing.ts";
import { Waiting } from "../Waiting.tsx";
import { Rendered } from "./Rendered.tsx";
import { usePictures } from "./usePictures.ts";

export interface PreviewProps {
  readonly work: Work;
  readonly outgoing: Outgoing;
}

const useStyles = makeStyles({
  failed: { display: "flex", flexDirection: "column", alignItems: "start", gap: tokens.spacingVerticalS },
});

/** Milliseconds in which clicks that change the text follow each other. */
const pause = 400;

export function Preview({ work, outgoing }: PreviewProps) {
  const { draft, text, forbidden } = outgoing;
  if (forbidden !== undefined)
    return <Text>No preview: this text may not go to Jira, not even to be shown.</Text>;
  if (draft.text === undefined && !work.unread) return <Waiting label="Reading the mail" />;
  if (text === undefined) return <Text>There is no text.</Text>;
  return <Asked key={work.mail.id} {...{ work, outgoing, text }} />;
}

/** @param props.text that would be sent now. */
function Asked({ work, outgoing, text }: PreviewProps & { readonly text: string }) {
  const styles = useStyles();
  const { jira } = usePanePorts();
  const ended = useSessionEnd();
  const asked = useRef(false);
  const { mail, draft } = work;
  const issueKey = draft.target === "existing" ? draft.issueKey : undefined;

  const files = filesThere(mail, outgoing);
  const names = [...files.keys()].join("!"); // which no name has
  const { text: asking, marks } = useMemo(() => withPictureMarks(text, names.split("!")), [text, names]);

  const answer = useAnswer(
    JSON.stringify([issueKey, asking]),
    async (signal) => {
      if (asked.current) await new Promise((resolve) => setTimeout(resolve, pause));
      asked.current = true;
      signal.throwIfAborted();
      return await jira.rendered(asking, issueKey, signal);
    },
    // Jira may refuse this one question to applications: only a token that is gone ends the session.
    { failed: (error) => error.code === "oauth-refused" && ended(error) },
  );
  const html = answer.state === "ready" ? answer.value : undefined;
  const shown = useMemo(() => html !== undefined && renderedText(html, marks), [html, marks]);
  const pictures = usePictures(mail, shown ? marks.names.flatMap((name) => files.get(name) ?? []) : []);

  if (answer.state === "waiting") return <Waiting label="Asking Jira how it will look" />;
  if (!shown)
    return (
      <div className={styles.failed} role="status">
        <Text>This Jira gave no preview. The text is sent as it is written.</Text>
        {answer.state === "failed" && (
          <Button size="small" onClick={() => answer.again()}>
            Ask again
          </Button>
        )}
      </div>
    );
  return <Rendered {...shown} picture={(name) => pictures.get(files.get(name) ?? "")} />;
}

/** Name in Jira → id, of the mail's files that will be in Jira with the text. */
function filesThere(mail: Mail, { draft, files, facts }: Outgoing): ReadonlyMap<string, string> {
  const there = new Set([...files.map(({ id }) => id), ...facts.present]);
  return new Map(
    [...attachmentNames(mail, draft.names)].flatMap(([id, name]) => (there.has(id) ? [[name, id]] : [])),
  );
}
