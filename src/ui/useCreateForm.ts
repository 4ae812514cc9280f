import type { Draft } from "../core/draft/draft.ts";
import type { CreateScreen, IssueType, Project } from "../core/jira.ts";
import { usePanePorts } from "./panePorts.ts";
import { useAnswer, type Answer } from "./useAnswer.ts";
import { useTeamDefaults, type Team } from "./useTeamDefaults.ts";
import { useSessionEnd } from "./sessionEnd.ts";

export interface CreateForm {
  readonly projects: Answer<Choices>;
  readonly types: Answer<readonly IssueType[]>;
  readonly screen: Answer<CreateScreen>;
  readonly team: Team;
  /** The draft's choice where Jira still offers it, else the most recent. */
  readonly project: Project | undefined;
  readonly type: IssueType | undefined;
}

export interface Choices {
  readonly recent: readonly Project[];
  readonly all: readonly Project[];
}

/**
 * Projects, types of one, screen of one type: shown at once as they are known from before, and asked for anew. What is
 * chosen is known from before as well, so that none of the three waits for another unless Jira has changed.
 */
export function useCreateForm(draft: Draft): CreateForm {
  const { jira, recents } = usePanePorts();
  const ended = useSessionEnd();

  const projects = useAnswer(
    "projects",
    async () => {
      const [recent, all] = await Promise.all([jira.recentProjects(), jira.projects()]);
      return { recent, all };
    },
    {
      failed: ended,
      known: () => {
        const [recent, all] = [jira.known.recentProjects(), jira.known.projects()];
        return recent && all && { recent, all };
      },
    },
  );
  const project = projects.state === "ready" ? chosenProject(projects.value, draft.projectKey) : undefined;

  // Before the projects are known, the one that was chosen last is likely to be there still.
  const projectKey = projects.state === "waiting" ? draft.projectKey : project?.key;
  const types = useAnswer(projectKey, async () => jira.issueTypes(projectKey ?? ""), {
    failed: ended,
    known: () => jira.known.issueTypes(projectKey ?? ""),
  });
  const team = useTeamDefaults(projectKey);
  const ofTeam = team.defaults.state === "ready" ? team.defaults.value.issueTypeId : undefined;
  const lately = projectKey === undefined ? undefined : recents.issueTypes(projectKey)[0];
  const wanted = draft.issueTypeId ?? lately ?? ofTeam;
  const type = types.state === "ready" ? chosenType(types.value, wanted) : undefined;

  const typeId = types.state === "waiting" ? wanted : type?.id;
  const screen = useAnswer(
    projectKey !== undefined && typeId !== undefined ? `${projectKey} ${typeId}` : undefined,
    async () => jira.createScreen(projectKey ?? "", typeId ?? ""),
    { failed: ended, known: () => jira.known.createScreen(projectKey ?? "", typeId ?? "") },
  );
  return { projects, types, screen: project && type ? screen : { state: "waiting" }, team, project, type };
}

function chosenProject({ recent, all }: Choices, key: string | undefined): Project | undefined {
  return all.find((project) => project.key === key) ?? recent[0];
}

function chosenType(types: readonly IssueType[], id: string | undefined): IssueType | undefined {
  return types.find((type) => type.id === id) ?? types.find(({ subtask }) => !subtask) ?? types[0];
}
