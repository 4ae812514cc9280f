import type { Page } from "playwright-core";

/** Opens the simulated Outlook and waits until it can be steered through `window.bench`. */
export async function openOutlook(outlook: Page, url: string): Promise<void> {
  await outlook.goto(url);
  // The type says that it is always there; while the page loads it is not.
  await outlook.waitForFunction(() => "bench" in window);
}
