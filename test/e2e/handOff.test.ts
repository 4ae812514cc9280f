/** A field that only an app knows: Jira's own screen creates the issue, and the mail arrives there all the same. */
import type { FrameLocator, Page } from "playwright-core";
import { chooseIssueType, chooseProject, tickAllFiles } from "../../sim/browser/pane.ts";
import { anna, reads, select, tellSignedIn, textOf } from "./story.ts";

async function goToJira(outlook: Page, pane: FrameLocator): Promise<Page> {
  const opening = outlook.context().waitForEvent("page");
  await pane.getByRole("link", { name: "Create the issue in Jira" }).click();
  const page = await opening;
  const name = page.locator("[name=os_username]");
  await name
    .or(page.getByRole("button", { name: "Create" }))
    .first()
    .waitFor();
  if (await name.isVisible()) {
    await name.fill(anna.user);
    await page.locator("[name=os_password]").fill(anna.password);
    await page.locator("[name=os_password]").press("Enter");
  }
  await page.getByLabel("Cost centre").waitFor();
  return page;
}

async function chooseForeign(pane: FrameLocator): Promise<void> {
  await textOf(pane, "Description", "printer");
  await chooseProject(pane, "Every field");
  await chooseIssueType(pane, "Foreign");
}

it("one issue with the mail's text and all its files comes of it, and the user never starts again", () =>
  tellSignedIn({}, async ({ jira, outlook, pane }) => {
    await chooseForeign(pane);
    const files = await tickAllFiles(pane);
    const before = jira.issues().length;
    const page = await goToJira(outlook, pane);
    expect(await page.getByLabel("Summary").inputValue()).toBe("Printer on fire on the second floor");
    expect(await page.getByLabel("Description").inputValue()).toContain("started to smoke");
    await reads(outlook, "Waiting for the new issue");
    await page.getByLabel("Cost centre").fill("4711");
    await page.getByRole("button", { name: "Create" }).click();
    await page.waitForURL(/\/browse\/EVERY-/);

    await pane
      .getByRole("region", { name: "Result" })
      .getByText("Added to EVERY-2")
      .waitFor({ timeout: 30_000 });
    await pane.getByRole("button", { name: "Use this mail again" }).waitFor({ timeout: 30_000 });
    const issue = jira.issue("EVERY-2");
    expect(issue?.attachments).toHaveLength(files);
    expect(issue?.fields["description"]).toContain("started to smoke");
    expect(jira.issues()).toHaveLength(before + 1);
  }));

it("another summary is asked about, also after a look at another mail", () =>
  tellSignedIn({}, async ({ jira, outlook, pane }) => {
    await chooseForeign(pane);
    const page = await goToJira(outlook, pane);
    await select(outlook, 2);
    await textOf(pane, "Description", "technician");
    await page.getByLabel("Summary").fill("Fire");
    await page.getByLabel("Cost centre").fill("4711");
    await page.getByRole("button", { name: "Create" }).click();
    await page.waitForURL(/\/browse\/EVERY-/);
    await select(outlook, 1);
    await pane.getByRole("button", { name: "It is EVERY-2: Fire" }).click({ timeout: 30_000 });
    await pane.getByText("Added to EVERY-2").waitFor();
    expect(jira.issue("EVERY-2")?.attachments.length).toBeGreaterThan(0);
  }));
