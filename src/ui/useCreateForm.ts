import type { Draft } from "../core/draft/draft.ts";
import type { CreateScreen, IssueType, Project } from "../core/jira.ts";
import { usePanePorts } from "./panePorts.ts";
import { useAnswer, type Answer } from "./useAnswer.ts";
import { useSessionEnd } from "./sessionEnd.ts";

export interface CreateForm {
  readonly projects: Answer<Choices>;
  readonly types: Answer<readonly IssueType[]>;
  readonly screen: Answer<CreateScreen>;
  /** The draft's choice where Jira still offers it, else the most recent. */
  readonly project: Project | undefined;
  readonly type: IssueType | undefined;
}

export interface Choices {
  readonly recent: readonly Project[];
  readonly all: readonly Project[];
}

/** Projects, then types, then the screen: one round trip each, remembered for the pane's life. */
export function useCreateForm(draft: Draft): CreateForm {
  const { jira, recents } = usePanePorts();
  const ended = useSessionEnd();

  const projects = useAnswer(
    "projects",
    async () => {
      const [recent, all] = await Promise.all([jira.recentProjects(), jira.projects()]);
      return { recent, all };
    },
    ended,
  );
  const project = projects.state === "ready" ? chosenProject(projects.value, draft.projectKey) : undefined;

  const types = useAnswer(project?.key, async () => (project ? jira.issueTypes(project.key) : []), ended);
  const wanted = draft.issueTypeId ?? (project && recents.issueTypes(project.key)[0]);
  const type = types.state === "ready" ? chosenType(types.value, wanted) : undefined;

  const screen = useAnswer(
    project && type && `${project.key} ${type.id}`,
    async () => jira.createScreen(project?.key ?? "", type?.id ?? ""),
    ended,
  );
  return { projects, types, screen, project, type };
}

function chosenProject({ recent, all }: Choices, key: string | undefined): Project | undefined {
  return all.find((project) => project.key === key) ?? recent[0];
}

function chosenType(types: readonly IssueType[], id: string | undefined): IssueType | undefined {
  return types.find((type) => type.id === id) ?? types.find(({ subtask }) => !subtask) ?? types[0];
}
