import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { Draft } from "../core/draft/draft.ts";
import { TeamDefaults } from "./TeamDefaults.tsx";
import type { CreateForm } from "./useCreateForm.ts";

interface Props {
  readonly form: CreateForm;
  readonly values: Draft["values"];
}

/** Opens the team's defaults of this project and issue type. */
export function TeamDefaultsButton({ form, values }: Props) {
  const { screen, team, type } = form;
  /** Of which form; another one starts closed. */
  const [open, setOpen] = useState("");
  if (screen.state !== "ready" || team.defaults.state !== "ready" || !type) return null;
  const place = `${screen.value.projectKey} ${screen.value.issueTypeId}`;
  if (open !== place)
    return (
      <div>
        <Button appearance="transparent" size="small" onClick={() => setOpen(place)}>
          Team defaults
        </Button>
      </div>
    );
  return (
    <TeamDefaults
      screen={screen.value}
      typeName={type.name}
      defaults={team.defaults.value}
      values={values}
      onClose={(changed) => {
        setOpen("");
        if (changed) team.refresh();
      }}
    />
  );
}
