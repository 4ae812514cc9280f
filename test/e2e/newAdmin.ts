/** An administrator who runs `npm run setup` and does what it says: with its files, and by hand in Jira's pages. */
import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { BrowserContext, Page } from "playwright-core";
import type { EdgeFile } from "../../sim/edge/setting.ts";
import type { HostingMode } from "../../src/setup/answers.ts";

/** What the command left. */
export interface Handout {
  /** Folder with the built site, config.json and manifest.xml. */
  readonly site: string;
  /** Folder with all else. */
  readonly out: string;
  readonly servers: readonly EdgeFile[];
  remove(): void;
}

export interface Wish {
  readonly jira: string;
  readonly host: string;
  readonly mode: HostingMode;
  readonly upstream: string;
}

export async function runSetup({ jira, host, mode, upstream }: Wish): Promise<Handout> {
  const folder = mkdtempSync(join(tmpdir(), "inlink-admin-"));
  chmodSync(folder, 0o755); // web servers give up root's rights
  const [site, out] = [join(folder, "site"), join(folder, "handout")];
  cpSync("dist", site, { recursive: true });
  for (const name of ["config.json", "manifest.xml"]) rmSync(join(site, name), { force: true });
  const answers = { jira, host, mode, upstream, dist: site, out };
  const args = Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]);
  await promisify(execFile)("npm", ["run", "setup", "--", ...args, "--plain-key", "--offline"]);
  return {
    site,
    out,
    servers: readdirSync(out)
      .filter((name) => /^(nginx|apache|caddy)-/.test(name))
      .map((name) => ({
        name,
        server: name.split("-", 1)[0] ?? "",
        text: readFileSync(join(out, name), "utf8"),
      })),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** In a window of the same browser; what Jira remembers of the administrator is forgotten afterwards. */
export async function doWhatJiraPageSays(
  browser: BrowserContext,
  { out }: Pick<Handout, "out">,
  jiraUrl: string,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(out, "jira.html")).href);
  const values = await page
    .locator("pre")
    .evaluateAll((shown) =>
      Object.fromEntries(
        shown.map((value) => [value.getAttribute("data-field") ?? "", value.textContent] as const),
      ),
    );
  const value = (field: string) => {
    const text = values[field];
    if (text === undefined) throw new Error(`jira.html does not say the value of ${field}`);
    return text;
  };
  await page.goto(`${jiraUrl}/plugins/servlet/applinks/listApplicationLinks`);
  await page.locator("[name=os_username]").fill("admin");
  await page.locator("[name=os_password]").fill("admin");
  await page.locator("[name=os_password]").press("Enter");
  await makeLink(page, value);
  if ("allowlistOrigin" in values) await allowOrigin(page, value("allowlistOrigin"));
  await page.close();
  await browser.clearCookies();
}

async function makeLink(page: Page, value: (field: string) => string): Promise<void> {
  const go = (name: string) => page.getByRole("button", { name }).click();
  await page.getByRole("link", { name: "Create link" }).click();
  await page.getByRole("radio", { name: "Atlassian product" }).check();
  await page.getByLabel("Application URL").fill(value("applicationUrl"));
  await go("Create new link");
  await page.getByText("No response was received").waitFor();
  await go("Continue");
  await page.getByLabel("Application Name").fill(value("applicationName"));
  await page.getByRole("checkbox", { name: "Create incoming link" }).check();
  await go("Continue");
  await page.getByLabel("Consumer Key").fill(value("consumerKey"));
  await page.getByLabel("Consumer Name").fill(value("consumerName"));
  await page.getByLabel("Public Key").fill(value("publicKey"));
  await go("Continue");
  await page.getByRole("link", { name: value("applicationName"), exact: true }).waitFor();
}

async function allowOrigin(page: Page, origin: string): Promise<void> {
  await page.getByRole("link", { name: "Allowlist" }).click();
  await page.getByLabel("Expression").fill(origin);
  await page.getByRole("checkbox", { name: "Allow Incoming" }).check();
  await page.getByRole("button", { name: "Add" }).click();
  await page.getByRole("cell", { name: origin }).waitFor();
}
