/** What the team's issues start with, for whoever may edit the project: fixed, suggested or hidden fields, and templates. */
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Subtitle2,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Draft } from "../core/draft/draft.ts";
import { templateProblem } from "../core/draft/template.ts";
import { isInlinkError, type InlinkError } from "../core/errors.ts";
import type { CreateScreen } from "../core/jira.ts";
import {
  noTypeDefaults,
  type FieldDefault,
  type TeamDefaults as Defaults,
  type TypeDefaults,
} from "../core/teamDefaults.ts";
import { formFields } from "../fields/createForm.ts";
import { Missed } from "./Missed.tsx";
import { usePanePorts } from "./panePorts.ts";
import { Problem } from "./Problem.tsx";
import { useAnswer } from "./useAnswer.ts";
import { useFault } from "./useFault.ts";
import { Waiting } from "./Waiting.tsx";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  /** All of Jira's screen, what is hidden too. */
  readonly screen: CreateScreen;
  readonly typeName: string;
  readonly defaults: Defaults;
  /** The values that the form has now can become the team's. */
  readonly values: Draft["values"];
  /** @param changed something was saved. */
  onClose(changed: boolean): void;
}

export function TeamDefaults(props: Props) {
  const styles = useStyles();
  const { jira } = usePanePorts();
  const { projectKey } = props.screen;
  const may = useAnswer(projectKey, (signal) => jira.mayEditProject(projectKey, signal));
  return (
    <section className={styles.section} aria-label="Team defaults">
      <Subtitle2 as="h2">Team defaults of {projectKey}</Subtitle2>
      {may.state === "waiting" && <Waiting label="Asking Jira whether you may change them" />}
      <Missed answer={may} />
      {may.state === "ready" && may.value && <Editor {...props} />}
      {may.state === "ready" && !may.value && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            Only those who may edit the project in Jira can change what its team’s issues start with.
          </MessageBarBody>
        </MessageBar>
      )}
      {!(may.state === "ready" && may.value) && (
        <div>
          <Button onClick={() => props.onClose(false)}>Close</Button>
        </div>
      )}
    </section>
  );
}

type As = FieldDefault["as"] | "open";

function Editor({ screen, typeName, defaults, values, onClose }: Props) {
  const styles = useStyles();
  const fault = useFault();
  const { jira } = usePanePorts();
  const before = defaults.types[screen.issueTypeId] ?? noTypeDefaults;
  const [fields, setFields] = useState(before.fields);
  const [templates, setTemplates] = useState({
    summary: before.summary ?? "",
    description: before.description ?? "",
  });
  const [first, setFirst] = useState(defaults.issueTypeId === screen.issueTypeId);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<InlinkError | undefined>(undefined);
  const problems = {
    summary: words(templateProblem(templates.summary)),
    description: words(templateProblem(templates.description)),
  };
  const { needed, usual, rest } = formFields(screen);

  function settle(id: string, as: As): void {
    const { [id]: old, ...others } = fields;
    if (as === "open") setFields(others);
    else if (as === "hidden") setFields({ ...others, [id]: { as } });
    else setFields({ ...others, [id]: { as, value: values[id] ?? valueOf(old) } });
  }

  async function save(type: TypeDefaults | undefined): Promise<void> {
    setSaving(true);
    setRefused(undefined);
    const mine = screen.issueTypeId;
    const others = Object.fromEntries(Object.entries(defaults.types).filter(([id]) => id !== mine));
    const otherStart = defaults.issueTypeId === mine ? undefined : defaults.issueTypeId;
    try {
      await jira.setTeamDefaults(screen.projectKey, {
        issueTypeId: type && first ? mine : otherStart,
        types: type ? { ...others, [mine]: type } : others,
      });
      onClose(true);
    } catch (error) {
      if (!isInlinkError(error)) throw error;
      setSaving(false);
      setRefused(error);
    }
  }

  return (
    <>
      <Checkbox
        label={`New issues here start as ${typeName}`}
        checked={first}
        onChange={(_, { checked }) => setFirst(checked === true)}
      />
      <Field
        label="Summary"
        hint="Empty: the mail’s subject. {subject}, {sender}, {address}, {date} and {/pattern/} are filled in from the mail."
        validationMessage={problems.summary}
      >
        <Input
          value={templates.summary}
          onChange={(_, { value }) => setTemplates({ ...templates, summary: value })}
        />
      </Field>
      <Field
        label="Description"
        hint="Empty: the mail’s text, which stands for {text} here."
        validationMessage={problems.description}
      >
        <Textarea
          value={templates.description}
          rows={4}
          resize="vertical"
          onChange={(_, { value }) => setTemplates({ ...templates, description: value })}
        />
      </Field>
      {[...needed, ...usual, ...rest].map(({ meta }) => {
        const has = values[meta.id] !== undefined || valueOf(fields[meta.id]) !== undefined;
        return (
          <Field key={meta.id} label={meta.name} size="small">
            <Select
              size="small"
              value={fields[meta.id]?.as ?? "open"}
              onChange={(_, { value }) => settle(meta.id, asIn(value))}
            >
              <option value="open">As everybody likes</option>
              <option value="suggested" disabled={!has}>
                Suggest what the form has now
              </option>
              <option value="fixed" disabled={!has}>
                Always what the form has now
              </option>
              <option value="hidden" disabled={meta.required && !meta.hasDefault}>
                Hidden
              </option>
            </Select>
          </Field>
        );
      })}
      {refused && <Problem error={refused} />}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabled={saving || problems.summary !== undefined || problems.description !== undefined}
          onClick={() => {
            const { summary, description } = templates;
            save({
              fields,
              summary: summary.trim() === "" ? undefined : summary,
              description: description.trim() === "" ? undefined : description,
            }).catch(fault);
          }}
        >
          Save for the team
        </Button>
        <Button disabled={saving} onClick={() => void save(undefined).catch(fault)}>
          Remove
        </Button>
        <Button disabled={saving} onClick={() => onClose(false)}>
          Cancel
        </Button>
      </div>
    </>
  );
}

function asIn(value: string): As {
  return value === "suggested" || value === "fixed" || value === "hidden" ? value : "open";
}

function valueOf(one: FieldDefault | undefined): unknown {
  return one && "value" in one ? one.value : undefined;
}

function words(problem: ReturnType<typeof templateProblem>): string | undefined {
  if (problem === "pattern") return "A pattern between {/ and /} is not a regular expression.";
  if (problem === "slow-pattern") return "A pattern is too long, or could take very long: make it simpler.";
  return undefined;
}
