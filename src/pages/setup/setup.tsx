/** The set-up page: wires the browser to the form. Served beside the pane, or opened from disk before anything is hosted. */
import { createRoot } from "react-dom/client";
import manifestTemplate from "../../../manifest.xml";
import { LazyDoctor } from "../../ui/doctor/LazyDoctor.tsx";
import { SetupPage } from "../../ui/setup/SetupPage.tsx";
import type { SetupPorts } from "../../ui/setup/setupPorts.ts";
import { copy, download } from "./handOver.ts";
import { findEarlier, ownFolder } from "./nearby.ts";

const ports: SetupPorts = {
  crypto: window.isSecureContext
    ? {
        subtle: crypto.subtle,
        randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      }
    : undefined,
  manifestTemplate,
  ownFolder: ownFolder(),
  findEarlier,
  download,
  copy,
};

function watchDark(listener: (dark: boolean) => void): () => void {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const tell = (): void => listener(query.matches);
  tell();
  query.addEventListener("change", tell);
  return () => query.removeEventListener("change", tell);
}

const root = document.getElementById("setup");
if (!root) throw new Error("setup.html has no #setup");
// From the disk a page can read no config.json: there is no connection to check.
const check = window.location.protocol.startsWith("http") ? (
  <LazyDoctor
    prepare={async (passphrase) => {
      const { prepareExamination } = await import("./examination.ts");
      return prepareExamination(passphrase);
    }}
  />
) : undefined;
createRoot(root).render(<SetupPage ports={ports} watchDark={watchDark} check={check} />);
