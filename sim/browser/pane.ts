/** The pane as a person sees it: the demo and the end-to-end tests find things by the names that are on the screen. */
import type { BrowserContext, FrameLocator, Locator, Page } from "playwright-core";

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** Opens the simulated Outlook, ready for use. */
export async function openOutlook(browser: BrowserContext, url: string): Promise<Page> {
  const outlook = await browser.newPage();
  await outlook.goto(url);
  await outlook.waitForFunction(() => "bench" in window);
  return outlook;
}

/** Opens the pane from Outlook's own button. */
export async function openPane(outlook: Page): Promise<FrameLocator> {
  await outlook.getByRole("button", { name: "Inlink", exact: true }).click();
  return paneOf(outlook);
}

export function paneOf(outlook: Page): FrameLocator {
  return outlook.frameLocator("#taskpane");
}

/** Presses "Sign in to Jira" and gives the window that opens. */
export async function openSignIn(outlook: Page): Promise<Page> {
  const opening = outlook.context().waitForEvent("page");
  await paneOf(outlook).getByRole("button", { name: "Sign in to Jira" }).click();
  return opening;
}

/** On Jira's own pages; it may know the user already. */
export async function logIn(popup: Page, { user, password }: Login): Promise<void> {
  const name = popup.locator("[name=os_username]");
  await name.or(approve(popup)).first().waitFor();
  if (!(await name.isVisible())) return;
  await name.fill(user);
  await popup.locator("[name=os_password]").fill(password);
  await popup.locator("[name=os_password]").press("Enter");
  await approve(popup).waitFor();
}

/** Presses Allow; the window then closes itself. */
export async function allow(popup: Page): Promise<void> {
  const closed = popup.isClosed() ? Promise.resolve() : popup.waitForEvent("close");
  await approve(popup).click();
  await closed;
}

function approve(popup: Page): Locator {
  return popup.locator("[name=approve]");
}

export async function signIn(outlook: Page, login: Login): Promise<void> {
  const popup = await openSignIn(outlook);
  await logIn(popup, login);
  await allow(popup);
  await signedIn(outlook).waitFor();
}

/** There while somebody is signed in. */
export function signedIn(outlook: Page): Locator {
  return paneOf(outlook).getByRole("button", { name: "Sign out" });
}

/** @param words of the project's name or its key. */
export async function chooseProject(pane: FrameLocator, words: string): Promise<void> {
  await chooseOption(pane, "Project", words);
}

export async function chooseIssueType(pane: FrameLocator, name: string): Promise<void> {
  await pane.getByRole("combobox", { name: "Issue type" }).selectOption({ label: name });
}

/** On the second tab: searches, and takes the first that has these words. */
export async function chooseIssue(pane: FrameLocator, words: string): Promise<void> {
  await pane.getByRole("tab", { name: "Existing issue" }).click();
  await chooseOption(pane, "Issue", words);
}

async function chooseOption(pane: FrameLocator, field: string, words: string): Promise<void> {
  const box = pane.getByRole("combobox", { name: field, exact: true });
  await box.click();
  await box.fill(words);
  await pane.getByRole("option", { name: words }).first().click();
}

/** Every file and the mail itself. Gives how many there are. */
export async function tickAllFiles(pane: FrameLocator): Promise<number> {
  const boxes = await pane.getByRole("group", { name: "Attach" }).getByRole("checkbox").all();
  const enabled: Locator[] = [];
  for (const box of boxes) if (await box.isEnabled()) enabled.push(box);
  for (const box of enabled) await box.check();
  return enabled.length;
}

/**
 * Presses "Create issue" or "Add to issue", answers the question whose account acts where it is asked, and waits
 * for the end. Gives the issue's key.
 */
export async function send(pane: FrameLocator, button: "Create issue" | "Add to issue"): Promise<string> {
  await pane.getByRole("button", { name: button }).click();
  const confirm = pane.getByRole("button", { name: /^Yes, as / });
  const result = pane.getByRole("region", { name: "Result" });
  await confirm.or(result).first().waitFor();
  if (await confirm.isVisible()) await confirm.click();
  await result.getByText(button === "Create issue" ? /^Created / : /^Added to /).waitFor();
  await result.getByRole("button", { name: "Use this mail again" }).waitFor({ timeout: 60_000 });
  return result.getByRole("link").first().innerText();
}
