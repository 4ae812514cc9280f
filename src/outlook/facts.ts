/** What this Outlook is and has, for the connection doctor: also where office.js never got so far as to say it. */
import type { OutlookMethod } from "../core/doctor/outlookMethods.ts";
import type { OutlookFacts } from "../core/doctor/ports.ts";
import { OutlookAbsent } from "../core/errors.ts";
import { has, member, textOf } from "./member.ts";

type Script = OutlookFacts["script"];

/** Milliseconds that are given to an office.js that has not said yet whether it gets ready. */
const patience = 2000;
/** Far more than there are: 1.16 in 2026. */
const latestSet = 40;

/** @param ready of `officeReady`, which may have failed or be still under way. */
export async function readOutlookFacts(ready: Promise<void>): Promise<OutlookFacts> {
  const script = await scriptState(ready);
  const is = script === "ready";
  const context: unknown = is ? Office.context : undefined;
  const mailbox = member(context, "mailbox");
  const diagnostics = member(mailbox, "diagnostics");
  return {
    script,
    host: textOf(member(diagnostics, "hostName")),
    version: textOf(member(diagnostics, "hostVersion")),
    platform: textOf(member(member(context, "diagnostics"), "platform")),
    claimedSet: is ? claimedSet() : "",
    methods: methodsOf(context),
  };
}

const states: Readonly<Partial<Record<OutlookAbsent["reason"], Script>>> = {
  "script-blocked": "blocked",
  "not-outlook": "not-outlook",
};

async function scriptState(ready: Promise<void>): Promise<Script> {
  try {
    const waited = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), patience));
    return (await Promise.race([ready, waited])) === "late" ? silence() : "ready";
  } catch (error) {
    if (!(error instanceof OutlookAbsent)) throw error;
    return states[error.reason] ?? silence();
  }
}

/**
 * office.js waits without a word for MicrosoftAjax.js, which it asks for itself: by a script tag of its own, and only
 * where what that file defines is not there yet.
 */
function silence(): Script {
  if (!("Office" in globalThis)) return "blocked";
  const asked = [...document.scripts].some(({ src }) => /\/MicrosoftAjax\.js$/i.test(src));
  const there = "Sys" in globalThis && "Type" in globalThis;
  return asked && !there ? "missing-script" : "silent";
}

function claimedSet(): string {
  const claims = (set: string): boolean => Office.context.requirements.isSetSupported("Mailbox", set);
  for (let minor = latestSet; minor > 0; minor--) if (claims(`1.${minor}`)) return `1.${minor}`;
  return "";
}

function methodsOf(context: unknown): Record<OutlookMethod, boolean> {
  const item = member(member(context, "mailbox"), "item");
  const selected = typeof item === "object" && item !== null;
  const there = (path: OutlookMethod): boolean => {
    const [first = "", ...rest] = path.split(".");
    if (first === "item" && !selected) return true; // nothing to look at
    const start = first === "item" ? item : member(context, first);
    const method = rest.pop() ?? "";
    return has(
      rest.reduce((object, name) => member(object, name), start),
      method,
    );
  };
  return {
    "item.body.getAsync": there("item.body.getAsync"),
    "item.getAttachmentContentAsync": there("item.getAttachmentContentAsync"),
    "item.getAsFileAsync": there("item.getAsFileAsync"),
    "mailbox.addHandlerAsync": there("mailbox.addHandlerAsync"),
    "roamingSettings.saveAsync": there("roamingSettings.saveAsync"),
    "ui.displayDialogAsync": there("ui.displayDialogAsync"),
  };
}
