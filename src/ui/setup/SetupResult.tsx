import { Button, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Setup } from "../../setup/makeSetup.ts";
import { whatHappened } from "../../setup/whatHappened.ts";
import { CopyValue } from "./CopyValue.tsx";
import { Files } from "./Files.tsx";
import { JiraTasks } from "./JiraTasks.tsx";
import { Notes } from "./Notes.tsx";
import { Section } from "./Section.tsx";
import { Steps } from "./Steps.tsx";
import { useLeaveWarning } from "./useLeaveWarning.ts";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  head: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { ...typographyStyles.title3, margin: 0, ":focus": { outlineStyle: "none" } },
  back: { alignSelf: "flex-start" },
});

interface Props {
  readonly setup: Setup;
  readonly host: string;
  onChange(): void;
}

/** What was made: to be saved now, to be done in order, to be typed into Jira. */
export function SetupResult({ setup, host, onChange }: Props) {
  const styles = useStyles();
  const [names, setNames] = useState<ReadonlySet<string>>(new Set());
  // Beside the passphrase itself, where it is shown.
  const aboutPassphrase =
    setup.passphrase === undefined ? undefined : setup.notes.find(({ id }) => id === "passphrase");
  const saved = names.has("config.json");
  useLeaveWarning(!saved);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          Your files are ready
        </h2>
        <Text block>
          {whatHappened[setup.key.happened]}{" "}
          {saved
            ? "Nothing of this is kept here once you leave the page."
            : "It is only on this page yet: leave it before you have downloaded config.json, and the key is lost."}
        </Text>
        <Button size="small" className={styles.back} onClick={onChange}>
          Change the answers
        </Button>
      </div>
      {setup.passphrase !== undefined && (
        <Section title="Team passphrase">
          <CopyValue what="team passphrase" text={setup.passphrase} large />
          <Text block>Shown only here and only now. {aboutPassphrase?.text}</Text>
        </Section>
      )}
      <Notes notes={setup.notes.filter((note) => note !== aboutPassphrase)} />
      <Files
        files={setup.files}
        host={host}
        downloads={{ names, add: (name) => setNames((before) => new Set([...before, name])) }}
      />
      <Section title="What to do, in this order">
        <Steps>
          {setup.next.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </Steps>
      </Section>
      <JiraTasks tasks={setup.tasks} />
    </div>
  );
}
