/**
 * Jira whose lists are asked for once in a pane's life: a pinned pane meets them again with every mail. Those that
 * the form is made of are kept on the device as well, so that the next pane shows them before Jira has answered.
 */
import type { CreateScreen, IssueType, Project } from "./jira.ts";
import { keptCreateScreen, keptIssueTypes, keptProjects } from "./keptLists.ts";
import { readable, type Reader } from "./parse.ts";
import type { Jira, KeptLists } from "./ports.ts";
import { teamDefaults, type TeamDefaults } from "./teamDefaults.ts";

export type RememberingJira = Jira & {
  /** What Jira said last, in this pane or an earlier one; undefined: not known. */
  readonly known: {
    projects(): readonly Project[] | undefined;
    recentProjects(): readonly Project[] | undefined;
    issueTypes(projectKey: string): readonly IssueType[] | undefined;
    createScreen(projectKey: string, issueTypeId: string): CreateScreen | undefined;
    teamDefaults(projectKey: string): TeamDefaults | undefined;
  };
  /** Somebody else signed in, or nobody any more: what they may see differs. */
  forgetLists(): void;
};

interface Remembered<Arguments extends readonly string[], Value> {
  ask(...names: Arguments): Promise<Value>;
  known(...names: Arguments): Value | undefined;
  /** What it is from now on. */
  set(value: Value, ...names: Arguments): void;
  clear(): void;
}

export function rememberLists(jira: Jira, kept: KeptLists): RememberingJira {
  const lists: { clear(): void }[] = [];

  /**
   * A list is shared between all who ask, so it takes no abort signal of any one of them.
   * @param keep of lists that the device keeps: a name, and how to read it.
   */
  function once<Arguments extends readonly string[], Value>(
    ask: (...names: Arguments) => Promise<Value>,
    keep?: { readonly as: string; readonly read: Reader<Value> },
  ): Remembered<Arguments, Value> {
    const answers = new Map<string, Promise<Value>>();
    const values = new Map<string, Value>();

    function known(names: Arguments): Value | undefined {
      const key = names.join(" ");
      const value = values.get(key) ?? (keep && readable(kept.read(`${keep.as} ${key}`), keep.read));
      if (value !== undefined) values.set(key, value);
      return value;
    }

    /** The value itself where nothing changed: what is drawn from it stays as it is. */
    function learn(names: Arguments, value: Value): Value {
      const before = keep && known(names);
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(value)) return before;
      values.set(names.join(" "), value);
      if (keep) kept.write(`${keep.as} ${names.join(" ")}`, value);
      return value;
    }

    const remembered: Remembered<Arguments, Value> = {
      ask(...names) {
        const key = names.join(" ");
        const asked = answers.get(key);
        if (asked) return asked;
        const answer: Promise<Value> = ask(...names).then((value) =>
          // For somebody else by now: given to who asked, and not remembered.
          answers.get(key) === answer ? learn(names, value) : value,
        );
        answers.set(key, answer);
        answer.catch(() => {
          if (answers.get(key) === answer) answers.delete(key); // A failure is not worth remembering.
        });
        return answer;
      },
      known: (...names) => known(names),
      set(value, ...names) {
        answers.set(names.join(" "), Promise.resolve(learn(names, value)));
      },
      clear() {
        answers.clear();
        values.clear();
      },
    };
    lists.push(remembered);
    return remembered;
  }

  const myself = once(() => jira.myself());
  const projects = once(() => jira.projects(), { as: "projects", read: keptProjects });
  const recentProjects = once(() => jira.recentProjects(), { as: "recent", read: keptProjects });
  const issueTypes = once((project: string) => jira.issueTypes(project), {
    as: "types",
    read: keptIssueTypes,
  });
  const createScreen = once((project: string, type: string) => jira.createScreen(project, type), {
    as: "screen",
    read: keptCreateScreen,
  });
  const settled = once((project: string) => jira.teamDefaults(project), { as: "team", read: teamDefaults });
  const uploadRules = once(() => jira.uploadRules());
  const linkTypes = once(() => jira.linkTypes());
  return {
    ...jira,
    myself: () => myself.ask(),
    projects: () => projects.ask(),
    recentProjects: () => recentProjects.ask(),
    issueTypes: (project) => issueTypes.ask(project),
    createScreen: (project, type) => createScreen.ask(project, type),
    teamDefaults: (project) => settled.ask(project),
    async setTeamDefaults(project, defaults) {
      await jira.setTeamDefaults(project, defaults);
      settled.set(defaults, project);
    },
    uploadRules: () => uploadRules.ask(),
    linkTypes: () => linkTypes.ask(),
    known: {
      projects: () => projects.known(),
      recentProjects: () => recentProjects.known(),
      issueTypes: (project) => issueTypes.known(project),
      createScreen: (project, type) => createScreen.known(project, type),
      teamDefaults: (project) => settled.known(project),
    },
    forgetLists() {
      for (const list of lists) list.clear();
      kept.clear();
    },
  };
}
