import { OutlookAbsent } from "../../core/errors.ts";
import { loadOffice } from "./officeScript.ts";
import type { Answer } from "./step.ts";

/** Milliseconds that office.js gets to find its host. */
const limit = 10_000;

/** Sends the answer to the pane. Nothing tells whether it arrives; where it does, the pane closes this window. */
export async function report(answer: Answer): Promise<void> {
  hideAnswer();
  await loadOffice();
  const ready = await Promise.race([
    Office.onReady().then(() => true),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), limit)),
  ]);
  if (!ready) throw new OutlookAbsent("not-ready");
  // Without a target origin the message goes to our own origin only.
  Office.context.ui.messageParent(JSON.stringify(answer));
}

/** Before a script of somebody else's starts, and for the history: the code does not stay in the address. */
function hideAnswer(): void {
  const address = new URL(window.location.href);
  address.searchParams.delete("oauth_token");
  address.searchParams.delete("oauth_verifier");
  window.history.replaceState(null, "", address);
}
