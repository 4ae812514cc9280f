/** `npm run setup`: keys, config.json, the production manifest and all that is to be done in Jira, from a few answers. */
import { join, resolve } from "node:path";
import { ConfigInvalid, KeyLocked, KeyUnreadable } from "../src/core/errors.ts";
import type { SetupAnswers } from "../src/setup/answers.ts";
import { readEarlierConfig } from "../src/setup/configFile.ts";
import { answersFileName, earlierAnswers } from "../src/setup/earlierAnswers.ts";
import { makeSetup, type Setup, type SetupSource } from "../src/setup/makeSetup.ts";
import { readAnswers } from "../src/setup/readAnswers.ts";
import { ensureBuilt } from "./built.ts";
import { main } from "./main.ts";
import { askMissing } from "./setup/askMissing.ts";
import { leftOver, textIn, writeAll } from "./setup/disk.ts";
import { lookAtJira } from "./setup/lookAtJira.ts";
import { optionOf, readOptions, usage } from "./setup/options.ts";
import { summary } from "./setup/summary.ts";
import { ask, askSecret, isTerminal } from "./setup/terminal.ts";

const template = resolve(import.meta.dirname, "..", "manifest.xml");

await main(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const inDist = (name: string) => join(options.dist, name);
  if (resolve(inDist("manifest.xml")) === template)
    throw new Error(
      "--dist: this folder holds the template of the manifest. Give the folder of the built site.",
    );
  try {
    const config = textIn(inDist("config.json"));
    const earlier = {
      config: config === undefined ? undefined : readEarlierConfig(config),
      manifest: textIn(inDist("manifest.xml")),
      answers: textIn(join(options.out, answersFileName)),
    };
    const told = { ...earlierAnswers(earlier), ...options.written };
    const { answers, problems } = readAnswers(isTerminal() ? await askMissing(told, ask, console.log) : told);
    if (!answers) {
      for (const { field, text } of problems) console.error(`${optionOf[field]}: ${text}`);
      console.error("\nAll options: npm run setup -- --help");
      return 1;
    }
    if (options.dist === "dist") ensureBuilt();
    const server = options.offline ? undefined : await lookAtJira(answers.jiraUrl, console.log);
    const setup = await opened(answers, {
      manifestTemplate: textIn(template) ?? "",
      config: earlier.config,
      manifest: earlier.manifest,
      key: options.key,
      server,
    });
    console.log(summary(setup, write(setup, options)));
    return 0;
  } catch (error) {
    console.error(`\n${explained(error)}`);
    return 1;
  }
});

/** Asks for the passphrase of an earlier key where that is needed and somebody is there to ask. */
async function opened(answers: SetupAnswers, source: SetupSource): Promise<Setup> {
  const { subtle } = crypto;
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  try {
    return await makeSetup(answers, source, { subtle, randomBytes });
  } catch (error) {
    if (!(error instanceof KeyLocked) || !isTerminal()) throw error;
    const passphrase = await askSecret(
      error.given ? "That does not open the key. Passphrase: " : "The key's passphrase: ",
    );
    if (passphrase === "") throw error;
    return opened(answers, { ...source, key: { ...source.key, passphrase } });
  }
}

/** @returns what was written, with what it is for, a line each; what is as it was; and what another mode left. */
function write({ files }: Setup, { dist, out }: { readonly dist: string; readonly out: string }) {
  const placed = files.map((file) => ({
    ...file,
    path: join(file.place === "site" ? dist : out, file.name),
  }));
  const unchanged = placed.filter(({ path, text }) => textIn(path) === text);
  writeAll(placed);
  return {
    written: placed
      .filter((file) => !unchanged.includes(file))
      .map(({ path, purpose }) => `${path}: ${purpose}`),
    unchanged: unchanged.map(({ path }) => path),
    leftOver: leftOver(
      out,
      placed.map(({ name }) => name),
    ),
  };
}

function explained(error: unknown): string {
  if (error instanceof ConfigInvalid) return `${error.problem}. ${error.remedy}`;
  if (error instanceof KeyLocked)
    return error.given
      ? "The passphrase does not open the key that is in config.json. Nothing was changed."
      : "The key that is in config.json is protected, and this needs it opened: give its passphrase by --passphrase-file, or make a new key by --rotate-key.";
  if (error instanceof KeyUnreadable)
    return `The key that is in config.json cannot be used (${error.reason}). Mend it, or make a new one by --rotate-key.`;
  throw error;
}
