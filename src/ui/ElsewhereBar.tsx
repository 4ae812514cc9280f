import { MessageBar, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import type { Pane } from "../core/flow.ts";

/** Other mails whose submission runs, or needs the user: a switch of mail hides nothing. */
export function ElsewhereBar({ pane }: { readonly pane: Pane }) {
  const others = Object.values(pane.works).filter(({ mail }) => mail.id !== pane.mail?.id);
  return others.map(({ mail, stage }) => {
    if (stage.step === "running") {
      return (
        <div key={mail.id}>
          <span>Still sending “{mail.subject}”…</span>
          <ProgressBar aria-label={`Sending ${mail.subject}`} />
        </div>
      );
    }
    const unsent = stage.step === "editing" && stage.refusal !== undefined;
    if (stage.step !== "stopped" && stage.step !== "asked" && !unsent) return null;
    return (
      <MessageBar key={mail.id} intent="warning" layout="multiline">
        <MessageBarBody>
          “{mail.subject}” {unsent ? "was not sent" : "is not finished"}. Select that mail to go on.
        </MessageBarBody>
      </MessageBar>
    );
  });
}
