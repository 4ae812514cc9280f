import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { useFault } from "../useFault.ts";
import { Section } from "./Section.tsx";
import type { SetupForm } from "./useSetup.ts";

const useStyles = makeStyles({ row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM } });

/** A later run: what is there already keeps its key, its id and its answers. */
export function EarlierFiles({ form }: { readonly form: SetupForm }) {
  const styles = useStyles();
  const fault = useFault();
  const picker = useRef<HTMLInputElement>(null);
  const { used, problems } = form.earlier;
  return (
    <Section title="Set up before?">
      <Text block>
        {used.length > 0
          ? `Inlink goes on from the earlier run: ${listed(used)}. What you do not change stays as it is.`
          : "If not, go on below. If so, choose config.json, manifest.xml and setup.json of that time: key, id and answers then stay as they are."}
      </Text>
      {problems.map((problem) => (
        <MessageBar key={problem} intent="warning" layout="multiline">
          <MessageBarBody>{problem} It is left out here.</MessageBarBody>
        </MessageBar>
      ))}
      <div className={styles.row}>
        <Button onClick={() => picker.current?.click()}>
          {used.length > 0 ? "Choose other files" : "Choose files"}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept=".json,.xml"
          aria-label="Files of an earlier run"
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])].map((file) => file.text());
            currentTarget.value = ""; // so that the same file can be chosen again
            if (chosen.length > 0) Promise.all(chosen).then(form.chooseFiles).catch(fault);
          }}
        />
      </div>
    </Section>
  );
}

function listed(names: readonly string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " and $1");
}
