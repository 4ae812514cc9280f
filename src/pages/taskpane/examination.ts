/** What the connection check works with in the pane, however far the pane itself came. */
import { readOutlookFacts } from "../../outlook/facts.ts";
import type { Examination } from "../../ui/connectionCheck.ts";
import { about } from "../about.ts";
import { createDoctorPorts } from "../doctorPorts.ts";
import { keyRing } from "./boot.ts";

interface Known {
  readonly officeReady: Promise<void>;
  /** Of who is signed in. */
  readonly token: string | undefined;
  /** Just typed. */
  readonly passphrase: string | undefined;
}

export async function prepareExamination({ officeReady, token, passphrase }: Known): Promise<Examination> {
  const outlook = await readOutlookFacts(officeReady);
  return {
    about: about(),
    ports: createDoctorPorts({
      outlook,
      openKey: async (site) => (await keyRing.open(site, passphrase)).key,
      tokenOf: () => token,
    }),
  };
}
