import { useState } from "react";
import type { TeamDefaults } from "../core/teamDefaults.ts";
import { usePanePorts } from "./panePorts.ts";
import { useSessionEnd } from "./sessionEnd.ts";
import { useAnswer, type Answer } from "./useAnswer.ts";

export interface Team {
  readonly defaults: Answer<TeamDefaults>;
  /** They were changed here. */
  refresh(): void;
}

/** What the team of this project has settled. The form does not wait for it. */
export function useTeamDefaults(projectKey: string | undefined): Team {
  const { jira } = usePanePorts();
  const [changes, setChanges] = useState(0);
  const failed = useSessionEnd();
  const defaults = useAnswer(
    projectKey === undefined ? undefined : `${projectKey} ${changes}`,
    () => jira.teamDefaults(projectKey ?? ""),
    { failed, known: () => jira.known.teamDefaults(projectKey ?? "") },
  );
  return { defaults, refresh: () => setChanges(changes + 1) };
}
