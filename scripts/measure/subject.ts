/** One add-in on a bench of its own, and how long its pane takes. */
import type { BrowserContext } from "playwright-core";
import { startBench, type BenchOptions } from "../../sim/bench.ts";
import { launchBrowser } from "../../sim/browser/launch.ts";
import { chooseProject, openOutlook, openPane, send, signIn } from "../../sim/browser/pane.ts";
import { forgetLists, noteWhenUsable, timePane, type PaneTimes } from "./paneTimes.ts";

export interface Subject {
  time(): Promise<PaneTimes>;
  /** Holds each of Jira's answers back for so many milliseconds. */
  slowJira(milliseconds: number | undefined): void;
  close(): Promise<void>;
}

interface Wanted extends Pick<BenchOptions, "dist" | "jira" | "pageHeaders"> {
  /** Signs in, and creates an issue in this project, so that the pane knows where the next one goes. */
  readonly project?: string;
  /** Opens all fields of the form. */
  readonly allFields?: true;
  /** Each pane starts without Jira's lists. */
  readonly cold?: true;
}

export async function prepare(
  executable: string,
  { project, allFields, cold, ...options }: Wanted,
): Promise<Subject> {
  const bench = await startBench({ layout: "names", ...options });
  const browser = await launchBrowser({
    headless: true,
    storage: "partitioned",
    rules: bench.hostRules,
    executable,
  });
  const time = () => timePane(browser, bench.outlookUrl(), bench.addinOrigin);
  const close = async () => {
    await browser.close();
    await bench.close();
  };
  try {
    if (project !== undefined)
      await firstIssue(browser, bench.outlookUrl({ select: "2" }), project, allFields);
    if (cold) await browser.addInitScript(forgetLists);
    await browser.addInitScript(noteWhenUsable);
    await time(); // The first fills the caches.
    return { time, slowJira: (slow) => bench.setRelay(slow === undefined ? {} : { slow }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function firstIssue(
  browser: BrowserContext,
  url: string,
  project: string,
  allFields?: true,
): Promise<void> {
  const outlook = await openOutlook(browser, url);
  const pane = await openPane(outlook);
  await signIn(outlook, { user: "anna", password: "anna" });
  await chooseProject(pane, project);
  if (allFields) await pane.getByRole("button", { name: /more fields?$/ }).click();
  await send(pane, "Create issue");
  await outlook.close();
}
