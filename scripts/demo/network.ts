import type { BrowserContext, Request } from "playwright-core";
import { names } from "../../sim/names.ts";

interface Network {
  /** Says every host that was contacted; true where each of them had to be. */
  report(say: (line: string) => void, jiraUrl: string): boolean;
}

/** Every request of every page and frame from now on. */
export function watchNetwork(browser: BrowserContext): Network {
  const seen: URL[] = [];
  const note = (request: Request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") || url.protocol.startsWith("ws")) seen.push(url);
  };
  browser.on("request", note);
  return {
    report: (say, jiraUrl) => {
      const expected: Readonly<Record<string, string>> = {
        [names.outlook]: "Outlook (simulated)",
        [names.addin]: "the add-in's host, with the relay to Jira",
        [names.officeCdn]: "office.js",
        [names.ajaxCdn]: "office.js: MicrosoftAjax.js",
        [new URL(jiraUrl).hostname]: "Jira: its login and Allow pages",
      };
      say("\nHosts that the browser contacted:");
      const hosts = [...new Set(seen.map(({ hostname }) => hostname))].sort();
      for (const host of hosts) {
        const count = seen.filter(({ hostname }) => hostname === host).length;
        say(`  ${host.padEnd(30)} ${String(count).padStart(4)} requests  ${expected[host] ?? "UNEXPECTED"}`);
      }
      const telemetry = new Set(seen.filter(isTelemetry).map(({ origin, pathname }) => origin + pathname));
      for (const address of telemetry) say(`  Telemetry of office.js, Microsoft's own: ${address}`);
      return hosts.every((host) => host in expected);
    },
  };
}

function isTelemetry({ hostname, pathname }: URL): boolean {
  return hostname.endsWith(".aria.microsoft.com") || pathname.includes("/telemetry/");
}
