import type { BrowserContext } from "playwright-core";

/** Everything that the page policy kept a script of our pages from, as the browser tells it, or our default policy. */
export interface Violations {
  /** Of our own code and of what we build with. */
  readonly ours: readonly string[];
  /** Of Microsoft's scripts, which are not ours to mend. */
  readonly office: readonly string[];
}

const reports =
  /Refused to|Content Security Policy|violates the following|requires 'Trusted|lets no script write/;

export function violationsIn(browser: BrowserContext): Violations {
  const [ours, office]: [string[], string[]] = [[], []];
  browser.on("console", (message) => {
    if (!reports.test(message.text())) return;
    const { url } = message.location();
    const list = url.startsWith("https://appsforoffice.microsoft.com/") ? office : ours;
    list.push(`${url}: ${message.text()}`);
  });
  browser.on("weberror", (error) => {
    const { message, stack = "" } = error.error();
    if (reports.test(message))
      (stack.includes("appsforoffice.microsoft.com") ? office : ours).push(`${message} ${stack}`);
  });
  return { ours, office };
}
