import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";

/** For whoever can help. It holds no secret and nothing of a mail. */
export function CopyReport({ report }: { readonly report: string }) {
  const [outcome, setOutcome] = useState<"copied" | "by-hand" | undefined>(undefined);
  const copy = (): void => {
    navigator.clipboard.writeText(report).then(
      () => setOutcome("copied"),
      () => setOutcome("by-hand"), // Outlook's frame need not allow it
    );
  };
  return (
    <>
      <Button onClick={copy}>{outcome === "copied" ? "Copied" : "Copy report"}</Button>
      {outcome === "by-hand" && (
        <Field
          label="The report. It has no secret in it, and nothing of a mail."
          hint="This browser does not let Inlink copy: select all and copy it yourself."
        >
          <Textarea readOnly rows={10} value={report} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
    </>
  );
}
