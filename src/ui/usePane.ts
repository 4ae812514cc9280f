import { useEffect, useEffectEvent, useReducer } from "react";
import { firstDraft } from "../core/draft/draft.ts";
import { endsSession, isInlinkError, type InlinkError } from "../core/errors.ts";
import {
  firstPane,
  nextPane,
  type Pane,
  type PaneEvent,
  type SessionState,
  type Work,
} from "../core/flow.ts";
import { mailText } from "../core/mailText.ts";
import { usePanePorts } from "./panePorts.ts";
import { useFault } from "./useFault.ts";

/** The pane's state, kept in step with the selected mail. */
export function usePane(session: SessionState): {
  pane: Pane;
  work: Work | undefined;
  tell: (event: PaneEvent) => void;
} {
  const ports = usePanePorts();
  const fault = useFault();
  const [pane, tell] = useReducer(nextPane, session, firstPane);
  const work = pane.mail && pane.works[pane.mail.id];

  useEffect(() => {
    const select = (): void => {
      const mail = ports.mailbox.currentMail();
      tell({ type: "mail-selected", mail, draft: mail && firstDraft(mail, ports.recents) });
    };
    select();
    return ports.mailbox.onMailChanged(select);
  }, [ports]);

  const read = useEffectEvent(({ mail }: Work, inCharge: () => boolean) => {
    mailText(ports.mailbox, mail).then(
      (text) => tell({ type: "text-read", mailId: mail.id, text }),
      (error: unknown) => {
        const movedOn = !inCharge() || ports.mailbox.currentMail()?.id !== mail.id;
        if (!isInlinkError(error)) fault(error);
        // The user moved on: the text is read when they come back. Unless they have, before anybody looked.
        else if (error.code !== "mail-changed" || !movedOn)
          tell({ type: "text-unread", mailId: mail.id, error });
      },
    );
  });
  const unread = work?.text === undefined && work?.unread === undefined;
  useEffect(() => {
    if (!work || !unread) return undefined;
    let current = true;
    read(work, () => current);
    return () => {
      current = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a mail, not at each edit of its draft
  }, [work?.mail.id, unread]);

  const rejected = endOf(pane.session);
  useEffect(() => {
    if (!rejected) return;
    ports.session.forget().catch((error: unknown) => {
      if (!isInlinkError(error)) fault(error); // The record stays behind; its token is dead, and says so next time.
    });
  }, [ports, rejected, fault]);

  return { pane, work, tell };
}

function endOf(session: SessionState): InlinkError | undefined {
  return session.step === "signed-out" && session.why && endsSession(session.why) ? session.why : undefined;
}
