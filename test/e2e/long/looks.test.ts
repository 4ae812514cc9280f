/** Every screen, light and dark, 320 px wide: no serious accessibility violation, and a picture to look at. */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ElementHandle, Frame, Page } from "playwright-core";
import type { AxeResults } from "axe-core";
import { chooseIssue, chooseProject, logIn, openSignIn, signIn } from "../../../sim/browser/pane.ts";
import { anna, reads, tell, textOf, type Story } from "../story.ts";

const axe = readFileSync(
  createRequire(`${process.cwd()}/package.json`).resolve("axe-core/axe.min.js"),
  "utf8",
);
const pictures = "screenshots/screens";

interface Finding {
  readonly id: string;
  readonly nodes: readonly string[];
}

async function findings(frame: Frame): Promise<readonly Finding[]> {
  await frame.evaluate(axe); // by the debugger, which the page's policy does not bind
  const results = await frame.evaluate(() =>
    (window as unknown as { axe: { run(context: { exclude: string[] }): Promise<AxeResults> } }).axe.run(
      // Fluent's own sentinels, which pass the focus on at once.
      { exclude: ["[data-tabster-dummy]"] },
    ),
  );
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ""}`),
    }));
}

async function look({ outlook }: Story, name: string): Promise<void> {
  const element = await outlook.waitForSelector("#taskpane");
  const frame = await element.contentFrame();
  if (!frame) throw new Error("There is no pane");
  await judge(frame, element, name);
}

/** @param shown of which the picture is. */
async function judge(frame: Frame, shown: ElementHandle | Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await frame.waitForTimeout(300); // Fluent's animations end
  await shown.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  expect(await findings(frame)).toEqual([]);
}

describe.each(["light", "dark"])("in the %s theme", (theme) => {
  it("every screen is accessible at 320 px", () =>
    tell(
      { page: { theme, width: "320" }, browser: { viewport: { width: 1280, height: 1400 } } },
      async (story) => {
        const { jira, outlook, pane } = story;
        const picture = (name: string): Promise<void> => look(story, `${theme}-${name}`);

        await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
        await picture("1-signed-out");

        const popup = await openSignIn(outlook);
        await logIn(popup, anna);
        await picture("2-approving");
        await popup.close();
        await reads(outlook, "The sign-in window can no longer reach Outlook");
        await picture("3-code-by-hand");
        await pane.getByRole("button", { name: "Cancel" }).click();

        await signIn(outlook, anna);
        await textOf(pane, "Description", "printer");
        await chooseProject(pane, "IT operations");
        await pane.getByRole("combobox", { name: "Impact" }).waitFor();
        await pane.getByRole("button", { name: "Create issue" }).click();
        await reads(outlook, "Impact is needed.");
        await picture("4-new-issue");

        await pane.getByRole("combobox", { name: "Project" }).click();
        await picture("5-projects");
        await outlook.keyboard.press("Escape");

        await chooseProject(pane, "Demo project");
        await pane.getByRole("tab", { name: "Preview" }).click();
        await pane
          .getByRole("region", { name: "Description in Jira" })
          .getByRole("listitem")
          .first()
          .waitFor();
        await picture("5-preview");
        const release = jira.holdAnswersOf(/\/attachments$/);
        await pane.getByRole("button", { name: "Create issue" }).click();
        await pane
          .getByRole("progressbar", { name: /^Sending / })
          .nth(1)
          .waitFor();
        await picture("6-sending");
        await pane.getByRole("button", { name: "Stop" }).click();
        await reads(outlook, "You stopped the sending");
        await picture("6-stopped");
        release();
        await pane.getByRole("button", { name: "Send the rest" }).click();
        await pane.getByRole("button", { name: "Use this mail again" }).waitFor();
        const key = await pane.getByRole("link").first().innerText();
        await picture("6-created");

        await pane.getByRole("button", { name: "Use this mail again" }).click();
        await chooseIssue(pane, key);
        await textOf(pane, "Comment", "printer");
        await picture("7-existing-issue");

        jira.setDown("503");
        await pane.getByRole("button", { name: "Add to issue" }).click();
        await reads(outlook, "Jira is busy or down for a moment");
        await picture("8-refused");
        jira.setDown("up");

        await pane.getByRole("button", { name: "Sign out" }).click();
        await pane.getByText("You are signed out here").waitFor();
        await picture("9-signed-out-with-draft");
      },
    ));

  it("the set-up page is accessible at 320 px", () =>
    tell({ browser: { viewport: { width: 320, height: 800 } } }, async ({ bench, jira, outlook }) => {
      jira.deleteLink(bench.site().consumerKey);
      const page = await outlook.context().newPage();
      await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light" });
      const picture = (name: string): Promise<void> =>
        judge(page.mainFrame(), page, `${theme}-set-up-${name}`);
      await page.goto(`${bench.addinOrigin}/setup.html`);
      await page.getByLabel("Folder of the add-in").fill("addin");
      await page.getByText("Private networks").click();
      await page.getByRole("button", { name: "Make the files" }).click();
      await picture("1-form");
      await page.getByLabel("Folder of the add-in").fill(bench.addinOrigin);
      await page.getByRole("radio", { name: "Make a new one in its place" }).check();
      await page.getByRole("button", { name: "Make the files" }).click();
      await page.getByRole("radio", { name: "nginx" }).check();
      await picture("2-files");
      await page.getByRole("tab", { name: "Check the connection" }).click();
      await page.getByRole("button", { name: "Check again" }).waitFor({ timeout: 60_000 });
      await picture("3-check");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }));
});
