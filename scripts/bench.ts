/**
 * `npm run bench`: how large the add-in is, and how long its pane takes, as ratios against an empty add-in in the
 * same run. Milliseconds of one machine say little to another; the ratios say whether a change made it slower.
 */
import { startBench, type Bench } from "../sim/bench.ts";
import { ensureBrowser } from "../sim/browser/ensure.ts";
import { launchBrowser } from "../sim/browser/launch.ts";
import { signIn } from "../sim/browser/pane.ts";
import { ensureBuilt } from "./built.ts";
import { main } from "./main.ts";
import { emptyAddin } from "./measure/emptyAddin.ts";
import { timePane, type PaneTimes } from "./measure/paneTimes.ts";
import { sizes } from "./measure/sizes.ts";

const rounds = 9;
const user = { user: "anna", password: "anna" };

await main(async () => {
  const executable = ensureBrowser(console.log);
  ensureBuilt();
  console.log(sizes("dist"));

  const ours = await startBench({ layout: "names" });
  const empty = await startBench({ layout: "names", dist: emptyAddin() });
  try {
    const oursRun = await prepare(ours, executable, true);
    const emptyRun = await prepare(empty, executable, false);
    const pairs: { readonly ours: PaneTimes; readonly empty: PaneTimes }[] = [];
    for (let round = 0; round < rounds; round++) {
      pairs.push({ ours: await oursRun.time(), empty: await emptyRun.time() });
    }
    await Promise.all([oursRun.close(), emptyRun.close()]);

    console.log(
      `\nFrom the pane's frame to …, median of ${rounds}, against an empty add-in in the same run:`,
    );
    for (const what of ["firstPaint", "usable"] as const) {
      const [mine, theirs] = [
        median(pairs.map((pair) => pair.ours[what])),
        median(pairs.map((pair) => pair.empty[what])),
      ];
      const words = what === "firstPaint" ? "first paint of content" : "usable form (empty: Office ready)";
      console.log(
        `  ${words.padEnd(36)} ${(mine / theirs).toFixed(2)} × (${mine.toFixed(0)} ms / ${theirs.toFixed(0)} ms)`,
      );
    }
  } finally {
    await ours.close();
    await empty.close();
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
  const outlook = await browser.newPage();
  if (withLogin) {
    await outlook.goto(bench.outlookUrl({ pane: "open" }));
    await signIn(outlook, user);
  }
  await outlook.close();
  await timePane(browser, bench.outlookUrl(), bench.addinOrigin); // The first fills the caches.
  return {
    time: () => timePane(browser, bench.outlookUrl(), bench.addinOrigin),
    close: () => browser.close(),
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
