import type { ChosenKey } from "../../setup/chooseKey.ts";
import { readEarlierConfig } from "../../setup/configFile.ts";
import type { Setup } from "../../setup/makeSetup.ts";

/** The key of files that were made on this page: with other answers it stays the same, and Jira need not be told anew. */
export function madeBefore({ key, passphrase, files }: Setup): ChosenKey | undefined {
  const config = files.find(({ name }) => name === "config.json")?.text;
  const privateKey = config === undefined ? undefined : readEarlierConfig(config).privateKey;
  return privateKey === undefined ? undefined : { ...key, passphrase, privateKey };
}
