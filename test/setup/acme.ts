/** A set-up as an administrator of Acme would do it. */
import { readFileSync } from "node:fs";
import type { SetupAnswers } from "../../src/setup/answers.ts";
import { readEarlierConfig } from "../../src/setup/configFile.ts";
import type { KeyCrypto } from "../../src/setup/keyPair.ts";
import { makeSetup, type Setup, type SetupSource } from "../../src/setup/makeSetup.ts";
import { readAnswers, type WrittenAnswers } from "../../src/setup/readAnswers.ts";

export const acme = { jira: "https://Jira.acme.example/jira/", host: "https://addin.acme.example/inlink" };
export const acmeBesideJira = { ...acme, mode: "same-origin", host: "https://jira.acme.example/inlink" };
export const template = readFileSync("manifest.xml", "utf8");
export const keyCrypto: KeyCrypto = {
  subtle: crypto.subtle,
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

export function answersOf(written: WrittenAnswers = acme): SetupAnswers {
  const { answers, problems } = readAnswers(written);
  if (!answers) throw new Error(problems.map(({ text }) => text).join());
  return answers;
}

/** Without an earlier run, and with a plain key, which is quick to make. */
export function setUp(source: Partial<SetupSource> = {}, written: WrittenAnswers = acme): Promise<Setup> {
  const first: SetupSource = {
    manifestTemplate: template,
    config: undefined,
    manifest: undefined,
    key: { protection: "plain" },
    server: undefined,
  };
  return makeSetup(answersOf(written), { ...first, ...source }, keyCrypto);
}

export function textOf({ files }: Pick<Setup, "files">, name: string): string {
  const found = files.find((file) => file.name === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found.text;
}

/** What a later run finds of an earlier one. */
export function leftBy(setup: Setup): Pick<SetupSource, "config" | "manifest"> {
  return {
    config: readEarlierConfig(textOf(setup, "config.json")),
    manifest: textOf(setup, "manifest.xml"),
  };
}
