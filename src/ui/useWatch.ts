import { useEffect, useRef, useState } from "react";
import type { HandOff } from "../core/draft/draft.ts";
import { isInlinkError } from "../core/errors.ts";
import type { CreatedIssue } from "../core/jira.ts";
import { usePanePorts } from "./panePorts.ts";
import { useFault } from "./useFault.ts";

/** Milliseconds between two looks. */
const pause = 4000;

interface Watch {
  /** undefined: nothing is waited for. */
  readonly handOff: HandOff | undefined;
  /** Whether this one is surely what is waited for. */
  isWanted(issue: CreatedIssue): boolean;
  onFound(issue: CreatedIssue): void;
}

/** Looks for issues that the user creates: the wanted one is told at once, others are offered. */
export function useWatch(watch: Watch): {
  readonly candidates: readonly CreatedIssue[];
  readonly failed: boolean;
} {
  const { jira } = usePanePorts();
  const [candidates, setCandidates] = useState<readonly CreatedIssue[]>([]);
  const [failed, setFailed] = useState(false);
  const fault = useFault();
  const latest = useRef(watch);
  useEffect(() => void (latest.current = watch));

  const since = watch.handOff?.since;
  useEffect(() => {
    if (since === undefined) return undefined;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function look(): Promise<void> {
      try {
        const issues = await jira.issuesCreatedByMe(new Date(since ?? 0));
        if (stopped) return;
        setFailed(false);
        const { handOff, isWanted, onFound } = latest.current;
        const fresh = issues.filter(({ key }) => !handOff?.known?.includes(key));
        // Where it is not known what was there before, nothing is taken without asking.
        const wanted = handOff?.known && fresh.find(isWanted);
        if (wanted) onFound(wanted);
        else setCandidates(fresh);
      } catch (error) {
        if (!isInlinkError(error)) throw error;
        if (!stopped) setFailed(true);
      }
    }
    const lookAgain = (): void => {
      clearTimeout(timer);
      look()
        .catch(fault)
        .finally(() => {
          clearTimeout(timer);
          if (!stopped) timer = setTimeout(lookAgain, pause);
        });
    };
    lookAgain();
    // The user comes back from Jira's tab.
    window.addEventListener("focus", lookAgain);
    return () => {
      stopped = true;
      clearTimeout(timer);
      window.removeEventListener("focus", lookAgain);
    };
  }, [since, jira, fault]);
  return { candidates: since === undefined ? [] : candidates, failed };
}
