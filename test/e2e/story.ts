/** One user story: a bench of its own, a browser of its own, Outlook open on a mail. */
import { createPublicKey } from "node:crypto";
import type { FrameLocator, Page } from "playwright-core";
import { startBench, type Bench, type BenchOptions } from "../../sim/bench.ts";
import { launchBrowser, type BrowserOptions } from "../../sim/browser/launch.ts";
import { openOutlook, openPane, paneOf } from "../../sim/browser/pane.ts";
import type { JiraControl } from "../../sim/jira/control.ts";
import { createSession } from "../../src/core/session.ts";
import { pageHeaders } from "../../src/setup/hosting/policy.ts";

export interface Story {
  readonly bench: Bench;
  readonly jira: JiraControl;
  readonly outlook: Page;
  readonly pane: FrameLocator;
}

interface Setting {
  readonly jira?: BenchOptions["jira"];
  readonly browser?: Partial<BrowserOptions>;
  readonly mailboxes?: BenchOptions["mailboxes"];
  /** Of Outlook's page. */
  readonly page?: Readonly<Record<string, string>>;
  /** Before the pane is opened. */
  readonly before?: (bench: Bench) => void | Promise<void>;
}

export const anna = { user: "anna", password: "anna" };
export const annasMailbox = "anna.berg@acme.example";
export const ben = { user: "ben", password: "ben" };
export const bensMailbox = "ben.ito@acme.example";

/** Runs the story and clears up, whatever happens. */
export async function tell(setting: Setting, story: (story: Story) => Promise<void>): Promise<void> {
  const bench = await startBench({
    layout: "names",
    pageHeaders,
    ...(setting.jira && { jira: setting.jira }),
    ...(setting.mailboxes && { mailboxes: setting.mailboxes }),
  });
  const browser = await launchBrowser({
    headless: true,
    storage: "partitioned",
    rules: bench.hostRules,
    ...setting.browser,
  });
  browser.setDefaultTimeout(15_000);
  try {
    await setting.before?.(bench);
    const { jira } = bench;
    if (!jira) throw new Error("The stand-in is needed here");
    const outlook = await openOutlook(browser, bench.outlookUrl({ select: "1", ...setting.page }));
    await story({ bench, jira, outlook, pane: await openPane(outlook) });
  } catch (error) {
    const name = expect.getState().currentTestName?.replaceAll(/[^a-z0-9]+/gi, "-") ?? "story";
    await browser.pages()[1]?.screenshot({ path: `screenshots/failures/${name}.png` });
    throw error;
  } finally {
    await browser.close();
    await bench.close();
  }
}

/** Anna has signed in before, as on most days; the form is on screen. */
export function tellSignedIn(setting: Setting, story: (story: Story) => Promise<void>): Promise<void> {
  const before = async (bench: Bench) => {
    await setting.before?.(bench);
    await rememberAnna(bench, setting.page?.["mailbox"] ?? annasMailbox);
  };
  return tell({ ...setting, before }, async (it) => {
    await it.pane.getByRole("combobox", { name: "Project" }).waitFor();
    await story(it);
  });
}

/** Her token is in the mailbox, written there by the product's own code. */
async function rememberAnna(bench: Bench, mailbox: string): Promise<void> {
  const { via, ...site } = bench.site();
  const { outlook, jira } = bench;
  const user = jira?.users().find(({ name }) => name === anna.user);
  if (!jira || !user) throw new Error("The stand-in is needed here");
  const write = (key: string, value: unknown) => {
    const bag = { ...outlook.settings(mailbox), [key]: JSON.stringify(value) };
    outlook.setSettings(mailbox, bag);
    return Promise.resolve();
  };
  const settings = { read: () => undefined, write };
  const session = createSession(settings, { ...site, ...(via && { via }) }, mailbox, Date.now);
  session.use({
    token: jira.grant(anna.user, site.consumerKey),
    sessionHandle: undefined,
    expiresIn: undefined,
  });
  await session.keep(user);
}

export function select(outlook: Page, n: number | null): Promise<void> {
  return outlook.evaluate((number) => window.bench.select(number), n);
}

/** Another application link in the place of the bench's own. */
export function makeLink(bench: Bench, link: Partial<Parameters<JiraControl["createLink"]>[0]>): void {
  const { consumerKey, privateKey } = bench.site();
  bench.jira?.deleteLink(consumerKey);
  bench.jira?.createLink({
    applicationUrl: "https://addin.acme.example",
    consumerKey,
    consumerName: "Inlink",
    publicKey: createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString(),
    ...link,
  });
}

/** Waits for words anywhere in the pane. */
export async function reads(outlook: Page, words: string | RegExp): Promise<void> {
  await paneOf(outlook).getByText(words).first().waitFor();
}

/** Waits until the mail's text is in the form. */
export async function textOf(
  pane: FrameLocator,
  label: "Description" | "Comment",
  words: string,
): Promise<string> {
  const box = pane.getByRole("textbox", { name: label });
  for (let tries = 0; tries < 100; tries++) {
    const text = await box.inputValue();
    if (text.includes(words)) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The ${label} never read "${words}"`);
}
