import type { ChosenKey } from "./chooseKey.ts";

/** What became of the key pair, in a sentence or two. */
export const whatHappened: Readonly<Record<ChosenKey["happened"], string>> = {
  made: "The key pair is new.",
  kept: "The key pair is the one of the earlier run.",
  rotated: "The key pair is a new one, in place of the earlier run's.",
  protected: "The key pair is the one of the earlier run, now under a passphrase. Nothing changes in Jira.",
  unprotected:
    "The key pair is the one of the earlier run, now without a passphrase. Nothing changes in Jira.",
};
