/** The sign-in page's words. */
import type { ConfigInvalid } from "../../core/errors.ts";
import type { Refusal } from "./step.ts";

export const refused: Readonly<Record<Refusal, string>> = {
  "nothing-asked":
    "This page is a step of signing in to Jira. Open Inlink in Outlook and sign in from there.",
  "foreign-address":
    "This sign-in link names an address of its own, so it was not followed. Open Inlink in Outlook and sign in from there.",
  "odd-token": "This sign-in link is damaged or incomplete. Open Inlink in Outlook and sign in again.",
  "odd-answer": "Jira's answer is damaged or incomplete. Open Inlink in Outlook and sign in again.",
  "unknown-site":
    "This sign-in link is for a Jira that Inlink is not set up for. Open Inlink in Outlook and sign in from there.",
};

export const leaving = "Taking you to Jira…";
export const reporting = "Handing over to Inlink. This window closes by itself.";
export const typeCode = "Almost there. Type this code into Inlink’s pane in Outlook, then close this window.";
export const stillOpen =
  "If Inlink in Outlook still waits, type this code into its pane. Then you can close this window.";
export const denied = "Access was denied, so Inlink is not signed in. You can close this window.";
export const copied = "Copied.";
export const notCopied = "The browser did not allow copying. Select the code and copy it by hand.";
export const broken =
  "Something went wrong in this window. Close it and sign in again from Inlink in Outlook.";

export function unusableConfig({ key, problem, remedy }: ConfigInvalid): string {
  const where = key === "" ? "config.json" : `config.json, ${key}`;
  return `Inlink is not set up correctly. Please tell whoever looks after it: ${where}: ${problem}. ${remedy}`;
}
