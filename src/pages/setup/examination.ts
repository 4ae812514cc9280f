/** What the connection check works with on the administrator's page: no Outlook, nobody signed in, nothing kept. */
import type { Examination } from "../../ui/connectionCheck.ts";
import { about } from "../about.ts";
import { createDoctorPorts } from "../doctorPorts.ts";
import { createKeyRing } from "../keyRing.ts";

const keyRing = createKeyRing();

export function prepareExamination(passphrase: string | undefined): Examination {
  return {
    about: about(),
    ports: createDoctorPorts({
      outlook: undefined,
      openKey: async (site) => (await keyRing.open(site, passphrase)).key,
    }),
  };
}
