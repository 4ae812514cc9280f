/** The connection check: every step from Outlook to Jira, what came back, what it means, what to do. */
import { Button, makeStyles, Spinner, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { examine } from "../../core/doctor/doctor.ts";
import { checks, type Facts, type Finding } from "../../core/doctor/finding.ts";
import { reportOf } from "../../core/doctor/report.ts";
import type { PrepareExamination } from "../connectionCheck.ts";
import { Passphrase } from "../Passphrase.tsx";
import { useFault } from "../useFault.ts";
import { CopyReport } from "./CopyReport.tsx";
import { Step } from "./Step.tsx";
import { Summary } from "./Summary.tsx";
import { titles } from "./words/wording.ts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  heading: { outlineStyle: "none" },
  steps: { listStyleType: "none", margin: 0, padding: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export interface DoctorProps {
  readonly prepare: PrepareExamination;
  /** Absent where there is nothing to go back to. */
  onBack?(): void;
}

export function Doctor({ prepare, onBack }: DoctorProps) {
  const styles = useStyles();
  const [run, setRun] = useState<Run>({ number: 1, passphrase: undefined });
  const again = (passphrase: string | undefined): void => setRun({ number: run.number + 1, passphrase });
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className={styles.page}>
      {onBack && (
        <div>
          <Button size="small" onClick={onBack}>
            Back
          </Button>
        </div>
      )}
      <div ref={heading} tabIndex={-1} className={styles.heading}>
        <Subtitle2 as="h1">Connection check</Subtitle2>
      </div>
      <Text block>Tries every step from Outlook to Jira. It changes nothing, in Jira or in your mail.</Text>
      <Findings key={run.number} prepare={prepare} passphrase={run.passphrase} onAgain={again} />
    </main>
  );
}

interface Run {
  readonly number: number;
  readonly passphrase: string | undefined;
}

interface FindingsProps {
  readonly prepare: PrepareExamination;
  readonly passphrase: string | undefined;
  onAgain(passphrase: string | undefined): void;
}

/** Of one run: another has another key. */
function Findings({ prepare, passphrase, onAgain }: FindingsProps) {
  const styles = useStyles();
  const { findings, about, ended } = useExamination(prepare, passphrase);
  const next = checks[findings.length];
  return (
    <>
      {ended ? (
        <Summary findings={findings} />
      ) : (
        <Spinner size="tiny" labelPosition="after" label={next ? `Checking: ${titles[next]}` : "Checking"} />
      )}
      <ol className={styles.steps}>
        {findings.map((finding) => (
          <Step key={finding.check} finding={finding}>
            {(finding.code === "key-locked" || finding.code === "key-passphrase-wrong") && (
              <Passphrase wrong={finding.code === "key-passphrase-wrong"} onGiven={onAgain} />
            )}
          </Step>
        ))}
      </ol>
      {ended && (
        <div className={styles.buttons}>
          <Button onClick={() => onAgain(passphrase)}>Check again</Button>
          <CopyReport report={reportOf(findings, about)} />
        </div>
      )}
    </>
  );
}

function useExamination(prepare: PrepareExamination, passphrase: string | undefined) {
  const fault = useFault();
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [about, setAbout] = useState<Facts>({});
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const tell = (finding: Finding): void => {
      if (!signal.aborted) setFindings((before) => [...before, finding]);
    };
    prepare(passphrase)
      .then(async (made) => {
        setAbout(made.about);
        await examine(made.ports, tell, signal);
        if (!signal.aborted) setEnded(true);
      })
      .catch(fault);
    return () => leaving.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- one run; the next is another component
  }, []);
  return { findings, about, ended };
}
