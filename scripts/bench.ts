/**
 * `npm run bench`: how large the add-in is, and how long its pane takes, as ratios against an empty add-in in the
 * same run. Milliseconds of one machine say little to another; the ratios say whether a change made it slower.
 */
import { startBench, type Bench } from "../sim/bench.ts";
import { ensureBrowser } from "../sim/browser/ensure.ts";
import { launchBrowser } from "../sim/browser/launch.ts";
import { openOutlook, signIn } from "../sim/browser/pane.ts";
import { pageHeaders } from "../src/setup/hosting/policy.ts";
import { ensureBuilt } from "./built.ts";
import { main } from "./main.ts";
import { emptyAddin } from "./measure/emptyAddin.ts";
import { noteWhenUsable, timePane, type PaneTimes } from "./measure/paneTimes.ts";
import { sizes } from "./measure/sizes.ts";

const rounds = 9;
const milestones: Readonly<Record<keyof PaneTimes, string>> = {
  firstPaint: "first paint of content",
  usable: "form with the mail's text (empty: Office ready)",
};
const user = { user: "anna", password: "anna" };

await main(async () => {
  const executable = ensureBrowser(console.log);
  ensureBuilt();
  console.log(sizes("dist"));

  const ours = await prepare(await startBench({ layout: "names", pageHeaders }), executable, true);
  const empty = await prepare(
    await startBench({ layout: "names", pageHeaders, dist: emptyAddin() }),
    executable,
    false,
  );
  try {
    const times: { readonly ours: PaneTimes; readonly empty: PaneTimes }[] = [];
    for (let round = 0; round < rounds; round++) {
      times.push({ ours: await ours.time(), empty: await empty.time() });
    }
    console.log(
      `\nFrom the pane's frame to …, median of ${rounds}, against an empty add-in in the same run:`,
    );
    for (const [what, words] of Object.entries(milestones) as [keyof PaneTimes, string][]) {
      const mine = median(times.map((pair) => pair.ours[what]));
      const theirs = median(times.map((pair) => pair.empty[what]));
      const ratio = (mine / theirs).toFixed(2);
      console.log(`  ${words.padEnd(48)} ${ratio} × (${mine.toFixed(0)} ms / ${theirs.toFixed(0)} ms)`);
    }
  } finally {
    await Promise.all([ours.close(), empty.close()]);
  }
});

interface Run {
  time(): Promise<PaneTimes>;
  close(): Promise<void>;
}

async function prepare(bench: Bench, executable: string, withLogin: boolean): Promise<Run> {
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
    if (withLogin) {
      const outlook = await openOutlook(browser, bench.outlookUrl({ pane: "open" }));
      await signIn(outlook, user);
      await outlook.close();
    }
    await browser.addInitScript(noteWhenUsable);
    await time(); // The first fills the caches.
    return { time, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
