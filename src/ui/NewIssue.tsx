/** A new issue: where, what kind, and the fields that Jira asks for. */
import {
  Field,
  Input,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { FieldMeta } from "../core/jira.ts";
import type { Order } from "../core/submission/order.ts";
import { orderedFiles } from "../core/submission/orderedFiles.ts";
import {
  draftProblems,
  fieldsBeyondUs,
  hasDescription,
  neededFields,
  toJiraFields,
} from "../fields/createForm.ts";
import { fieldTypeFor } from "../fields/registry.ts";
import { FileChoice } from "./FileChoice.tsx";
import { Missed } from "./Missed.tsx";
import { usePanePorts } from "./panePorts.ts";
import { Problem } from "./Problem.tsx";
import { ProjectPicker } from "./ProjectPicker.tsx";
import { SendBar } from "./SendBar.tsx";
import { TextField } from "./TextField.tsx";
import { useCreateForm, type CreateForm } from "./useCreateForm.ts";
import type { FormProps } from "./Workbench.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

export function NewIssue({ work, account, submission, edit, readAgain }: FormProps) {
  const styles = useStyles();
  const { draft, mail, stage } = work;
  const form = useCreateForm(draft);
  const [pressed, setPressed] = useState(false);

  const screen = form.screen.state === "ready" ? form.screen.value : undefined;
  const ours = screen && pressed ? draftProblems(screen, draft) : {};
  const refusal = stage.step === "editing" ? stage.refusal : undefined;
  const problems = { ...(refusal?.code === "jira-rejected" ? refusal.fieldErrors : {}), ...ours };
  const beyond = screen ? fieldsBeyondUs(screen) : [];
  const shown = screen ? neededFields(screen) : [];
  const busy = stage.step === "checking";
  const ready = beyond.length === 0 && (draft.text !== undefined || work.unread !== undefined);

  function send(): void {
    if (!screen || !account || !ready || busy) return; // Enter in a field comes here as well.
    setPressed(true);
    if (Object.keys(draftProblems(screen, draft)).length > 0) return;
    const order: Order = {
      mailId: mail.id,
      goal: {
        kind: "create",
        projectKey: screen.projectKey,
        issueTypeId: screen.issueTypeId,
        summary: draft.summary.trim(),
        fields: toJiraFields(screen, draft, account),
        comment: hasDescription(screen) || !draft.text?.trim() ? undefined : draft.text,
      },
      files: orderedFiles(mail, draft),
    };
    submission.send(work, order);
  }

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Place form={form} edit={edit} />
      <Field label="Summary" required validationMessage={problems["summary"]}>
        <Input value={draft.summary} onChange={(_, data) => edit({ summary: data.value })} />
      </Field>
      {shown.map((meta) => (
        <OneField
          key={meta.id}
          meta={meta}
          value={draft.values[meta.id]}
          problem={problems[meta.id]}
          onChange={(value) => edit({ values: { ...draft.values, [meta.id]: value } })}
        />
      ))}
      {screen && beyond.length > 0 && <BeyondUs fields={beyond} form={form} summary={draft.summary} />}
      <TextField
        label="Description"
        work={work}
        problem={problems["description"]}
        onEdit={(text) => edit({ text })}
        onReadAgain={readAgain}
      />
      <FileChoice mail={mail} draft={draft} edit={edit} />
      {refusal && <Problem error={refusal} />}
      <SendBar
        label="Create issue"
        signedIn={account !== undefined}
        ready={screen !== undefined && ready}
        busy={busy}
      />
    </form>
  );
}

/** Project and issue type. */
function Place({ form, edit }: { readonly form: CreateForm; readonly edit: FormProps["edit"] }) {
  const { projects, types, screen, project, type } = form;
  return (
    <>
      <ProjectPicker
        choices={projects.state === "ready" ? projects.value : undefined}
        project={project}
        onPick={(projectKey) => edit({ projectKey, issueTypeId: undefined })}
      />
      <Missed answer={projects} />
      <Field label="Issue type" required>
        <Select
          value={type?.id ?? ""}
          disabled={types.state !== "ready"}
          onChange={(_, data) => edit({ projectKey: project?.key, issueTypeId: data.value })}
        >
          {types.state === "ready" ? (
            types.value.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))
          ) : (
            <option value="">{project && types.state === "waiting" ? "Asking Jira…" : ""}</option>
          )}
        </Select>
      </Field>
      {types.state === "ready" && types.value.length === 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>You may not create issues in this project. Choose another one.</MessageBarBody>
        </MessageBar>
      )}
      <Missed answer={types} />
      <Missed answer={screen} />
    </>
  );
}

interface OneFieldProps {
  readonly meta: FieldMeta;
  readonly value: unknown;
  readonly problem: string | undefined;
  onChange(value: unknown): void;
}

function OneField({ meta, value, problem, onChange }: OneFieldProps) {
  const type = fieldTypeFor(meta);
  return (
    type && <type.Input meta={meta} value={value ?? type.empty()} problem={problem} onChange={onChange} />
  );
}

interface BeyondUsProps {
  readonly fields: readonly FieldMeta[];
  readonly form: CreateForm;
  readonly summary: string;
}

/** Jira asks for something that Inlink cannot fill: Jira's own screen can, and the mail is added to the issue afterwards. */
function BeyondUs({ fields, form: { project, type }, summary }: BeyondUsProps) {
  const { baseUrl } = usePanePorts();
  const query = new URLSearchParams({ pid: project?.id ?? "", issuetype: type?.id ?? "", summary });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        This type needs {fields.map(({ name }) => `“${name}”`).join(", ")}, which Inlink cannot fill in yet.{" "}
        <Link
          href={`${baseUrl}/secure/CreateIssueDetails!init.jspa?${query.toString()}`}
          target="_blank"
          rel="noopener"
        >
          Create the issue in Jira
        </Link>
        , then add this mail to it under “Existing issue”. Your draft is kept.
      </MessageBarBody>
    </MessageBar>
  );
}
