import { Combobox, Field, Option, OptionGroup } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { IssueHit } from "../core/jira.ts";
import { Missed } from "./Missed.tsx";
import { usePanePorts } from "./panePorts.ts";
import { useSessionEnd } from "./sessionEnd.ts";
import { useAnswer } from "./useAnswer.ts";

/** Milliseconds without a keystroke before Jira is asked. */
const PAUSE = 250;

interface Props {
  readonly issueKey: string | undefined;
  readonly summary: string | undefined;
  readonly problem: string | undefined;
  /** undefined: what was picked is no longer what the box says. */
  onPick(issueKey: string | undefined): void;
}

/** By key, by words, or from what the user looked at lately. */
export function IssuePicker({ issueKey, summary, problem, onPick }: Props) {
  const { jira } = usePanePorts();
  const ended = useSessionEnd();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const words = useSettled(typed?.trim() ?? "");

  const found = useAnswer(
    `issues ${words}`,
    (signal) => (words === "" ? jira.recentIssues(signal) : jira.searchIssues(words, signal)),
    { failed: ended },
  );
  const hits = found.state === "ready" ? found.value : [];

  return (
    <>
      <Field label="Issue" required validationMessage={problem} hint="Type a key or words from the summary.">
        <Combobox
          value={typed ?? chosenTitle(issueKey, summary)}
          selectedOptions={issueKey === undefined ? [] : [issueKey]}
          placeholder="Search, or choose a recent issue"
          freeform
          onChange={(event) => {
            setTyped(event.target.value);
            if (issueKey !== undefined) onPick(undefined);
          }}
          onOptionSelect={(_, { optionValue }) => {
            if (!optionValue) return;
            setTyped(undefined);
            onPick(optionValue);
          }}
        >
          {hits.length > 0 && (
            <OptionGroup label={words === "" ? "Recent" : "Found"}>{hits.map(option)}</OptionGroup>
          )}
          {hits.length === 0 && (
            <Option disabled value="" text="">
              {found.state === "waiting"
                ? "Searching…"
                : found.state === "failed"
                  ? "The search failed"
                  : "Nothing found"}
            </Option>
          )}
        </Combobox>
      </Field>
      {(issueKey === undefined || typed !== undefined) && <Missed answer={found} />}
    </>
  );
}

function option(hit: IssueHit) {
  return (
    <Option key={hit.key} value={hit.key} text={title(hit)}>
      {title(hit)}
    </Option>
  );
}

function title({ key, summary }: IssueHit): string {
  return `${key} ${summary}`;
}

function chosenTitle(key: string | undefined, summary: string | undefined): string {
  return [key, summary].filter((part) => part !== undefined).join(" ");
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
