/** All that set-up makes, from the answers and what an earlier run left: what was not asked for stays as it is. */
import type { ServerInfo } from "../core/doctor/serverInfo.ts";
import type { SetupAnswers } from "./answers.ts";
import { policyFiles } from "./browserPolicy.ts";
import { chooseKey, type ChosenKey, type KeyWish } from "./chooseKey.ts";
import { configFile, type EarlierConfig } from "./configFile.ts";
import { answersFile, answersFileName } from "./earlierAnswers.ts";
import type { SetupFile } from "./files.ts";
import { proxyFiles } from "./hosting/proxyFiles.ts";
import { jiraPage } from "./jiraPage.ts";
import { jiraSteps, type JiraTask } from "./jiraSteps.ts";
import type { KeyCrypto } from "./keyPair.ts";
import { manifestFile, manifestId, newManifestId, withVersion } from "./manifestFile.ts";
import { nextSteps } from "./nextSteps.ts";
import { notes, type Note } from "./notes.ts";

export interface SetupSource {
  /** Text of the manifest.xml in the repository. */
  readonly manifestTemplate: string;
  /** Of an earlier run; undefined: there was none. */
  readonly config: EarlierConfig | undefined;
  /** Text of an earlier run's manifest.xml. */
  readonly manifest: string | undefined;
  readonly key: KeyWish;
  /** What Jira says of itself; undefined where it was not asked, or cannot be reached from here. */
  readonly server: ServerInfo | undefined;
}

export interface Setup {
  readonly files: readonly SetupFile[];
  readonly tasks: readonly JiraTask[];
  readonly notes: readonly Note[];
  /** In order. */
  readonly next: readonly string[];
  readonly key: Pick<ChosenKey, "happened" | "protection" | "publicKey">;
  /** Made here, to be shown once and kept nowhere. undefined: there is none, or the administrator knows it. */
  readonly passphrase: string | undefined;
}

/**
 * Throws KeyUnreadable for an earlier key, KeyLocked where its passphrase is needed (see `chooseKey`), and
 * ConfigInvalid for an address that no web server's configuration can hold.
 */
export async function makeSetup(
  answers: SetupAnswers,
  { manifestTemplate, config, manifest, key: wish, server }: SetupSource,
  crypto: KeyCrypto,
): Promise<Setup> {
  const servers = proxyFiles(answers);
  const { privateKey, passphrase, ...key } = await chooseKey(crypto, config?.privateKey, wish);
  const tasks = jiraSteps(answers, key);
  const id = keptId(manifest, manifestTemplate) ?? newManifestId(crypto.randomBytes);
  return {
    key,
    passphrase,
    tasks,
    notes: notes({ answers, key: { ...key, passphrase }, ownPassphrase: wish.passphrase, server }),
    next: nextSteps(answers, key),
    files: [
      {
        name: "config.json",
        text: configFile(answers, privateKey, config),
        place: "site",
        purpose: "What the add-in reads at its start; holds the key.",
      },
      {
        name: "manifest.xml",
        text: withVersion(manifestFile(manifestTemplate, answers, id), manifest),
        place: "site",
        purpose: "What Outlook is given.",
      },
      {
        name: "jira.html",
        text: jiraPage(answers, tasks),
        place: "handout",
        purpose: "What to do in Jira, with each value to type.",
      },
      ...servers.map(({ name, server, text, place, tested }): SetupFile => ({
        name,
        server,
        text,
        place: "handout",
        purpose: tested ? place : `${place} (an example that was never run)`,
      })),
      ...policyFiles(answers),
      {
        name: answersFileName,
        text: answersFile(answers),
        place: "handout",
        purpose: "The answers of this run, for the next one. No secret.",
      },
    ],
  };
}

/** Not the template's: with that one, the bench's add-in and this would be the same to Outlook. */
function keptId(manifest: string | undefined, template: string): string | undefined {
  const id = manifest === undefined ? undefined : manifestId(manifest);
  return id === manifestId(template) ? undefined : id;
}
