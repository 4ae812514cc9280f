/** Jira whose lists are asked for once in a pane's life: a pinned pane meets them again with every mail. */
import type { Jira } from "./ports.ts";

export type RememberingJira = Jira & {
  /** Somebody else signed in: what they may see differs. */
  forgetLists(): void;
};

export function rememberLists(jira: Jira): RememberingJira {
  const lists: { clear(): void }[] = [];

  /** A list is shared between all who ask, so it takes no abort signal of any one of them. */
  function once<Arguments extends readonly string[], Value>(
    ask: (...names: Arguments) => Promise<Value>,
  ): (...names: Arguments) => Promise<Value> {
    const answers = new Map<string, Promise<Value>>();
    lists.push(answers);
    return (...names) => {
      const key = names.join(" ");
      const known = answers.get(key);
      if (known) return known;
      const answer = ask(...names);
      answers.set(key, answer);
      answer.catch(() => {
        if (answers.get(key) === answer) answers.delete(key); // A failure is not worth remembering.
      });
      return answer;
    };
  }

  const listOnce = {
    myself: once(() => jira.myself()),
    projects: once(() => jira.projects()),
    recentProjects: once(() => jira.recentProjects()),
    issueTypes: once((project: string) => jira.issueTypes(project)),
    createScreen: once((project: string, type: string) => jira.createScreen(project, type)),
    uploadRules: once(() => jira.uploadRules()),
    linkTypes: once(() => jira.linkTypes()),
  };
  return {
    ...jira,
    myself: () => listOnce.myself(),
    projects: () => listOnce.projects(),
    recentProjects: () => listOnce.recentProjects(),
    issueTypes: (project) => listOnce.issueTypes(project),
    createScreen: (project, type) => listOnce.createScreen(project, type),
    uploadRules: () => listOnce.uploadRules(),
    linkTypes: () => listOnce.linkTypes(),
    forgetLists() {
      for (const list of lists) list.clear();
    },
  };
}
