import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { AnswerField, problemOf } from "./AnswerField.tsx";
import { Choice } from "./Choice.tsx";
import { Section } from "./Section.tsx";
import type { SetupForm } from "./useSetup.ts";
import type { AnswerName } from "./written.ts";

const useStyles = makeStyles({
  summary: { cursor: "pointer" },
  fields: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalL,
  },
});

const names: readonly AnswerName[] = ["addinAddress", "jiraAddress", "upstream", "framedBy", "support"];
const reaches = [
  { value: "", label: "I do not know" },
  { value: "public", label: "Public" },
  { value: "private", label: "Private" },
];

/** What most can leave as it is. It opens by itself where something in it is wrong. */
export function AdvancedFields({ form }: { readonly form: SetupForm }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const wrong = names.some((name) => problemOf(form, name) !== undefined);
  return (
    <Section title="Only where you need it">
      <details open={open || wrong} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className={styles.summary}>
          Private networks, an inner address of Jira, an Outlook of your own, a support page
        </summary>
        <div className={styles.fields}>
          <Choice
            label="Browsers reach the add-in's host at an address that is"
            options={reaches}
            chosen={form.written.addinAddress}
            onChoose={(reach) => form.write("addinAddress", reach)}
          />
          <Choice
            label="Browsers reach Jira at an address that is"
            options={reaches}
            chosen={form.written.jiraAddress}
            onChoose={(reach) => form.write("jiraAddress", reach)}
          />
          <AnswerField
            form={form}
            name="upstream"
            label="Where the web server connects to Jira"
            placeholder="http://10.0.0.5:8080"
            hint="If that is another address than Jira's own: scheme, host and port, without a path."
          />
          <AnswerField
            form={form}
            name="framedBy"
            label="Further places that show Inlink"
            placeholder="https://mail.example.com"
            hint="Your own Outlook on the web, on Exchange on-premises: https:// and its host name. Several with blanks between. Microsoft's own are there already."
          />
          <AnswerField
            form={form}
            name="support"
            label="Support page"
            placeholder="https://intranet.example.com/inlink"
            hint="Outlook links to it for users who need help. Left empty, it is Inlink's own page."
          />
        </div>
      </details>
    </Section>
  );
}
