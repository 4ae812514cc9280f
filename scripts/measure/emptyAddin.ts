import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A site whose pane loads office.js, waits for it, and shows one word. Gives its folder. */
export function emptyAddin(): string {
  const folder = mkdtempSync(join(tmpdir(), "inlink-empty-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "js"));
  writeFileSync(
    join(folder, "taskpane.html"),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title>
<script defer src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script defer src="js/empty.js"></script></head><body><p>Empty</p></body></html>`,
  );
  writeFileSync(
    join(folder, "js", "empty.js"),
    `Office.onReady(() => document.body.insertAdjacentHTML("beforeend", "<form><button type=submit>Ready</button></form>"));`,
  );
  return folder;
}
