import { useEffect, useSyncExternalStore } from "react";
import type { Draft } from "../core/draft/draft.ts";
import { isInlinkError } from "../core/errors.ts";
import type { Mail } from "../core/mail/mail.ts";
import type { ZipStates } from "../core/zips.ts";
import { usePanePorts } from "./panePorts.ts";
import { useFault } from "./useFault.ts";

/** Makes a zip; how it goes is among the states. */
export function useZipping(): (mailId: string, fileId: string) => void {
  const { zips } = usePanePorts();
  const fault = useFault();
  return (mailId, fileId) => {
    zips.zip(mailId, fileId).catch((error: unknown) => {
      if (!isInlinkError(error)) fault(error);
    });
  };
}

/** The zips that the user wants of a mail's files. Made anew where they are gone: the draft outlives them. */
export function useZips(mail: Mail, { zipped }: Draft): ZipStates {
  const { zips } = usePanePorts();
  const zip = useZipping();
  useEffect(() => {
    for (const { id } of mail.files) {
      const state = zips.states(mail.id).get(id);
      // What failed because the user went to another mail is due when they are back.
      const isDue = !state || (state.step === "failed" && state.error.code === "mail-changed");
      if (zipped[id] === true && isDue) zip(mail.id, id);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the same mail may come as a new value
  }, [zips, mail.id, zipped]);
  return useSyncExternalStore(zips.onChange, () => zips.states(mail.id));
}
