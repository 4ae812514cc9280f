/** A Chromium, Chrome or Edge on this machine. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const onPath = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const onMac = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const onWindows = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];

/** Path of the program; undefined where there is none that starts. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const told = env["CHROME_PATH"];
  if (told) {
    if (starts(told)) return told;
    throw new Error(`CHROME_PATH is set to ${told}, but no browser starts there`);
  }
  return candidates(env).find(starts);
}

function candidates(env: NodeJS.ProcessEnv): readonly string[] {
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const found = onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...found, ...usualPlaces(env), chromium.executablePath()];
}

function usualPlaces(env: NodeJS.ProcessEnv): readonly string[] {
  if (process.platform === "darwin") return onMac;
  if (process.platform !== "win32") return [];
  const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => env[name]);
  return folders
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => onWindows.map((file) => join(folder, file)));
}

/** A file that is there may still not start: Ubuntu's `chromium-browser` is a shell script that wants snap. */
function starts(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  if (process.platform === "win32") return true; // there --version opens a window
  return spawnSync(file, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
