/** What to type into Jira for the incoming link, facts as in Atlassian's dialogs: each value by itself, to be copied. */
import type { SetupAnswers } from "./answers.ts";

export interface JiraStep {
  readonly text: string;
  /** To be typed exactly so; undefined: nothing to type. */
  readonly value?: string;
}

/** @param publicKey undefined: the link has it already, and only the passphrase would tell it. */
export function jiraSteps(answers: SetupAnswers, publicKey: string | undefined): readonly JiraStep[] {
  return [
    { text: "In Jira open Administration, Applications, Application links, and press Create link." },
    {
      text: 'From Jira 8.22 on: choose "Atlassian product". Not "External application", which makes an OAuth 2.0 link.',
    },
    {
      text: "Application URL (it only has to be unique, and need not exist)",
      value: applicationUrl(answers),
    },
    { text: "Jira says that no response was received from this URL: press Continue all the same." },
    { text: "Application name", value: "Inlink" },
    { text: "Jira 7 to 8.21 asks for the application type: choose Generic Application." },
    { text: 'Tick "Create incoming link", leave every other field empty, and press Continue.' },
    { text: "Consumer key", value: answers.consumerKey },
    { text: "Consumer name", value: "Inlink" },
    publicKey === undefined
      ? { text: "Public key: the link has it already, leave it as it is." }
      : { text: "Public key", value: publicKey },
    { text: "Consumer callback URL: leave it empty." },
    {
      text: "Allow 2-Legged OAuth, and its impersonation: leave both boxes off. They would let anyone act as anyone.",
    },
    ...(answers.mode === "cors" ? allowlist(answers) : []),
  ];
}

function allowlist({ host }: SetupAnswers): readonly JiraStep[] {
  return [
    {
      text: "Then open System, Security, Allowlist, and add an entry of the type Exact match",
      value: new URL(host).origin,
    },
    { text: 'Tick "Allow incoming". Where preflights still fail, tick "Allow anonymous users" as well.' },
  ];
}

/** Resolves nowhere on purpose (RFC 6761): Jira opens CORS for the origin of a link, which nobody has then. */
function applicationUrl({ consumerKey }: SetupAnswers): string {
  return `https://${consumerKey.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-")}.invalid`;
}

export function jiraStepsText(steps: readonly JiraStep[]): string {
  return steps
    .map(
      ({ text, value }, at) => `${at + 1}. ${text}${value === undefined ? "" : `:\n\n${value.trim()}\n`}\n`,
    )
    .join("\n");
}
