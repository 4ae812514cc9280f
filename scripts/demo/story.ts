/** Two mails: the first becomes an issue, the second is attached to it. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import PostalMime from "postal-mime";
import type { Bench } from "../../sim/bench.ts";
import {
  chooseIssue,
  chooseProject,
  openOutlook,
  openPane,
  send,
  signedIn,
  signIn,
  tickAllFiles,
  type Login,
} from "../../sim/browser/pane.ts";

export interface DemoFile {
  readonly name: string;
  readonly sha256: string;
}

interface Story {
  readonly issueKey: string;
  /** By mail, what it consists of: its files, and last the mail itself. */
  readonly mails: readonly (readonly DemoFile[])[];
  /** Events that office.js handed to Outlook. */
  readonly officeTelemetry: number;
}

const screenshots = "screenshots/demo";
const mailbox = "anna.berg@acme.example";

export async function doMainJob(
  bench: Bench,
  browser: BrowserContext,
  login: Login,
  say: (line: string) => void,
): Promise<Story> {
  rmSync(screenshots, { recursive: true, force: true });
  mkdirSync(screenshots, { recursive: true });
  const outlook = await openOutlook(browser, bench.outlookUrl({ mailbox, select: "1" }));
  let step = 0;
  const shot = (name: string) =>
    outlook.screenshot({ path: join(screenshots, `${String(++step).padStart(2, "0")}-${name}.png`) });

  const names = await outlook.evaluate(() => window.bench.mails.map(({ file }) => file));
  say(`opened the mail ${String(names[0])}`);
  await shot("mail");

  const pane = await openPane(outlook);
  await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
  say(`opened the pane from ${bench.addinOrigin}, in a frame of ${bench.outlookOrigin}`);
  await shot("pane");

  await signIn(outlook, login);
  say(`signed in as ${login.user}`);
  await shot("signed-in");

  await chooseProject(pane, "DEMO");
  const first = await tickAllFiles(pane);
  await shot("new-issue");
  const issueKey = await send(pane, "Create issue");
  say(`created ${issueKey} with ${first} files: ${bench.jiraUrl}/browse/${issueKey}`);
  await shot("created");

  await outlook.evaluate(() => window.bench.select(2));
  say(`selected the second mail, ${String(names[1])}; the pinned pane follows`);
  await chooseIssue(pane, issueKey);
  const second = await tickAllFiles(pane);
  await shot("existing-issue");
  await send(pane, "Add to issue");
  say(`attached the second mail to ${issueKey}, with ${second} files`);
  await shot("added");
  await signedIn(outlook).waitFor();

  await showIssue(bench, browser, issueKey);
  return {
    issueKey,
    mails: await Promise.all(names.slice(0, 2).map((name) => filesOf(join("sim/mails", mailbox, name)))),
    officeTelemetry: await telemetryEvents(outlook),
  };
}

/** What another person sees in Jira. */
async function showIssue(bench: Bench, browser: BrowserContext, issueKey: string): Promise<void> {
  const jira = await browser.newPage();
  await jira.goto(`${bench.jiraUrl}/browse/${issueKey}`);
  await jira.screenshot({ path: join(screenshots, "08-in-jira.png"), fullPage: true });
  await jira.close();
}

async function filesOf(file: string): Promise<readonly DemoFile[]> {
  const original = readFileSync(file);
  const { attachments } = await PostalMime.parse(original, {
    forceRfc822Attachments: true,
    attachmentEncoding: "arraybuffer",
  });
  const files = attachments.map(({ filename, content }) => ({
    name: filename ?? "(without a name)",
    sha256: hash(typeof content === "string" ? Buffer.from(content) : new Uint8Array(content)),
  }));
  return [...files, { name: "the mail itself", sha256: hash(original) }];
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Messages by which the library asks its host to record something: notifyHost with the number 23. */
async function telemetryEvents(outlook: Page): Promise<number> {
  return outlook.evaluate(
    () =>
      window.bench.log.filter(
        ({ name, data }) =>
          name === "ContextActivationManager_notifyHost" && Array.isArray(data) && data[1] === 23,
      ).length,
  );
}
