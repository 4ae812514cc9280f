/** `npm run demo`: the main job, done by a headless browser, and what came of it. */
import { startBench } from "../sim/bench.ts";
import { ensureBrowser } from "../sim/browser/ensure.ts";
import { launchBrowser } from "../sim/browser/launch.ts";
import { otherJira } from "../sim/otherJira.ts";
import { pageHeaders } from "../src/setup/hosting/policy.ts";
import { ensureBuilt } from "./built.ts";
import { compareFiles } from "./demo/compareFiles.ts";
import { watchNetwork } from "./demo/network.ts";
import { receivedFiles } from "./demo/receivedFiles.ts";
import { doMainJob } from "./demo/story.ts";
import { main } from "./main.ts";

await main(async () => {
  const jira = otherJira();
  const login = {
    user: process.env["JIRA_USER"] ?? "anna",
    password: process.env["JIRA_PASSWORD"] ?? "anna",
  };
  const executable = ensureBrowser(console.log);
  ensureBuilt();
  const bench = await startBench({ layout: "names", pageHeaders, otherJira: jira });
  const browser = await launchBrowser({
    headless: true,
    storage: "partitioned",
    rules: bench.hostRules,
    executable,
  });
  try {
    const network = watchNetwork(browser);
    const story = await doMainJob(bench, browser, login, console.log);

    const files = await receivedFiles(bench, story.issueKey, login);
    const same = compareFiles(story.mails, files, console.log);

    const hosts = network.report(console.log, bench.jiraUrl);
    console.log(
      `${story.officeTelemetry} telemetry events of office.js went to Outlook, by message; none was sent out.`,
    );
    console.log("Screenshots are in screenshots/demo/.");
    const good = same && hosts;
    console.log(good ? "\nThe demo did what it should." : "\nThe demo FAILED, see above.");
    return good ? 0 : 1;
  } finally {
    await browser.close();
    await bench.close();
  }
});
