/** `npm start`: the whole bench on localhost, for a person to play with. */
import type { BrowserContext } from "playwright-core";
import { startBench, type Bench } from "../sim/bench.ts";
import { findBrowser } from "../sim/browser/find.ts";
import { launchBrowser } from "../sim/browser/launch.ts";
import { otherJira } from "../sim/otherJira.ts";
import { pageHeaders } from "../src/setup/hosting/policy.ts";
import { ensureBuilt } from "./built.ts";
import { main } from "./main.ts";

await main(async () => {
  ensureBuilt();
  const bench = await startBench({
    layout: "ports",
    pageHeaders,
    dataDir: ".bench/data",
    otherJira: otherJira(),
    say: console.log,
  });
  console.log(welcome(bench));
  const browser = await openOwnBrowser(bench.outlookUrl({ pane: "open" }));
  await interrupted();
  console.log("\nStopping.");
  await browser?.close();
  await bench.close();
});

function welcome({ outlookUrl, jiraUrl, jira, addinOrigin, cdnOrigin }: Bench): string {
  const others = [`${addinOrigin}/taskpane.html`, jiraUrl, `${cdnOrigin}/lib/1/hosted/office.js`];
  const lines = [
    "",
    "Inlink runs. Open this address:",
    "",
    `    ${outlookUrl()}`,
    "",
    "Your browser warns once, as nobody vouches for this computer's own certificate: go on all the same.",
    "Firefox asks for each port, so go to these three first:",
    ...others.map((address) => `    ${address}`),
    "",
  ];
  if (jira) {
    lines.push(
      "In Outlook, press the button Inlink, then sign in to Jira as one of these; the password is the name:",
      "",
    );
    for (const { name, displayName } of jira.users()) lines.push(`    ${name.padEnd(8)} ${displayName}`);
    lines.push("", `Issues are to be seen at ${jiraUrl}/browse/DEMO-1 and so on, once there are any.`);
  } else {
    lines.push(`In Outlook, press the button Inlink, then sign in to ${jiraUrl}.`);
  }
  return [...lines, "Ctrl-C ends it.", ""].join("\n");
}

/** A browser that asks nothing about the certificate, where there are a browser and a screen. */
async function openOwnBrowser(url: string): Promise<BrowserContext | undefined> {
  const executable = hasScreen() ? findBrowser() : undefined;
  if (executable === undefined) return undefined;
  try {
    const browser = await launchBrowser({ headless: false, storage: "partitioned", executable });
    await (browser.pages()[0] ?? (await browser.newPage())).goto(url);
    console.log("A browser that needs no warning has been opened.");
    return browser;
  } catch (error) {
    console.log(
      `No browser could be opened here (${error instanceof Error ? error.name : "?"}); open the address yourself.`,
    );
    return undefined;
  }
}

function hasScreen(): boolean {
  if (process.env["CI"]) return false;
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
