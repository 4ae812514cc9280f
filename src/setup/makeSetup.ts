/** All that set-up makes, from the answers and what an earlier run left: keys and id stay unless asked otherwise. */
import type { SetupAnswers } from "./answers.ts";
import { configFile, readEarlierConfig } from "./configFile.ts";
import type { SetupFile } from "./files.ts";
import { jiraSteps, jiraStepsText, type JiraStep } from "./jiraSteps.ts";
import { makeKeyPair, publicKeyOf, type KeyCrypto } from "./keyPair.ts";
import { manifestFile, manifestId, newManifestId } from "./manifestFile.ts";

export interface SetupSource {
  /** Text of the manifest.xml in the repository. */
  readonly manifestTemplate: string;
  /** Texts of an earlier run. */
  readonly config: string | undefined;
  readonly manifest: string | undefined;
  /** Of a new key; undefined: a plain key. An earlier key stays as it is. */
  readonly passphrase: string | undefined;
  /** Makes a new key although there is one. */
  readonly rotateKey: boolean;
}

export interface Setup {
  readonly files: readonly SetupFile[];
  readonly steps: readonly JiraStep[];
  readonly keyIsNew: boolean;
}

/** Throws ConfigInvalid for an earlier config.json that cannot be read, KeyUnreadable for its key. */
export async function makeSetup(
  answers: SetupAnswers,
  source: SetupSource,
  crypto: KeyCrypto,
): Promise<Setup> {
  const earlier = source.config === undefined ? undefined : readEarlierConfig(source.config);
  const kept = source.rotateKey ? undefined : earlier?.privateKey;
  const { privateKey, publicKey } =
    kept === undefined
      ? await makeKeyPair(crypto, source.passphrase)
      : { privateKey: kept, publicKey: await publicKeyOf(kept, crypto.subtle) };
  const id =
    (source.manifest === undefined ? undefined : manifestId(source.manifest)) ??
    newManifestId((count) => crypto.randomBytes(count));
  const steps = jiraSteps(answers, publicKey);
  return {
    keyIsNew: kept === undefined,
    steps,
    files: [
      {
        name: "config.json",
        text: configFile(answers, privateKey, earlier),
        place: "site",
        purpose: "what the add-in reads at start; holds the key",
      },
      {
        name: "manifest.xml",
        text: manifestFile(source.manifestTemplate, answers, id),
        place: "site",
        purpose: "what Outlook is given",
      },
      {
        name: "jira.txt",
        text: jiraStepsText(steps),
        place: "handout",
        purpose: "the values to type into Jira",
      },
    ],
  };
}
