/** What set-up has to say besides its files: what is at stake, and what this Jira or this network asks for. */
import { baseUrl } from "../config/addresses.ts";
import { ConfigInvalid } from "../core/errors.ts";
import type { ServerInfo } from "../core/doctor/serverInfo.ts";
import type { SetupAnswers } from "./answers.ts";
import { policyNeed, policyOrigins } from "./browserPolicy.ts";
import type { ChosenKey } from "./chooseKey.ts";

export interface Note {
  readonly id: NoteId;
  /** "warning": something is at stake, or will not work. */
  readonly kind: "warning" | "information";
  readonly title: string;
  readonly text: string;
}

export type NoteId =
  | "plain-key"
  | "passphrase"
  | "own-passphrase"
  | "rotated"
  | "cloud"
  | "other-address"
  | "same-origin"
  | "browser-policy";

export interface NotesSource {
  readonly answers: SetupAnswers;
  readonly key: Pick<ChosenKey, "happened" | "protection" | "passphrase">;
  /** One that the administrator chose; undefined: none was asked for, or it was made here. */
  readonly ownPassphrase: string | undefined;
  /** What Jira says of itself; undefined where it was not asked, or cannot be reached from here. */
  readonly server: ServerInfo | undefined;
}

export function notes(source: NotesSource): readonly Note[] {
  const { answers, server } = source;
  return [
    ...ofKey(source),
    ...(isCloud(answers, server) ? [cloud] : []),
    ...otherAddress(answers, server),
    ...(answers.mode === "same-origin" ? [sameOrigin] : []),
    ...ofBrowsers(answers),
  ];
}

function ofKey({ key, ownPassphrase }: NotesSource): readonly Note[] {
  const changed = key.happened !== "kept";
  const own = changed && key.protection === "passphrase" && ownPassphrase !== undefined;
  return [
    ...(key.protection === "plain" ? [plainKey] : changed ? [passphrase] : []),
    ...(own && ownPassphrase.length < 16 ? [shortPassphrase] : []),
    ...(key.happened === "rotated" ? [rotated] : []),
  ];
}

/** Also for who is about to choose it. */
export const plainKey: Note = {
  id: "plain-key",
  kind: "warning",
  title: "The key is not protected",
  text:
    "Whoever can fetch config.json has Inlink's key. With it they can show a colleague Jira's genuine Allow page and get " +
    "that colleague's access to Jira by one click, and they can use any token that they read from a mailbox. So only put " +
    "a plain key on a host from which outsiders cannot fetch.",
};

const passphrase: Note = {
  id: "passphrase",
  kind: "information",
  title: "The team passphrase",
  text:
    "It is stored nowhere, so write it down. Inlink asks each user for it. Give it to them by another way than config.json: " +
    "whoever has both has the key. Lost, it cannot be found again; then rotate the key.",
};

const shortPassphrase: Note = {
  id: "own-passphrase",
  kind: "warning",
  title: "The passphrase is short",
  text:
    "Whoever can fetch config.json can try passphrases on it at leisure. One that set-up makes has 25 random characters; " +
    "of your own, take at least 16, not made of what belongs to your company.",
};

const rotated: Note = {
  id: "rotated",
  kind: "warning",
  title: "The key is a new one",
  text: "Publish config.json and replace the public key in Jira right after one another: between the two, Jira refuses everybody.",
};

function isCloud({ jiraUrl }: SetupAnswers, server: ServerInfo | undefined): boolean {
  return server?.deploymentType === "Cloud" || /(^|\.)atlassian\.net$/.test(new URL(jiraUrl).hostname);
}

const cloud: Note = {
  id: "cloud",
  kind: "warning",
  title: "This is Jira Cloud",
  text:
    "Atlassian has deprecated OAuth 1.0a there, and Jira Cloud can neither host the add-in's files nor answer its origin: " +
    'only the mode "relay" could work, and nobody has tried it. Inlink is made for Jira Data Center and Server.',
};

/** The signature is made over the address as Jira's own server knows it. */
function otherAddress({ jiraUrl }: SetupAnswers, server: ServerInfo | undefined): readonly Note[] {
  if (server === undefined || sameAddress(server.baseUrl, jiraUrl)) return [];
  return [
    {
      id: "other-address",
      kind: "warning",
      title: "Jira knows itself by another address",
      text:
        `You wrote ${jiraUrl}; Jira's base URL is ${server.baseUrl}. Requests are signed for the address that you wrote, and ` +
        "Jira refuses them where it believes in another. Set up with Jira's own one, or correct it in Jira: " +
        '"Administration", "System", "General configuration".',
    },
  ];
}

function sameAddress(written: string, jiraUrl: string): boolean {
  try {
    return baseUrl(written, "") === jiraUrl;
  } catch (error) {
    if (error instanceof ConfigInvalid) return false;
    throw error;
  }
}

const sameOrigin: Note = {
  id: "same-origin",
  kind: "information",
  title: "The add-in shares Jira's origin",
  text:
    "Microsoft's office.js, and any fault of Inlink's, run on Jira's own origin in this mode. That is the price of its " +
    'simplicity; the mode "relay" keeps the two apart.',
};

function ofBrowsers(answers: SetupAnswers): readonly Note[] {
  const note = { id: "browser-policy", title: "Chrome and Edge need a policy" } as const;
  const origins = policyOrigins(answers).join(", ");
  switch (policyNeed(answers)) {
    case "none":
      return [];
    case "unknown":
      return [
        {
          ...note,
          kind: "information",
          title: "Chrome and Edge may need a policy",
          text:
            "Where browsers reach the add-in or Jira at an address of a private network, they ask the user or refuse. Say " +
            "which addresses are private, and set-up makes the policy against it.",
        },
      ];
    case "pane":
      return [
        {
          ...note,
          kind: "warning",
          text: `The add-in comes from a public address and asks a Jira at a private one. Browsers ask the user or refuse, unless the policy files of the handout allow it for ${origins}. The mode "relay" needs none, if the add-in's host can reach Jira. ${notTried}`,
        },
      ];
    case "outlook":
      return [
        {
          ...note,
          kind: "warning",
          text: `Outlook on the web comes from a public address and shows a pane from a private one. Browsers ask the user or refuse, unless the policy files of the handout allow it for ${origins}. An Outlook of your own on a private address needs none. ${notTried}`,
        },
      ];
  }
}

const notTried =
  "Whether new and classic Outlook for Windows, which are not these browsers, heed the policy has not been tried.";
