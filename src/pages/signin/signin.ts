/**
 * The sign-in window: takes the user to Jira's authorize page, and brings the verification code back to the pane.
 *
 * It goes to no other address than one made from config.json, and its own address is never the source of one.
 * step.ts decides; here it is done.
 */
import { readConfig } from "../../config/config.ts";
import { ConfigInvalid, isInlinkError } from "../../core/errors.ts";
import { createWindowStore } from "../../device/store.ts";
import { loadOffice } from "./officeScript.ts";
import { readOpener } from "./opener.ts";
import { report } from "./report.ts";
import * as words from "./sentences.ts";
import { authorizeUrl, signInStep, type Answer, type Step } from "./step.ts";
import { createView, type View } from "./view.ts";

/** Milliseconds after which a window that the pane has not closed is taken for not heard. */
const patience = 5000;

async function signIn(view: View): Promise<void> {
  const opener = readOpener(createWindowStore("inlink.signin."));
  const step = signInStep(window.location.search, opener);
  switch (step.kind) {
    case "go":
      await goToJira(step, view);
      break;
    case "report":
      await handOver(step.answer, view);
      break;
    case "show-code":
      view.showCode(step.code, words.typeCode);
      break;
    case "denied":
      view.say(words.denied);
      break;
    case "refuse":
      view.say(words.refused[step.reason]);
  }
}

async function goToJira(step: Extract<Step, { kind: "go" }>, view: View): Promise<void> {
  view.say(words.leaving);
  const { sites } = await readConfig(fetchConfig, window.location.href);
  const url = authorizeUrl(sites, step.siteId, step.token);
  if (url === undefined) {
    view.say(words.refused["unknown-site"]);
    return;
  }
  if (step.officeFirst) await loadOffice().catch(ignoreAbsence);
  window.location.replace(url);
}

async function handOver(answer: Answer, view: View): Promise<void> {
  view.say(words.reporting);
  try {
    await report(answer);
    await new Promise((resolve) => setTimeout(resolve, patience));
  } catch (error) {
    ignoreAbsence(error); // the code can still be typed
  }
  if (answer.oauth_verifier === "denied") view.say(words.denied);
  else view.showCode(answer.oauth_verifier, words.stillOpen);
}

function ignoreAbsence(error: unknown): void {
  if (!isInlinkError(error)) throw error;
}

async function fetchConfig(): Promise<{ status: number; text: string }> {
  const answer = await fetch("config.json", { cache: "no-cache", credentials: "omit" });
  return { status: answer.status, text: await answer.text() };
}

const view = createView();
signIn(view).catch((error: unknown) => {
  if (error instanceof ConfigInvalid) {
    view.say(words.unusableConfig(error));
    return;
  }
  view.say(words.broken);
  throw error;
});
