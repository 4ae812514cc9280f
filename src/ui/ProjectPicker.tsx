import { Combobox, Field, Option, OptionGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { Project } from "../core/jira.ts";
import type { Choices } from "./useCreateForm.ts";

/** A list longer than this is for searching, not for scrolling. */
const SHOWN = 50;

interface Props {
  /** undefined: still asking. */
  readonly choices: Choices | undefined;
  readonly project: Project | undefined;
  /** Why it is chosen already. */
  readonly reason: string | undefined;
  onPick(projectKey: string): void;
}

/** Recent projects first; typing searches names and keys. */
export function ProjectPicker({ choices, project, reason, onPick }: Props) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const matches = (one: Project): boolean =>
    title(one)
      .toLowerCase()
      .includes((typed ?? "").toLowerCase().trim());
  const recent = choices?.recent.filter(matches).slice(0, 5) ?? [];
  const others =
    choices?.all.filter((one) => matches(one) && !recent.some(({ key }) => key === one.key)) ?? [];

  return (
    <Field label="Project" required hint={reason}>
      <Combobox
        value={typed ?? (project ? title(project) : "")}
        selectedOptions={project ? [project.key] : []}
        placeholder={choices ? "Choose a project" : "Asking Jira…"}
        disabled={!choices}
        onChange={(event) => setTyped(event.target.value)}
        onOpenChange={(_, { open }) => {
          if (!open) setTyped(undefined);
        }}
        onOptionSelect={(_, { optionValue }) => {
          if (!optionValue) return; // Fluent's "nothing is selected any more", at each key that is typed.
          setTyped(undefined);
          onPick(optionValue);
        }}
      >
        {recent.length > 0 && <OptionGroup label="Recent">{recent.map(option)}</OptionGroup>}
        {others.length > 0 && (
          <OptionGroup label="All projects">{others.slice(0, SHOWN).map(option)}</OptionGroup>
        )}
        {recent.length + others.length === 0 && (
          <Option disabled value="" text="">
            No project matches
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

function option(project: Project) {
  return (
    <Option key={project.key} value={project.key} text={title(project)}>
      {title(project)}
    </Option>
  );
}

function title({ name, key }: Project): string {
  return `${name} (${key})`;
}
