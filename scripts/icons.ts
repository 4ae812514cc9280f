/** Draws assets/icon-*.png from assets/icon.svg. Run by hand when the drawing changes: `npx tsx scripts/icons.ts`. */
import { readFileSync } from "node:fs";
import { ensureBrowser } from "../sim/browser/ensure.ts";
import { launchBrowser } from "../sim/browser/launch.ts";

/** Pixels; the manifest's sizes and those between that Outlook picks on dense screens. */
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];

const executable = ensureBrowser(console.log);
const browser = await launchBrowser({ headless: true, storage: "open", executable });
const page = await browser.newPage();
const svg = readFileSync("assets/icon.svg").toString("base64");
for (const size of sizes) {
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`,
  );
  const path = `assets/icon-${size}.png`;
  await page.screenshot({ path, omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
  console.log(`Drew ${path}`);
}
await browser.close();
