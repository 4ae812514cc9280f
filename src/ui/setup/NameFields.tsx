import { AnswerField } from "./AnswerField.tsx";
import { Section } from "./Section.tsx";
import type { SetupForm } from "./useSetup.ts";

/** What things are called. */
export function NameFields({ form }: { readonly form: SetupForm }) {
  return (
    <Section title="Names">
      <AnswerField
        form={form}
        name="name"
        label="Name of this Jira"
        placeholder={hostOf(form.written.jira)}
        hint="Users see it. Left empty, it is the name of Jira's host."
      />
      <AnswerField
        form={form}
        name="consumerKey"
        label="Consumer key"
        hint="Jira's application link knows Inlink by it. Any name that no other link of your Jira has; it is no secret."
      />
    </Section>
  );
}

function hostOf(jira: string): string {
  return URL.canParse(jira) ? new URL(jira).hostname : "";
}
