/** What to do in Jira's administration, in the words of Atlassian's screens; each value to type stands by itself. */
import type { SetupAnswers } from "./answers.ts";
import type { ChosenKey } from "./chooseKey.ts";

/** A group of steps on one of Jira's screens, in order. */
export interface JiraTask {
  readonly id: "link" | "two-legged" | "replace-key" | "allowlist";
  readonly title: string;
  readonly steps: readonly JiraStep[];
}

export interface JiraStep {
  readonly text: string;
  /** To be typed exactly so, into the field that the text names; undefined: nothing to type. */
  readonly value?: { readonly field: JiraField; readonly text: string };
}

export type JiraField =
  "applicationUrl" | "applicationName" | "consumerKey" | "consumerName" | "publicKey" | "allowlistOrigin";

/** The name that users see on Jira's Allow page. */
const name = "Inlink";
const links = 'In Jira open "Administration" (the cog), "Applications", "Application links"';

export function jiraSteps(
  answers: SetupAnswers,
  key: Pick<ChosenKey, "publicKey" | "happened">,
): readonly JiraTask[] {
  return [
    ...(key.happened === "rotated" ? [replaceKey(key.publicKey)] : [makeLink(answers, key.publicKey)]),
    twoLegged,
    ...(answers.mode === "cors" ? [allowlist(answers)] : []),
  ];
}

function makeLink(answers: SetupAnswers, publicKey: string): JiraTask {
  return {
    id: "link",
    title: "Make the application link",
    steps: [
      { text: `Sign in as a Jira system administrator. ${links}, and press "Create link".` },
      {
        text: `Is there a link to ${name} already? Then make no other one. Its Application URL may stay as it is; press its pencil ("Edit"), "Incoming Authentication", and compare consumer key and public key.`,
      },
      {
        text:
          'From Jira 8.22 on, choose "Atlassian product". Not "External application": that makes an OAuth 2.0 link, ' +
          "which is another thing. Jira 7 to 8.21 does not ask this.",
      },
      {
        text: '"Application URL". It only has to be unique and leads nowhere on purpose, as nothing is ever sent to it. Then press "Continue" or "Create new link".',
        value: { field: "applicationUrl", text: applicationUrl(answers) },
      },
      { text: 'Jira warns "No response was received from the URL you entered": press "Continue".' },
      { text: '"Application Name"', value: { field: "applicationName", text: name } },
      { text: 'Where Jira asks for "Application Type" (7 to 8.21), choose "Generic Application".' },
      { text: 'Tick "Create incoming link", leave every other field empty, and press "Continue".' },
      { text: '"Consumer Key"', value: { field: "consumerKey", text: answers.consumerKey } },
      { text: '"Consumer Name": users see it when Jira asks them for access.', value: consumerName },
      { text: '"Public Key", with its first and last line', value: { field: "publicKey", text: publicKey } },
      {
        text: 'Where there is a field "Consumer Callback URL", leave it empty: Inlink sends its own. Press "Continue".',
      },
    ],
  };
}

const consumerName = { field: "consumerName", text: name } as const;

const twoLegged: JiraTask = {
  id: "two-legged",
  title: "See that nobody can act as somebody else",
  steps: [
    { text: `${links}, press the pencil ("Edit") beside ${name}, and choose "Incoming Authentication".` },
    {
      text:
        'The boxes "Allow 2-Legged OAuth" and "Allow user impersonation through 2-Legged OAuth" must be off: with them on, ' +
        "whoever has Inlink's key can act as anybody, without being let in by them.",
    },
    { text: '"Consumer Callback URL" must be empty.' },
  ],
};

function replaceKey(publicKey: string): JiraTask {
  return {
    id: "replace-key",
    title: "Replace the public key",
    steps: [
      {
        text: "Do this right after the new config.json is published: until both are done, Jira refuses everybody.",
      },
      { text: `${links}, press the pencil ("Edit") beside ${name}, and choose "Incoming Authentication".` },
      {
        text: 'Put this into "Public Key" in place of what is there, leave the rest, and press "Save".',
        value: { field: "publicKey", text: publicKey },
      },
    ],
  };
}

function allowlist({ host }: SetupAnswers): JiraTask {
  return {
    id: "allowlist",
    title: "Let the add-in's origin in",
    steps: [
      {
        text: 'In Jira open "Administration", "System", "Security", "Allowlist" (in old versions "Whitelist").',
      },
      {
        text: '"Expression", with "Exact match" as its type. No slash at the end.',
        value: { field: "allowlistOrigin", text: new URL(host).origin },
      },
      { text: 'Tick "Allow Incoming", and press "Add".' },
      {
        text: 'Should the connection check say later that preflights fail, tick "Allow anonymous users" for this entry as well.',
      },
    ],
  };
}

/**
 * Unique, tells where the add-in is, and resolves nowhere (RFC 6761, section 6.4). Not the add-in's own address: Jira
 * answers CORS to the origin of every link, without credentials. Here that is the allowlist's decision alone, where
 * there is one to take, and nobody can own this origin.
 */
function applicationUrl({ host }: SetupAnswers): string {
  const { hostname, port, pathname } = new URL(host);
  const labels = [hostname.replaceAll(/[^a-z0-9.-]/g, "-").replaceAll(/^-+|-+$/g, ""), port].filter(Boolean);
  return `https://${labels.join("-")}.invalid${pathname.replace(/\/$/, "")}`;
}
