/** dist/, built anew only where something in it may have changed. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const madeFrom = ["src", "assets", "webpack.config.js", "package.json", "package-lock.json"];

export function ensureBuilt(): void {
  const built = "dist/taskpane.html";
  if (existsSync(built) && newest(madeFrom) < statSync(built).mtimeMs) return;
  console.log("Building the add-in …");
  if (!run("webpack", "--mode", "production")) throw new Error("The build failed; see above.");
}

function newest(paths: readonly string[]): number {
  return Math.max(
    ...paths.filter(existsSync).map((path) => {
      const state = statSync(path);
      if (!state.isDirectory()) return state.mtimeMs;
      return Math.max(state.mtimeMs, newest(readdirSync(path).map((name) => join(path, name))));
    }),
  );
}

/** Runs a program of node_modules; true where it succeeded. */
export function run(program: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync("npx", ["--no-install", program, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  return status === 0;
}
