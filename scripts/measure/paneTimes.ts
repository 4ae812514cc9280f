import type { BrowserContext, Frame, Page } from "playwright-core";
import { openOutlook } from "../../sim/browser/pane.ts";

/** Milliseconds since the navigation of the pane's frame began. */
export interface PaneTimes {
  readonly firstPaint: number;
  /** The form is there, with the mail's text in it, and can be sent. */
  readonly usable: number;
}

declare global {
  interface Window {
    usableAt?: number;
  }
}

/** @param browser has had `noteWhenUsable` put into its pages. */
export async function timePane(
  browser: BrowserContext,
  url: string,
  addinOrigin: string,
): Promise<PaneTimes> {
  const outlook = await openOutlook(browser, url);
  try {
    await outlook.evaluate(() => window.bench.openPane());
    const frame = await paneFrame(outlook, addinOrigin);
    await frame.waitForFunction(() => window.usableAt !== undefined, undefined, { timeout: 60_000 });
    return await frame.evaluate(() => ({
      firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
      usable: window.usableAt ?? NaN,
    }));
  } finally {
    await outlook.close();
  }
}

/** Runs in the page, before any of its own scripts. */
export function noteWhenUsable(): void {
  if (window.top === window) return;
  const watch = new MutationObserver(() => {
    if (!document.querySelector("form button[type=submit]:not([aria-disabled=true])")) return;
    window.usableAt = performance.now();
    watch.disconnect();
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in the page, before any of its own scripts: Jira's lists are not kept from one pane to the next. */
export function forgetLists(): void {
  try {
    for (const key of Object.keys(localStorage)) if (/\.lists?(\.|$)/.test(key)) localStorage.removeItem(key);
  } catch {
    // A frame without storage keeps nothing anyway.
  }
}

async function paneFrame(outlook: Page, addinOrigin: string): Promise<Frame> {
  const found = () => outlook.frames().find((frame) => frame.url().startsWith(addinOrigin));
  return found() ?? outlook.waitForEvent("framenavigated", (frame) => frame.url().startsWith(addinOrigin));
}
