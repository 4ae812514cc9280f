import type { FindingCode } from "../../../core/doctor/codes.ts";
import { again } from "./screens.ts";
import { plainly, type Wording } from "./wording.ts";

const keyReasons: Readonly<Record<string, string>> = {
  "not-a-key": "privateKey does not hold a private key in PEM form.",
  certificate: "privateKey holds a certificate. That is the public half; the private key belongs there.",
  "not-rsa": "The key is not an RSA key. Jira’s links know RSA only.",
  "unknown-cipher": "The key is encrypted in a way that Inlink cannot open.",
};
const protect = "Run set-up with --rotate-key to make a key that is well protected.";

export const configWords = {
  "config-valid": (fact) => ({
    result: fact("site") === "" ? "is valid" : `${fact("site")}, ${fact("baseUrl")}`,
    meaning:
      Number(fact("sites")) > 1
        ? `config.json lists ${fact("sites")} Jiras; Inlink uses the first.`
        : undefined,
  }),
  "config-unknown-keys": (fact) => ({
    result: "has keys that mean nothing",
    meaning: `config.json can be used, but Inlink does not know ${fact("unknownKeys")}. If that is a mistyped name, what you meant has no effect.`,
    todo: [`Correct or remove ${fact("unknownKeys")} in ${fact("file")}.`],
    who: "administrator",
  }),
  "config-cloud": plainly({
    result: "leads to Jira Cloud",
    meaning:
      "Atlassian has deprecated OAuth 1.0a in Jira Cloud, and Jira Cloud does not answer other origins. Only a relay could work there, and nobody has tried it. Inlink is made for Jira Data Center and Server.",
    todo: ["Use Inlink with a Jira Data Center or Server."],
    who: "administrator",
  }),
  "config-missing": (fact) => ({
    result: "config.json is not there",
    meaning: `The add-in’s host answered 404 for ${fact("file")}.`,
    todo: ["Put the config.json that set-up made into the same folder as taskpane.html.", again],
    who: "administrator",
  }),
  "config-unreachable": (fact) => ({
    result: "config.json could not be fetched",
    meaning:
      fact("status") === ""
        ? `The add-in’s own host did not hand out ${fact("file")}: ${fact("reason")}.`
        : `The add-in’s own host answered ${fact("status")} for ${fact("file")}.`,
    todo: [
      `Open ${fact("file")} in a browser: it must show the file, without a login.`,
      "Look at the web server that has Inlink’s files, and at its log.",
      again,
    ],
    who: "administrator",
  }),
  "config-page": (fact) => ({
    result: "a web page came instead of config.json",
    meaning: `At ${fact("file")} there is a web page: a login in front of the add-in’s host, or the host’s own page for files that it does not have.`,
    todo: [
      "Put config.json into the same folder as taskpane.html, or take the login away from that folder.",
      again,
    ],
    who: "administrator",
  }),
  "config-not-json": (fact) => ({
    result: "config.json is not JSON",
    meaning: `${fact("file")}: ${fact("problem")}.`,
    todo: [fact("remedy"), again],
    who: "administrator",
  }),
  "config-invalid": (fact) => ({
    result: "config.json has a mistake",
    meaning: `In ${fact("file")}, ${fact("key")}: ${fact("problem")}.`,
    todo: [fact("remedy"), again],
    who: "administrator",
  }),

  "key-protected": (fact) => ({ result: `protected by a passphrase, ${grouped(fact("rounds"))} rounds` }),
  "key-weakly-protected": (fact) => ({
    result: "weakly protected",
    meaning: `The key’s passphrase is stretched by ${grouped(fact("rounds"))} rounds, ${grouped(fact("recommended"))} are recommended. Everything works; whoever has config.json can try passphrases faster.`,
    todo: [protect],
    who: "administrator",
  }),
  "key-protected-otherwise": plainly({
    result: "protected in an old way",
    meaning: "The key is encrypted in an old form that does not slow down guessing. Everything works.",
    todo: [protect],
    who: "administrator",
  }),
  "key-plain": plainly({
    result: "not protected",
    meaning:
      "Everything works. Whoever can fetch config.json has the key, so its host must not be open to outsiders.",
  }),
  "key-locked": plainly({
    result: "needs the team passphrase",
    meaning:
      "The key is protected and has not been opened on this device, so nothing that has to be signed can be tried. All other steps are.",
    todo: ["Type the team passphrase here. Your Jira administrator has it."],
    who: "you",
  }),
  "key-passphrase-wrong": plainly({
    result: "the passphrase does not open it",
    meaning: "The passphrase that was typed is not that of this key. The key may have been replaced.",
    todo: ["Ask your Jira administrator for the present passphrase, and type it here."],
    who: "you",
  }),
  "key-unreadable": (fact) => ({
    result: "cannot be used",
    meaning: keyReasons[fact("reason")] ?? "The key cannot be read.",
    todo: [
      "Put the link’s RSA private key into “privateKey” of config.json, as set-up writes it, and its public half into the application link.",
      again,
    ],
    who: "administrator",
  }),
} satisfies Readonly<Partial<Record<FindingCode, Wording>>>;

/** 600000 → 600,000 */
function grouped(number: string): string {
  return number.replace(/\B(?=(\d{3})+$)/g, ",");
}
