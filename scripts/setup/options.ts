/** The command line of `npm run setup`. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { KeyWish } from "../../src/setup/chooseKey.ts";
import type { WrittenAnswers } from "../../src/setup/readAnswers.ts";

export const usage = `npm run setup -- --jira URL --host URL [options]

  --jira URL            Jira's address, as people open it
  --host URL            address of the folder where the add-in's files will be
  --mode MODE           relay (default), same-origin or cors
  --name TEXT           what users call this Jira (default: its host name)
  --consumer-key TEXT   of Jira's application link (default: inlink)
  --upstream URL        where the proxy finds Jira, if not at --jira: http://10.0.0.5:8080
  --framed-by ORIGIN    origin of an Outlook on the web of your own; may be repeated
  --addin-address X     public or private: where browsers find the add-in's host
  --jira-address X      public or private: where browsers find Jira
  --support URL         page for users who need help (default: one of the add-in's own)

  --passphrase-file F   the passphrase for the key (default: one is made, and shown once)
  --plain-key           no passphrase; says what that puts at stake
  --protect-key         a passphrase again for a key that is plain
  --rotate-key          a new key, although there is one

  --dist DIR            the built site (default: dist); gets config.json and manifest.xml
  --out DIR             for what is yours to do (default: handout)
  --offline             do not ask Jira for its version

Run again, it keeps key, id and answers, and changes only what is given. An empty text takes an answer back.`;

/** Name of the option for each answer. */
export const optionOf: Readonly<Record<keyof WrittenAnswers, string>> = {
  jira: "--jira",
  host: "--host",
  mode: "--mode",
  name: "--name",
  consumerKey: "--consumer-key",
  upstream: "--upstream",
  framedBy: "--framed-by",
  addinAddress: "--addin-address",
  jiraAddress: "--jira-address",
  support: "--support",
};

export interface Options {
  /** Only what was given. */
  readonly written: WrittenAnswers;
  readonly key: KeyWish;
  readonly dist: string;
  readonly out: string;
  readonly offline: boolean;
  readonly help: boolean;
}

/** Throws with what is wrong, and where all options are listed. */
function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        jira: text,
        host: text,
        mode: text,
        name: text,
        "consumer-key": text,
        upstream: text,
        "framed-by": { type: "string", multiple: true },
        "addin-address": text,
        "jira-address": text,
        support: text,
        "passphrase-file": text,
        "plain-key": flag,
        "protect-key": flag,
        "rotate-key": flag,
        dist: { type: "string", default: "dist" },
        out: { type: "string", default: "handout" },
        offline: flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Error(
      `${error.message}\nNothing was written. Options come after two hyphens: npm run setup -- --mode cors\nAll options: npm run setup -- --help`,
      { cause: error },
    );
  }
}

/** Throws with one sentence, or with where to look. */
export function readOptions(args: readonly string[]): Options {
  const values = parsed(args);
  if (values["plain-key"] && values["protect-key"])
    throw new Error("Give --plain-key or --protect-key, not both.");
  const file = values["passphrase-file"];
  const written: WrittenAnswers = {
    jira: values.jira,
    host: values.host,
    mode: values.mode,
    name: values.name,
    consumerKey: values["consumer-key"],
    upstream: values.upstream,
    framedBy: values["framed-by"],
    addinAddress: values["addin-address"],
    jiraAddress: values["jira-address"],
    support: values.support,
  };
  return {
    written: Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)),
    key: {
      protection: values["plain-key"]
        ? "plain"
        : values["protect-key"] || file !== undefined
          ? "passphrase"
          : undefined,
      passphrase: file === undefined ? undefined : passphraseIn(file),
      rotate: values["rotate-key"],
    },
    dist: values.dist,
    out: values.out,
    offline: values.offline,
    help: values.help,
  };
}

function passphraseIn(file: string): string {
  const passphrase = readFileSync(file, "utf8").replace(/\r?\n$/, "");
  if (passphrase.trim() === "") throw new Error(`There is no passphrase in ${file}.`);
  return passphrase;
}
