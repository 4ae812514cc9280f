/** setup.html, for an administrator without Node: from a form to colleagues who work, and nothing of it leaves the browser. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { startBench, type Bench } from "../../../sim/bench.ts";
import { launchBrowser } from "../../../sim/browser/launch.ts";
import { chooseProject, openOutlook, openPane, send, signIn } from "../../../sim/browser/pane.ts";
import { readEarlierConfig } from "../../../src/setup/configFile.ts";
import { pageHeaders } from "../../../src/setup/hosting/policy.ts";
import { doWhatJiraPageSays } from "../newAdmin.ts";
import { anna, textOf } from "../story.ts";
import { violationsIn, type Violations } from "../violations.ts";

interface Scene {
  readonly bench: Bench;
  readonly browser: BrowserContext;
  readonly page: Page;
  /** A folder for this test alone. */
  readonly folder: string;
  /** Addresses that the page asked for. */
  readonly asked: readonly string[];
  readonly violations: Violations;
}

/** Nothing was set up: no config.json, no link in Jira. */
async function scene(play: (scene: Scene) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "inlink-setup-page-"));
  const bench = await startBench({ layout: "names", pageHeaders });
  const browser = await launchBrowser({ headless: true, storage: "partitioned", rules: bench.hostRules });
  browser.setDefaultTimeout(15_000);
  try {
    bench.jira?.deleteLink(bench.site().consumerKey);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await play({ bench, browser, page, folder, asked, violations: violationsIn(browser) });
  } catch (error) {
    const name = expect.getState().currentTestName?.replaceAll(/[^a-z0-9]+/gi, "-") ?? "setup";
    await browser.pages()[1]?.screenshot({ path: `screenshots/failures/${name}.png`, fullPage: true });
    throw error;
  } finally {
    await browser.close();
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeFiles(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make the files" }).click();
  await page.getByRole("heading", { name: "Your files are ready" }).waitFor();
}

/** Each as the page offers it; gives its text. */
async function downloadAll(page: Page, folder: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const button of await page.getByRole("button", { name: /^Download / }).all()) {
    const coming = page.waitForEvent("download");
    await button.click();
    const file = await coming;
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    texts.set(file.suggestedFilename(), readFileSync(path, "utf8"));
  }
  return texts;
}

function passphraseOn(page: Page): Promise<string> {
  return page.getByRole("region", { name: "Team passphrase" }).locator("pre").innerText();
}

describe("the set-up page", () => {
  it("leads to colleagues who sign in and create an issue", () =>
    scene(async ({ bench, browser, page, folder, asked, violations }) => {
      bench.setConfig("");
      await page.goto(`${bench.addinOrigin}/setup.html`);
      await page.getByLabel("Jira's address").fill(bench.jiraUrl);
      expect(await page.getByLabel("Folder of the add-in").inputValue()).toBe(bench.addinOrigin);
      await makeFiles(page);
      const passphrase = await passphraseOn(page);
      await page.getByRole("radio", { name: "nginx" }).check();
      const files = await downloadAll(page, folder);
      expect([...files.keys()]).toEqual(
        expect.arrayContaining([
          "config.json",
          "manifest.xml",
          "nginx-addin.conf",
          "jira.html",
          "setup.json",
        ]),
      );
      for (const text of files.values()) expect(text).not.toContain(passphrase);
      const origins = new Set(
        asked.filter((url) => !url.startsWith("blob:")).map((url) => new URL(url).origin),
      );
      expect([...origins]).toEqual([bench.addinOrigin]);

      bench.setConfig(files.get("config.json"));
      await doWhatJiraPageSays(browser, { out: folder }, bench.jiraUrl);
      const outlook = await openOutlook(browser, bench.outlookUrl({ select: "1" }));
      const pane = await openPane(outlook);
      await pane.getByLabel("Team passphrase").fill(passphrase);
      await pane.getByRole("button", { name: "Open" }).click();
      await signIn(outlook, anna);
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "DEMO");
      expect(bench.jira?.issue(await send(pane, "Create issue"))?.creator).toBe("anna");
      expect(violations.ours).toEqual([]);
    }));

  it("finds the earlier set-up beside it, and keeps the key", () =>
    scene(async ({ bench, page, folder }) => {
      await page.goto(`${bench.addinOrigin}/setup.html`);
      await page.getByText("goes on from the earlier run: config.json").waitFor();
      expect(await page.getByLabel("Jira's address").inputValue()).toBe(bench.jiraUrl);
      await makeFiles(page);
      await page.getByText("The key pair is the one of the earlier run.").waitFor();
      const files = await downloadAll(page, folder);
      const { privateKey } = readEarlierConfig(files.get("config.json") ?? "");
      expect(privateKey).toBe(bench.site().privateKey);
    }));

  it("works from the disk, before there is any host, and asks for nothing there", () =>
    scene(async ({ bench, page, folder, asked, violations }) => {
      const site = join(folder, "site");
      cpSync("dist", site, { recursive: true });
      rmSync(join(site, "config.json"), { force: true });
      await page.goto(pathToFileURL(join(site, "setup.html")).href);
      await page.getByLabel("Jira's address").fill(bench.jiraUrl);
      await page.getByLabel("Folder of the add-in").fill("https://addin.bench.test/inlink");
      await makeFiles(page);
      const files = await downloadAll(page, folder);
      expect(files.get("manifest.xml")).toContain("https://addin.bench.test/inlink/taskpane.html");
      expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([]);
      expect(await page.getByRole("tab").count()).toBe(0);
      expect(violations.ours).toEqual([]);
    }));

  it("checks the connection, and what was typed is there afterwards", () =>
    scene(async ({ bench, page, violations }) => {
      await page.goto(`${bench.addinOrigin}/setup.html`);
      await page.getByLabel("Name of this Jira").fill("Half typed");
      await page.getByRole("tab", { name: "Check the connection" }).click();
      await page.getByRole("button", { name: "Check again" }).waitFor({ timeout: 60_000 });
      await page.locator('[data-check="consumer"]').getByText("Create incoming link").waitFor();
      expect(await page.locator('[data-check="office"]').getAttribute("data-verdict")).toBe("skipped");
      await page.getByRole("tab", { name: "Set up" }).click();
      expect(await page.getByLabel("Name of this Jira").inputValue()).toBe("Half typed");
      expect(violations.ours).toEqual([]);
    }));

  it("asks before it is left while the only copy of the key is on it", () =>
    scene(async ({ bench, page, folder }) => {
      bench.setConfig("");
      await page.goto(`${bench.addinOrigin}/setup.html`);
      await page.getByLabel("Jira's address").fill(bench.jiraUrl);
      await makeFiles(page);
      const asks: string[] = [];
      page.on("dialog", (dialog) => {
        asks.push(dialog.type());
        void dialog.dismiss();
      });
      await page.close({ runBeforeUnload: true });
      await page.getByRole("heading", { name: "Your files are ready" }).waitFor();
      for (let tries = 0; asks.length === 0 && tries < 50; tries++) await page.waitForTimeout(100);
      expect(asks).toEqual(["beforeunload"]);
      await downloadAll(page, folder);
      const closed = page.waitForEvent("close");
      await page.close({ runBeforeUnload: true });
      await closed;
    }));
});
