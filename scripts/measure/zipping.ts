/** How long the page stands still while a file is zipped, in Chromium. */
import { launchBrowser } from "../../sim/browser/launch.ts";
import { bundled } from "./bundled.ts";

const megabytes = 25;
const kinds = ["a log", "random bytes"] as const;
interface Task {
  readonly kind: (typeof kinds)[number];
  readonly size: number;
}

export async function zipping(executable: string): Promise<string> {
  const browser = await launchBrowser({ headless: true, storage: "open", executable });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: "var __name = (made) => made;" }); // tsx names functions with it
    await page.addScriptTag({ content: await bundled("src/core/mail/zipped.ts", "zipping") });
    const rows: string[] = [];
    for (const kind of kinds) {
      const { longest, whole, tasks } = await page.evaluate(pausesOf, { kind, size: megabytes * 1_048_576 });
      const words = `${megabytes} MB, ${kind}, ${(whole / 1000).toFixed(1)} s in all`;
      const long = tasks.length === 0 ? "none" : `longest ${Math.max(...tasks).toFixed(0)} ms`;
      rows.push(`  ${words.padEnd(64)} ${longest.toFixed(0)} ms (tasks over 50 ms: ${long})`);
    }
    return rows.join("\n");
  } finally {
    await browser.close();
  }
}

/** Runs in the page. Milliseconds: the longest from one yield to the next, all of it, tasks that the browser reports. */
async function pausesOf({ kind, size }: Task) {
  type Zipped = (file: object, stop: AbortSignal) => Promise<unknown>;
  const { zipped } = (window as unknown as { zipping: { zipped: Zipped } }).zipping;
  const rest = () => new Promise((done) => setTimeout(done, 300));
  const bytes = new Uint8Array(size);
  const encoder = new TextEncoder();
  for (let at = 0, line = 0; at < size; line += 1) {
    const text = `2026-11-28 12:00:00 INFO request ${line} answered in ${(line * 7919) % 997} ms\n`;
    const piece = kind === "a log" ? encoder.encode(text) : crypto.getRandomValues(new Uint8Array(65_536));
    bytes.set(piece.subarray(0, size - at), at);
    at += piece.length;
  }
  await rest();
  const tasks: number[] = [];
  const note = (entries: PerformanceEntryList) => tasks.push(...entries.map(({ duration }) => duration));
  const observer = new PerformanceObserver((list) => void note(list.getEntries()));
  observer.observe({ type: "longtask" });
  const pause = scheduler.yield.bind(scheduler);
  const began = performance.now();
  let since = began;
  let longest = 0;
  scheduler.yield = async () => {
    longest = Math.max(longest, performance.now() - since);
    await pause();
    since = performance.now();
  };
  await zipped({ name: "log.txt", contentType: "text/plain", bytes }, new AbortController().signal);
  const end = performance.now();
  longest = Math.max(longest, end - since);
  scheduler.yield = pause;
  await rest();
  note(observer.takeRecords());
  observer.disconnect();
  return { longest, whole: end - began, tasks };
}
