import type { FindingCode } from "../../../core/doctor/codes.ts";
import { plainly, type Wording } from "./wording.ts";

const allow = (host: string) =>
  `Allow https://${host} in the proxy, the firewall and the script blocker, then reload the pane.`;

export const outlookWords = {
  "office-ready": (fact) => ({
    result: [fact("host") || "Outlook", fact("platform")].filter((part) => part !== "").join(", "),
  }),
  "office-script-blocked": plainly({
    result: "office.js did not load",
    meaning:
      "Microsoft’s office.js, by which an add-in talks to Outlook, did not arrive. Your network may block its host, or Microsoft’s service is down. Nothing in Jira or in your mailbox is affected.",
    todo: [
      allow("appsforoffice.microsoft.com"),
      "To see whether it answers, open https://appsforoffice.microsoft.com/lib/1/hosted/office.js in a browser.",
    ],
    who: "administrator",
  }),
  "office-ajax-missing": plainly({
    result: "MicrosoftAjax.js did not load",
    meaning:
      "office.js is there, and waits for its second script, MicrosoftAjax.js, which comes from another host of Microsoft’s. Without it Outlook never gets ready, and says nothing.",
    todo: [
      allow("ajax.aspnetcdn.com"),
      "To see whether it answers, open https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js in a browser.",
    ],
    who: "administrator",
  }),
  "office-silent": plainly({
    result: "Outlook does not answer",
    meaning:
      "Both of Microsoft’s scripts are there, but Outlook does not answer them. This often passes by itself.",
    todo: ["Close the pane and open it again.", "If that does not help, reload or restart Outlook."],
    who: "you",
  }),
  "office-not-outlook": plainly({
    result: "this page is not in Outlook",
    meaning:
      "The page was opened outside Outlook, so there is no mail and no mailbox. What can be checked from here is checked.",
    todo: ["Open a mail in Outlook and press Inlink there."],
    who: "you",
  }),

  "methods-complete": (fact) => ({
    result: fact("claimedSet") === "" ? "everything" : `everything; Mailbox ${fact("claimedSet")}`,
  }),
  "methods-missing": (fact) => ({
    result: "less than others",
    meaning: `This Outlook lacks ${fact("missing")}. Inlink works without: it leaves out what this Outlook cannot hand over, such as attachments on Exchange’s own Outlook on the web, and says so where it matters.`,
  }),
  "methods-needed-missing": (fact) => ({
    result: "too little for Inlink",
    meaning: `This Outlook lacks ${fact("needed")}, without which Inlink cannot read a mail.`,
    todo: ["Use a newer Outlook, or Outlook on the web."],
    who: "administrator",
  }),

  "storage-works": plainly({ result: "works" }),
  "storage-local-blocked": plainly({
    result: "partly blocked",
    meaning: "The browser keeps Inlink’s key, but not which projects you used last. Nothing else is lost.",
  }),
  "storage-database-blocked": plainly({
    result: "partly blocked",
    meaning:
      "The browser does not let Inlink keep its opened key. Inlink works; where the key has a passphrase, you are asked for it each time the pane opens.",
    todo: [
      "Allow Outlook’s add-ins to keep data: in Chrome or Edge allow third-party cookies for this site.",
    ],
    who: "you",
  }),
  "storage-blocked": plainly({
    result: "blocked",
    meaning:
      "The browser lets Inlink keep nothing. Inlink works all the same: your sign-in is kept in the mailbox. Only the projects you used last are forgotten with the pane, and where the key has a passphrase, you are asked for it each time.",
    todo: [
      "Allow Outlook’s add-ins to keep data: in Chrome or Edge allow third-party cookies for this site.",
    ],
    who: "you",
  }),
} satisfies Readonly<Partial<Record<FindingCode, Wording>>>;
