/** The ways in which a signed request fails, told as facts. Anything else that is thrown is a bug. */
import {
  isInlinkError,
  type JiraBusy,
  type JiraRejected,
  type JiraUnexpected,
  type JiraUnreachable,
  type OAuthRefused,
} from "../errors.ts";
import type { Facts } from "./finding.ts";

export type Trouble = OAuthRefused | JiraRejected | JiraUnreachable | JiraBusy | JiraUnexpected;

const codes: readonly string[] = [
  "oauth-refused",
  "jira-rejected",
  "jira-unreachable",
  "jira-busy",
  "jira-unexpected",
] satisfies readonly Trouble["code"][];

export function isTrouble(error: unknown): error is Trouble {
  return isInlinkError(error) && codes.includes(error.code);
}

/** status, problem, reason, advice: those that it has. */
export function factsOf(trouble: Trouble): Facts {
  switch (trouble.code) {
    case "oauth-refused": {
      const advice = trouble.details["oauth_problem_advice"] ?? "";
      return { problem: trouble.problem, status: String(trouble.status), advice };
    }
    case "jira-rejected":
      return { status: String(trouble.status), problem: trouble.messages.join("; ") };
    case "jira-unexpected":
      return { status: String(trouble.status), problem: trouble.problem };
    case "jira-busy":
      return { status: String(trouble.status) };
    case "jira-unreachable":
      return { reason: trouble.reason };
  }
}

/** For `seen`: in the few words that a finding shows. */
export function thrown(trouble: Trouble): string {
  switch (trouble.code) {
    case "oauth-refused":
      return `${trouble.status} oauth_problem: ${trouble.problem}`;
    case "jira-rejected":
      return `${trouble.status} ${[...trouble.messages, ...Object.values(trouble.fieldErrors)].join("; ")}`.trim();
    case "jira-busy":
      return String(trouble.status);
    case "jira-unexpected":
      return trouble.status === 0 ? trouble.problem : `${trouble.status} ${trouble.problem}`;
    case "jira-unreachable":
      return trouble.reason === "timeout" ? "no answer in time" : "no answer";
  }
}
