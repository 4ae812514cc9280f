/**
 * From a fresh build to an issue with its files, for each way to host and each web server: set-up's own command, its
 * configuration in the real server, its values typed into Jira's pages, and a user who signs in.
 */
import type { BrowserContext } from "playwright-core";
import { startBench, type Bench } from "../../../sim/bench.ts";
import { launchBrowser } from "../../../sim/browser/launch.ts";
import {
  chooseProject,
  openOutlook,
  openPane,
  send,
  signIn,
  tickAllFiles,
} from "../../../sim/browser/pane.ts";
import { startEdge } from "../../../sim/edge/edge.ts";
import { edgeServers, findServers, type EdgeServer } from "../../../sim/edge/servers.ts";
import { hostingModes, type HostingMode } from "../../../src/setup/answers.ts";
import { pageHeaders } from "../../../src/setup/hosting/policy.ts";
import { doWhatJiraPageSays, runSetup, type Handout } from "../newAdmin.ts";
import { anna, textOf } from "../story.ts";
import { violationsIn } from "../violations.ts";

const jira = "https://jira.bench.test/jira";
const hosts: Readonly<Record<HostingMode, string>> = {
  relay: "https://addin.bench.test/inlink",
  "same-origin": "https://jira.bench.test/outlook-addin",
  cors: "https://addin.bench.test",
};
const installed = findServers();

for (const mode of hostingModes)
  for (const server of edgeServers) {
    const title = `mode ${mode} behind ${server}: a new admin's users sign in, and create an issue with its files`;
    if (installed.includes(server)) it(title, () => story(mode, server));
    else it.skip(`${title} (${server} is not installed here, so left out)`, () => story(mode, server));
  }

async function story(mode: HostingMode, server: EdgeServer): Promise<void> {
  const made: Handout[] = [];
  const bench = await startBench({
    layout: "names",
    pageHeaders,
    edge: {
      host: hosts[mode],
      start: async ({ plain, tls }) => {
        // A relay usually meets Jira at its public address; Apache needs a name that leads there.
        const direct = mode === "relay" && server !== "apache";
        const standIn = direct ? `https://127.0.0.1:${tls}` : `http://127.0.0.1:${plain}`;
        const handout = await runSetup({ jira, host: hosts[mode], mode, upstream: standIn });
        made.push(handout);
        return startEdge({ server, files: handout.servers, jiraUrl: jira, standIn, site: handout.site });
      },
    },
  });
  const [handout] = made;
  const browser = await launchBrowser({ headless: true, storage: "partitioned", rules: bench.hostRules });
  browser.setDefaultTimeout(15_000);
  try {
    if (!handout) throw new Error("Set-up was not run");
    await doWhatJiraPageSays(browser, handout, jira);
    await reportMail(bench, browser, mode);
  } catch (error) {
    await browser
      .pages()
      .at(-1)
      ?.screenshot({ path: `screenshots/failures/hosting-${mode}-${server}.png` });
    throw error;
  } finally {
    await browser.close();
    await bench.close();
    handout?.remove();
  }
}

async function reportMail(bench: Bench, browser: BrowserContext, mode: HostingMode): Promise<void> {
  const violations = violationsIn(browser);
  const outlook = await openOutlook(browser, bench.outlookUrl({ select: "1" }));
  const pane = await openPane(outlook);
  await signIn(outlook, anna);
  await textOf(pane, "Description", "printer");
  await chooseProject(pane, "DEMO");
  const files = await tickAllFiles(pane);
  const key = await send(pane, "Create issue");

  expect(new URL((await frameUrl(outlook)) ?? "").href).toContain(`${hosts[mode]}/taskpane.html`);
  const issue = bench.jira?.issue(key);
  expect(issue?.creator).toBe("anna");
  expect(issue?.attachments).toHaveLength(files);
  const signed = bench.jira?.log().filter(({ url }) => /\/rest\/|oauth\/(request|access)-token$/.test(url));
  expect(signed?.length).toBeGreaterThan(files);
  expect(signed?.filter(({ hadCookie }) => hadCookie)).toEqual([]);
  expect(signed?.filter(({ oauthProblem }) => oauthProblem !== undefined)).toEqual([]);
  expect(violations.ours).toEqual([]);
}

async function frameUrl(outlook: Awaited<ReturnType<typeof openOutlook>>): Promise<string | undefined> {
  const element = await outlook.waitForSelector("#taskpane");
  return (await element.contentFrame())?.url();
}
