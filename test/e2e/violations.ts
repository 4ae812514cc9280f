import type { BrowserContext } from "playwright-core";

/** Violations of the page policy by our own pages: whatever a script of Microsoft's did is not ours to mend. */
export function violationsIn(browser: BrowserContext): readonly string[] {
  const seen: string[] = [];
  browser.on("console", (message) => {
    if (!/Refused to|Content Security Policy|violates the following/.test(message.text())) return;
    const { url } = message.location();
    if (!url.startsWith("https://appsforoffice.microsoft.com/")) seen.push(`${url}: ${message.text()}`);
  });
  return seen;
}
