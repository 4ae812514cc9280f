/** How long the page stands still while a file that Outlook gives as base64 becomes bytes, in Chromium. */
import { launchBrowser } from "../../sim/browser/launch.ts";
import { bundled } from "./bundled.ts";

const megabytes = 25;
interface Way {
  readonly decoder: "fromBase64" | "atob";
  /** As Inlink does it, or at once, for comparison: that also shows that long tasks are noticed. */
  readonly inPieces: boolean;
}
const ways: readonly Way[] = [
  { decoder: "fromBase64", inPieces: true },
  { decoder: "atob", inPieces: true },
  { decoder: "fromBase64", inPieces: false },
  { decoder: "atob", inPieces: false },
];

interface Pauses {
  /** Milliseconds from one yield to the next. */
  readonly longestPiece: number;
  /** Milliseconds of each task over 50, as the browser reports them. */
  readonly longTasks: readonly number[];
}

export async function decoding(executable: string): Promise<string> {
  const browser = await launchBrowser({ headless: true, storage: "open", executable });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: "var __name = (made) => made;" }); // tsx names functions with it
    await page.addScriptTag({ content: await bundled("src/outlook/base64.ts", "decoding") });
    const rows: string[] = [];
    for (const way of ways) {
      const { longestPiece, longTasks } = await page.evaluate(pausesOf, { ...way, megabytes });
      const tasks = longTasks.length === 0 ? "none" : `longest ${Math.max(...longTasks).toFixed(0)} ms`;
      const words = `${megabytes} MB by ${way.decoder}, ${way.inPieces ? "in pieces" : "at once (for comparison)"}`;
      rows.push(`  ${words.padEnd(64)} ${longestPiece.toFixed(0)} ms (tasks over 50 ms: ${tasks})`);
    }
    return rows.join("\n");
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
async function pausesOf({
  decoder,
  inPieces,
  megabytes: size,
}: Way & { readonly megabytes: number }): Promise<Pauses> {
  const { bytesOfBase64 } = (
    window as unknown as { decoding: { bytesOfBase64(text: string): Promise<Uint8Array> } }
  ).decoding;
  const rest = () => new Promise((done) => setTimeout(done, 300));
  const chunk = btoa(
    Array.from(crypto.getRandomValues(new Uint8Array(49_152)), (byte) => String.fromCharCode(byte)).join(""),
  );
  // As it comes in a message: one flat string.
  const text = structuredClone(chunk.repeat((size * 1_048_576) / 49_152));
  const { fromBase64 } = Uint8Array;
  if (decoder === "atob") Object.assign(Uint8Array, { fromBase64: undefined });

  await rest();
  const longTasks: number[] = [];
  const note = (entries: PerformanceEntryList) => longTasks.push(...entries.map(({ duration }) => duration));
  const observer = new PerformanceObserver((list) => void note(list.getEntries()));
  observer.observe({ type: "longtask" });
  let longestPiece = 0;
  let since = performance.now();
  const pieceEnds = () => void (longestPiece = Math.max(longestPiece, performance.now() - since));
  const pause = scheduler.yield.bind(scheduler);
  scheduler.yield = async () => {
    pieceEnds();
    await pause();
    since = performance.now();
  };
  if (inPieces) await bytesOfBase64(text);
  else if (decoder === "fromBase64") fromBase64?.(text);
  else {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  }
  pieceEnds();
  scheduler.yield = pause;
  Object.assign(Uint8Array, { fromBase64 });
  await rest();
  note(observer.takeRecords());
  observer.disconnect();
  return { longestPiece, longTasks };
}
