/** `npm run setup`: keys, config.json, the production manifest and the values for Jira, from a few answers. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeSetup } from "../src/setup/makeSetup.ts";
import { makePassphrase } from "../src/setup/passphrase.ts";
import { readAnswers } from "../src/setup/readAnswers.ts";
import { ensureBuilt } from "./built.ts";
import { main } from "./main.ts";

const usage =
  "npm run setup -- --jira https://jira.example.com --host https://addin.example.com/inlink [--mode relay|same-origin|cors] " +
  "[--name TEXT] [--consumer-key KEY] [--support URL] [--plain-key] [--rotate-key] [--dist DIR] [--out DIR]";

await main(async () => {
  const { values } = parseArgs({
    options: {
      jira: { type: "string" },
      host: { type: "string" },
      mode: { type: "string" },
      name: { type: "string" },
      "consumer-key": { type: "string" },
      support: { type: "string" },
      "plain-key": { type: "boolean", default: false },
      "rotate-key": { type: "boolean", default: false },
      dist: { type: "string", default: "dist" },
      out: { type: "string", default: "handout" },
    },
  });
  const { answers, problems } = readAnswers({ ...values, consumerKey: values["consumer-key"] });
  if (!answers) {
    for (const { field, text } of problems) console.error(`--${field}: ${text}`);
    console.error(`\n${usage}`);
    return 1;
  }
  if (values.dist === "dist") ensureBuilt();
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const passphrase = values["plain-key"] ? undefined : makePassphrase(randomBytes);
  const { files, keyIsNew } = await makeSetup(
    answers,
    {
      manifestTemplate: readFileSync(new URL("../manifest.xml", import.meta.url), "utf8"),
      config: earlier(join(values.dist, "config.json")),
      manifest: earlier(join(values.dist, "manifest.xml")),
      passphrase,
      rotateKey: values["rotate-key"],
    },
    { subtle: crypto.subtle, randomBytes },
  );
  for (const { name, text, place, purpose } of files) {
    const file = join(place === "site" ? values.dist : values.out, name);
    write(file, text);
    console.log(`${file}: ${purpose}`);
  }
  console.log(keyIsNew ? aboutNewKey(passphrase) : "\nThe key is the one of the earlier run.");
  console.log(`\nNext: put the folder ${values.dist} at ${answers.host}, and do in Jira what jira.txt says.`);
  return 0;
});

function earlier(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Never half a file: config.json may hold the only copy of the key. */
function write(file: string, text: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function aboutNewKey(passphrase: string | undefined): string {
  return passphrase === undefined
    ? "\nThe key is NOT protected. Whoever can fetch config.json can show a colleague Jira's genuine Allow page and get\n" +
        "that colleague's access by one click, and can use any token read from a mailbox. Keep the host closed to outsiders."
    : `\nThe team passphrase, shown only now and stored nowhere:\n\n    ${passphrase}\n\nGive it to your users by another way than these files. Inlink asks for it.`;
}
