import type { HostingMode } from "../../setup/answers.ts";
import { AnswerField, problemOf } from "./AnswerField.tsx";
import { Choice, type Option } from "./Choice.tsx";
import { Section } from "./Section.tsx";
import type { SetupForm } from "./useSetup.ts";

const modes: readonly Option<HostingMode>[] = [
  {
    value: "relay",
    label: "Relay path (recommended)",
    meaning:
      "A web server of its own has the files, and one narrow path of it leads to Jira. Nothing changes in front of Jira.",
  },
  {
    value: "same-origin",
    label: "On Jira's own host",
    meaning:
      "The proxy in front of Jira serves the files too. The simplest where that proxy is yours; Microsoft's office.js then runs on Jira's origin.",
  },
  {
    value: "cors",
    label: "CORS in front of Jira",
    meaning:
      "Another host has the files, and the proxy in front of Jira lets pages of that host in. Jira's allowlist needs an entry as well.",
  },
];

const folders: Readonly<Record<string, string>> = {
  "same-origin": "A folder of its own on Jira's host, beside Jira: https://jira.example.com/outlook-addin",
};
const usualFolder = "Not on Jira's host: https://addin.example.com/inlink";

/** Where Jira is, where the add-in will be, and how the one reaches the other. */
export function AddressFields({ form }: { readonly form: SetupForm }) {
  return (
    <Section title="Addresses">
      <AnswerField
        form={form}
        name="jira"
        label="Jira's address"
        required
        placeholder="https://jira.example.com"
        hint='As people open it, with its path if there is one. Jira shows it as "Base URL" in "Administration", "System", "General configuration".'
      />
      <Choice
        label="How the add-in reaches Jira"
        options={modes}
        chosen={form.written.mode}
        problem={problemOf(form, "mode")}
        onChoose={(mode) => form.write("mode", mode)}
      />
      <AnswerField
        form={form}
        name="host"
        label="Folder of the add-in"
        required
        placeholder="https://addin.example.com/inlink"
        hint={`The address at which you will put Inlink's files. ${folders[form.written.mode] ?? usualFolder}`}
      />
    </Section>
  );
}
