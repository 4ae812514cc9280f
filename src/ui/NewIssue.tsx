/** A new issue: where, what kind, and the fields that Jira asks for. */
import {
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { Draft } from "../core/draft/draft.ts";
import type { CreatedIssue, CreateScreen, Project } from "../core/jira.ts";
import type { Order } from "../core/submission/order.ts";
import {
  draftProblems,
  fieldsBeyondUs,
  hasDescription,
  recurringValues,
  toJiraContent,
} from "../fields/createForm.ts";
import { jiraScreen } from "../fields/jiraScreen.ts";
import { CreateFields } from "./CreateFields.tsx";
import { HandOffBar } from "./HandOffBar.tsx";
import { MailParts } from "./MailParts.tsx";
import { Missed } from "./Missed.tsx";
import { usePanePorts } from "./panePorts.ts";
import { ProjectPicker } from "./ProjectPicker.tsx";
import { SendBar } from "./SendBar.tsx";
import { useCreateForm, type CreateForm } from "./useCreateForm.ts";
import { TeamDefaultsButton } from "./TeamDefaultsButton.tsx";
import { useFilledDraft } from "./useFilledDraft.ts";
import { useOutgoing } from "./useOutgoing.ts";
import type { FormProps } from "./Workbench.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

export function NewIssue({ work, account, submission, edit, readAgain }: FormProps) {
  const styles = useStyles();
  const { mail } = work;
  const { baseUrl } = usePanePorts();
  const form = useCreateForm(work.draft);
  const [pressed, setPressed] = useState({ times: 0, on: "" });
  const element = useRef<HTMLFormElement>(null);

  const { screen, draft, reasons, fixed, placeReason } = useFilledDraft(form, work);
  const outgoing = useOutgoing(work, draft);
  const { files, pictures, text, refusal, busy } = outgoing;
  // Nobody is told of what is missing in a form that they have just come to.
  const place = screen && `${screen.projectKey} ${screen.issueTypeId}`;
  const presses = pressed.on === place ? pressed.times : 0;
  const ours = screen && presses > 0 ? draftProblems(screen, draft) : {};
  const problems = { ...(refusal?.code === "jira-rejected" ? refusal.fieldErrors : {}), ...ours };
  const beyond = screen ? fieldsBeyondUs(screen) : [];
  const { project } = form;
  const content = screen && account ? toJiraContent(screen, { ...draft, text }, account) : undefined;
  const elsewhere =
    beyond.length > 0 && screen && content && project
      ? jiraScreen({ baseUrl, projectId: project.id, issueTypeId: screen.issueTypeId }, content)
      : undefined;
  const ready = outgoing.ready && beyond.length === 0;

  // Ours at each press, Jira's with its answer, which finds a new form here: the first of them is what to do next.
  useEffect(() => {
    if (presses > 0 || refusal) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [presses, refusal, place]);

  function send(): void {
    if (!screen || !place || !content || !ready || busy) return; // Enter in a field comes here as well.
    setPressed({ times: presses + 1, on: place });
    if (Object.keys(draftProblems(screen, draft)).length > 0) return;
    const order: Order = {
      mailId: mail.id,
      goal: {
        kind: "create",
        projectKey: screen.projectKey,
        issueTypeId: screen.issueTypeId,
        summary: draft.summary.trim(),
        content,
        comment: hasDescription(screen) ? undefined : text,
        habit: { sender: mail.from?.address.toLowerCase() ?? "", values: recurringValues(screen, draft) },
      },
      files,
      pictures,
    };
    submission.send(work, order);
  }

  /** What Jira's own screen has created gets the mail. */
  function addTo(issue: CreatedIssue): void {
    const comment = elsewhere?.hasDescription ? undefined : text;
    edit({ handOff: undefined });
    const internal = project?.serviceDesk ? true : undefined;
    submission.send(work, {
      mailId: mail.id,
      goal: { kind: "add", issue, comment, internal },
      files,
      pictures,
    });
  }

  return (
    <>
      <form
        ref={element}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Place form={form} reason={placeReason} edit={edit} />
        <Field label="Summary" required validationMessage={problems["summary"]}>
          <Input value={draft.summary} onChange={(_, data) => edit({ summary: data.value })} />
        </Field>
        {screen && (
          <CreateFields
            screen={screen}
            draft={draft}
            problems={problems}
            reasons={reasons}
            fixed={fixed}
            onChange={(changed) => edit({ values: { ...work.draft.values, ...changed } })}
          />
        )}
        {screen && elsewhere && (
          <HandOffBar
            fields={beyond}
            url={elsewhere.url}
            projectKey={screen.projectKey}
            summary={draft.summary}
            handOff={draft.handOff}
            onHandOff={(handOff) => edit({ handOff })}
            onFound={addTo}
          />
        )}
        <MailParts
          {...{ work, account, edit, readAgain, outgoing }}
          label="Description"
          problem={problems["description"]}
          readers={readersOf(project, screen, draft)}
        />
        <SendBar
          label="Create issue"
          signedIn={account !== undefined}
          ready={screen !== undefined && ready}
          busy={busy}
        />
      </form>
      <TeamDefaultsButton form={form} values={draft.values} />
    </>
  );
}

function readersOf(
  project: Project | undefined,
  screen: CreateScreen | undefined,
  { values }: Draft,
): readonly string[] {
  const unset = screen?.fields.some(({ id }) => id === "security") && values["security"] === undefined;
  return [
    ...(project?.serviceDesk ? ["Customers of this service desk may see the issue."] : []),
    ...(unset ? ["No security level is chosen: whoever may open the project sees the issue."] : []),
  ];
}

interface PlaceProps {
  readonly form: CreateForm;
  /** Why this project and type. */
  readonly reason: string | undefined;
  readonly edit: FormProps["edit"];
}

/** Project and issue type. */
function Place({ form, reason, edit }: PlaceProps) {
  const { projects, types, screen, team, project, type } = form;
  return (
    <>
      <ProjectPicker
        choices={projects.state === "ready" ? projects.value : undefined}
        project={project}
        reason={reason}
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
      <Missed answer={team.defaults} />
    </>
  );
}
