/** What an administrator does after set-up, in this order. */
import type { SetupAnswers } from "./answers.ts";
import { policyFiles } from "./browserPolicy.ts";
import type { ChosenKey } from "./chooseKey.ts";

type Key = Pick<ChosenKey, "happened" | "protection">;

export function nextSteps(answers: SetupAnswers, key: Key): readonly string[] {
  return key.happened === "rotated" ? afterRotation(answers, key) : afterSetup(answers, key);
}

function afterSetup(answers: SetupAnswers, key: Key): readonly string[] {
  return [
    `${webServer[answers.mode]} Copying the site, all of dist with config.json and manifest.xml in it, is among it.`,
    `See that ${answers.host}/taskpane.html opens (the folder itself shows an error, which is right), and that only your own people can reach it: config.json holds the key.`,
    key.happened === "made"
      ? "In Jira, do what jira.html says; it shows each value with a button to copy it."
      : "In Jira nothing changes, if its link has the public key that jira.html shows.",
    ...(policyFiles(answers).length > 0
      ? ["Give your users' browsers the policy: browser-policy.reg, or browser-policy.json."]
      : []),
    check(answers, key),
    `Try it yourself: at https://aka.ms/olksideload choose "My add-ins", "Custom add-ins", "Add from file", and take manifest.xml.`,
    ...(key.happened === "kept" ? [] : passphrase(key)),
    'Deploy the add-in to everybody: Microsoft 365 admin centre, "Integrated apps", "Upload custom apps", manifest.xml. On Exchange of your own: New-App.',
  ];
}

function afterRotation(answers: SetupAnswers, key: Key): readonly string[] {
  return [
    "Keep a copy of the config.json that is on the web server: with it and the old public key you can go back.",
    "Publish the new config.json. Nothing else has changed, unless you changed other answers as well.",
    "At once, replace the public key in Jira: jira.html. Until then Jira refuses everybody. Do it before you run set-up again.",
    check(answers, key),
    ...passphrase(key),
  ];
}

function check({ host }: SetupAnswers, { protection }: Key): string {
  const typing = protection === "passphrase" ? " and type the team passphrase" : "";
  return `From a user's computer open ${host}/setup.html, choose "Check the connection"${typing}: it names what is still missing.`;
}

function passphrase({ protection }: Key): readonly string[] {
  return protection === "passphrase"
    ? ["Give the team passphrase to your users, by another way than these files."]
    : [];
}

const webServer: Readonly<Record<SetupAnswers["mode"], string>> = {
  relay:
    "Configure the add-in's web server with the file for its kind, nginx, Apache or Caddy: at its top stands what to do. It has the headers for the pages, and the relay path that leads to Jira.",
  "same-origin":
    "Configure the proxy in front of Jira with the file for its kind, nginx, Apache or Caddy: at its top stands what to do. It serves the add-in's files.",
  cors: "Configure the add-in's web server, and the proxy in front of Jira, with the files for their kind, nginx, Apache or Caddy: at the top of each stands what to do.",
};
