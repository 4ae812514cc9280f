/** What an administrator does after set-up, in this order. */
import type { SetupAnswers } from "./answers.ts";
import { policyFiles } from "./browserPolicy.ts";
import type { ChosenKey } from "./chooseKey.ts";

export function nextSteps(
  answers: SetupAnswers,
  key: Pick<ChosenKey, "happened" | "protection">,
): readonly string[] {
  const changesJira = key.happened === "made" || key.happened === "rotated";
  const asksUsers = key.protection === "passphrase" && key.happened !== "kept";
  return [
    webServer[answers.mode],
    `Copy the whole site to that web server, into the folder that its configuration names: all of dist, with config.json and manifest.xml in it. It is then at ${answers.host}`,
    changesJira
      ? "In Jira, do what jira.html says; it shows each value with a button to copy it."
      : "In Jira nothing changes for the key; jira.html shows again what the link must have.",
    ...(policyFiles(answers).length > 0
      ? ["Give your users' browsers the policy: browser-policy.reg, or browser-policy.json."]
      : []),
    `Open ${answers.host}/setup.html and run the connection check: it names what is still missing.`,
    `Try it yourself: at https://aka.ms/olksideload choose "My add-ins", "Custom add-ins", "Add from file", and take manifest.xml.`,
    ...(asksUsers ? ["Give the team passphrase to your users, by another way than these files."] : []),
    'Give it to everybody: Microsoft 365 admin centre, "Integrated apps", "Upload custom apps", manifest.xml. On Exchange of your own: New-App.',
  ];
}

const webServer: Readonly<Record<SetupAnswers["mode"], string>> = {
  relay:
    "Configure the add-in's web server with the file for its kind, nginx, Apache or Caddy: at its top stands what to do. It has the headers for the pages, and the relay path that leads to Jira.",
  "same-origin":
    "Configure the proxy in front of Jira with the file for its kind, nginx, Apache or Caddy: at its top stands what to do. It serves the add-in's files.",
  cors: "Configure the add-in's web server, and the proxy in front of Jira, with the files for their kind, nginx, Apache or Caddy: at the top of each stands what to do.",
};
