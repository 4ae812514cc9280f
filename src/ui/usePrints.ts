import { useEffect, useMemo, useRef } from "react";
import { nextToPrint } from "../core/draft/lookAlikes.ts";
import { isInlinkError } from "../core/errors.ts";
import type { Work, WorkEvent } from "../core/flow.ts";
import type { Mailbox } from "../core/ports.ts";
import { usePanePorts } from "./panePorts.ts";
import { useFault } from "./useFault.ts";

/** Looks into the files that call for it, one after the other, while the user is at the form. */
export function usePrints(work: Work, tell: (event: WorkEvent) => void): void {
  const { mailbox, recents } = usePanePorts();
  const { mail, stage, prints } = work;
  const fault = useFault();
  const reading = useRef(new Set<string>());
  // Anew after each submission, which may have changed them.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the step says when
  const leftOut = useMemo(() => recents.picturesLeftOut(), [recents, stage.step]);
  const fileId = nextToPrint(work, leftOut)?.id;

  useEffect(() => {
    if (fileId === undefined || reading.current.has(mail.id)) return;
    reading.current.add(mail.id);
    hashOf(mailbox, mail.id, fileId)
      .finally(() => reading.current.delete(mail.id))
      .then(
        (hash) => tell({ type: "file-printed", fileId, hash }),
        (error: unknown) => {
          if (!isInlinkError(error)) fault(error);
          // The user moved on: it is looked into when they come back.
          else if (error.code !== "mail-changed") tell({ type: "file-printed", fileId, hash: undefined });
        },
      );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once a file; what was read meanwhile lets the next one begin
  }, [mail.id, fileId, prints]);
}

async function hashOf(mailbox: Mailbox, mailId: string, fileId: string): Promise<string> {
  const { bytes } = await mailbox.file(mailId, fileId);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
