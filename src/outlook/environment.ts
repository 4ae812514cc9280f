import { member, textOf } from "./member.ts";

/** Where we are, as Outlook states it. "" for what it does not say. */
export interface Environment {
  /** SMTP address of the signed-in user's mailbox. */
  readonly address: string;
  readonly displayName: string;
  /** Of Outlook's own texts, as BCP 47: `en-US`. */
  readonly language: string;
  /** For diagnostics: `OutlookWebApp`, `newOutlookWindows`, `Outlook` (classic Windows and Mac). */
  readonly host: string;
  /** For diagnostics; on the web it is the Exchange server's. */
  readonly version: string;
  /** Prefix for keys of the browser's storage where it is divided by the page around us; "" where it is not. */
  readonly partition: string;
  /** Our pages' own origin: `https://addin.example.com`. */
  readonly origin: string;
}

/** To be called after officeReady. */
export function readEnvironment(): Environment {
  const mailbox = member(Office.context, "mailbox");
  const user = member(mailbox, "userProfile");
  const diagnostics = member(mailbox, "diagnostics");
  return {
    address: textOf(member(user, "emailAddress")),
    displayName: textOf(member(user, "displayName")),
    language: textOf(member(Office.context, "displayLanguage")),
    host: textOf(member(diagnostics, "hostName")),
    version: textOf(member(diagnostics, "hostVersion")),
    partition: textOf(member(Office.context, "partitionKey")),
    origin: window.location.origin,
  };
}
