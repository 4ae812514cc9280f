import type { FindingCode } from "../../../core/doctor/codes.ts";
import { again, jirasProxy, relayLocation } from "./screens.ts";
import { plainly, titles, type FactOf, type Wording } from "./wording.ts";

const told = (fact: FactOf) =>
  [fact("problem"), fact("status"), fact("reason")].filter((part) => part !== "").join(", ") ||
  "no reason given";
const raise = (megabytes: string) =>
  `Raise the limit: nginx client_max_body_size ${megabytes}m; Apache LimitRequestBody ${Number(megabytes) * 1_048_576}; IIS maxAllowedContentLength. This is for ${relayLocation}, for ${jirasProxy}, and for a firewall before them.`;

export const issueWords = {
  "create-meta-paged": (fact) => ({ result: projects(fact) }),
  "create-meta-whole": (fact) => ({ result: `${projects(fact)}, in the old form` }),
  "create-meta-no-projects": plainly({
    result: "no project",
    meaning: "You are signed in, and Jira shows you no project. So there is nothing to create an issue in.",
    todo: [
      "Ask for the permissions “Browse Projects” and “Create Issues”: in Jira “Project settings”, “Permissions”.",
    ],
    who: "administrator",
  }),
  "create-meta-missing": plainly({
    result: "Jira does not say what can be created",
    meaning:
      "Neither the present nor the old form of Jira’s create metadata is there. A proxy does not pass the path, or this is no Jira that Inlink knows.",
    todo: [
      `Let /rest/api/2/issue/createmeta and all below it through: in ${relayLocation}, at ${jirasProxy}.`,
      again,
    ],
    who: "administrator",
  }),
  "create-meta-failed": (fact) => ({
    result: "could not be read",
    meaning: `Jira did not say what can be created: ${told(fact)}.`,
    todo: ["Press “Check again”. If it stays, look into Jira’s log at the time of this check."],
    who: "administrator",
  }),

  "attachments-on": (fact) => ({
    result: fact("limit") === "" ? "allowed" : `allowed, up to ${size(fact("limit"))} each`,
  }),
  "attachments-off": plainly({
    result: "switched off in Jira",
    meaning: "Issues and comments work. Files and the mail itself cannot be attached.",
    todo: [
      "In Jira open “Administration”, “System”, “Attachments”, “Edit Settings”, and choose “Allow Attachments”.",
    ],
    who: "administrator",
  }),
  "attachments-failed": (fact) => ({
    result: "could not be told",
    meaning: `Jira did not say whether attachments are allowed: ${told(fact)}.`,
    todo: ["Press “Check again”. If it stays, look into Jira’s log at the time of this check."],
    who: "administrator",
  }),

  "body-limit-passes": (fact) => ({ result: `${size(fact("passes"))} pass` }),
  "body-limit-low": (fact) => ({
    result: `${size(fact("refused"))} are refused`,
    meaning: `Jira would take it, but a proxy on the way refuses ${size(fact("refused"))}${fact("status") === "" ? "" : ` (${fact("status")})`}; ${size(fact("passes"))} still pass. Larger files of a mail cannot be attached.`,
    todo: [raise("100"), again],
    who: "administrator",
  }),
  "body-limit-blocked": (fact) => ({
    result: "uploads are refused",
    meaning: `Even ${size(fact("refused"))} are refused${fact("status") === "" ? "" : ` (${fact("status")})`}, and not by Jira. Issues and comments work; no file can be attached.`,
    todo: [`Let POST /rest/api/2/issue/…/attachments through. ${raise("100")}`, again],
    who: "administrator",
  }),
  "body-limit-unknown": (fact) => ({
    result: "could not be tried",
    meaning: `Jira or a proxy asked for patience${fact("status") === "" ? "" : ` (${fact("status")})`}.`,
    todo: ["Run this again in a minute."],
    who: "you",
  }),

  "needs-earlier": (fact) => ({ result: `not tried: needs “${titleOf(fact("needs"))}”` }),
  "not-signed-in": plainly({ result: "not tried: nobody is signed in" }),
  "outside-outlook": plainly({ result: "not tried: only in Outlook" }),
  stopped: plainly({ result: "not tried" }),
  "check-broke": (fact) => ({
    result: "this check itself failed",
    meaning: `A fault in Inlink, not in your connection: ${fact("error")}.`,
    todo: ["Press “Check again”. If it stays, copy the report and send it to whoever gave you Inlink."],
    who: "administrator",
  }),
} satisfies Readonly<Partial<Record<FindingCode, Wording>>>;

function titleOf(check: string): string {
  return Object.entries(titles).find(([id]) => id === check)?.[1] ?? check;
}

function projects(fact: FactOf): string {
  return fact("projects") === "1" ? "1 project" : `${fact("projects")} projects`;
}

/** @param bytes as text. */
function size(bytes: string): string {
  const megabytes = Number(bytes) / 1_048_576;
  return `${megabytes >= 10 || Number.isInteger(megabytes) ? Math.round(megabytes) : megabytes.toFixed(1)} MB`;
}
