import { makeStyles, tokens } from "@fluentui/react-components";
import type { JiraTask } from "../../setup/jiraSteps.ts";
import { CopyValue } from "./CopyValue.tsx";
import { Heading, Section } from "./Section.tsx";
import { Steps } from "./Steps.tsx";

type Value = NonNullable<JiraTask["steps"][number]["value"]>;

const names: Readonly<Record<Value["field"], string>> = {
  applicationUrl: "Application URL",
  applicationName: "Application Name",
  consumerKey: "Consumer Key",
  consumerName: "Consumer Name",
  publicKey: "Public Key",
  allowlistOrigin: "Expression",
};

const useStyles = makeStyles({
  task: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, minWidth: 0 },
});

/** The same as jira.html has: each thing to press, and each value to type. */
export function JiraTasks({ tasks }: { readonly tasks: readonly JiraTask[] }) {
  const styles = useStyles();
  return (
    <Section title="In Jira">
      {tasks.map(({ id, title, steps }) => (
        <div key={id} className={styles.task}>
          <Heading>{title}</Heading>
          <Steps>
            {steps.map(({ text, value }) => (
              <li key={text}>
                {text}
                {value && <CopyValue what={names[value.field]} text={value.text.trim()} />}
              </li>
            ))}
          </Steps>
        </div>
      ))}
    </Section>
  );
}
