import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { findBrowser } from "./find.ts";

/** Says in its message what a person has to do. */
export class NoBrowser extends Error {
  readonly code = "no-browser";
}

type Command = readonly [program: string, ...args: string[]];

/**
 * A browser's path; installs one where it may.
 * @param say is told what is being done: an installation takes a minute.
 */
export function ensureBrowser(say: (line: string) => void): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  for (const commands of waysToInstall()) {
    say(
      `No Chromium, Chrome or Edge found. Installing one: ${commands.map((words) => words.join(" ")).join(" && ")}`,
    );
    if (!commands.every(succeeds)) continue;
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new NoBrowser(
    "No browser found, and none could be installed. Install Chromium, Google Chrome or Microsoft Edge, " +
      "or set CHROME_PATH to the program's path, then run the same command again.",
  );
}

function waysToInstall(): readonly (readonly Command[])[] {
  const root = process.getuid?.() === 0;
  const playwright: Command = ["npx", "--no-install", "playwright-core", "install", "chromium"];
  const apt: readonly Command[] = [
    ["apt-get", "update", "-q"],
    ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"],
  ];
  // Ubuntu's package is an empty shell around a snap, which containers cannot run: Playwright's own comes first there.
  if (root && isDistribution("debian")) return [apt, [playwright]];
  if (root && isDistribution("ubuntu")) return [[[...playwright, "--with-deps"]], apt];
  return [[playwright]];
}

function isDistribution(id: string): boolean {
  const file = "/etc/os-release";
  return existsSync(file) && new RegExp(`^ID="?${id}"?$`, "m").test(readFileSync(file, "utf8"));
}

function succeeds([program, ...args]: Command): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = spawnSync(program, args, {
    env,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  return status === 0;
}
