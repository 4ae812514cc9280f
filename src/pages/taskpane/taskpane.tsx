/** The pane in Outlook: shows something at once, starts everything that can start, and hands over to Start. */
import { createRoot } from "react-dom/client";
import { officeReady } from "../../outlook/ready.ts";
import { watchTheme } from "../../outlook/theme.ts";
import { Start, type Theme } from "../../ui/Start.tsx";
import { boot } from "./boot.ts";

const ready = officeReady();
ready.catch(() => undefined); // `boot` waits for it too, and tells.

/** The system's theme until Outlook can be asked for its own. */
function themeOfOutlook(listener: (theme: Theme) => void): () => void {
  let stop = (): void => undefined;
  let stopped = false;
  listener(window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  ready.then(
    () => {
      if (!stopped) stop = watchTheme(listener);
    },
    () => undefined, // No Outlook: `boot` says so.
  );
  return () => {
    stopped = true;
    stop();
  };
}

const pane = document.getElementById("pane");
if (!pane) throw new Error("taskpane.html has no #pane");
createRoot(pane).render(
  <Start
    boot={(passphrase) => boot(ready, passphrase)}
    watchTheme={themeOfOutlook}
    examination={async (token, passphrase) => {
      const { prepareExamination } = await import("./examination.ts");
      return prepareExamination({ officeReady: ready, token, passphrase });
    }}
  />,
);

// The form is likely to be the next step: its code comes while office.js is still talking to Outlook.
void import("../../ui/Workbench.tsx");
