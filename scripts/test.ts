/** `npm test`: everything that must hold. Each step says how it went; the last line counts. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureBrowser, NoBrowser } from "../sim/browser/ensure.ts";
import { edgeServers, findServers } from "../sim/edge/servers.ts";
import { run } from "./built.ts";

const report = ".bench/jest.json";
const counts = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];

if (process.argv.includes("--long")) process.env["LONG"] = "1";

step("types", () => run("tsc", "--noEmit"));
step("lint and import rules", () => run("eslint", "."));
step("format", () => run("prettier", "--check", "--log-level", "warn", "."));
step("dead code", () => run("knip"));
const browser = step("a browser for the end-to-end tests", findBrowser);
const built = step("build", () => run("webpack", "--mode", "production"));
runJest(browser && built ? ["node", "ui", "e2e"] : ["node", "ui"]);
nameMissingServers();

console.log(`\n${lines.join("\n")}\n`);
const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 ? 1 : 0;

function step(name: string, check: () => boolean): boolean {
  console.log(`\n— ${name}`);
  const good = check();
  counts[good ? "passed" : "failed"]++;
  lines.push(`${good ? "ok    " : "FAILED"}  ${name}`);
  return good;
}

function findBrowser(): boolean {
  try {
    process.env["CHROME_PATH"] = ensureBrowser(console.log);
    return true;
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.error(`${error.message} The end-to-end tests are left out.`);
    return false;
  }
}

/** They come from the system's packages; where one is missing, no test of it fails. */
function nameMissingServers(): void {
  const found = findServers();
  const missing = edgeServers.filter((server) => !found.includes(server));
  if (missing.length > 0) lines.push(`left out  tests with ${missing.join(", ")}: not installed here`);
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  /** Files that failed before their first test. */
  readonly numRuntimeErrorTestSuites: number;
}

function runJest(projects: readonly string[]): void {
  console.log("\n— tests");
  mkdirSync(".bench", { recursive: true });
  rmSync(report, { force: true });
  // jest leaves one core out by itself; browsers and servers mostly wait.
  const good = run(
    "jest",
    "--maxWorkers=100%",
    "--selectProjects",
    ...projects,
    "--json",
    `--outputFile=${report}`,
  );
  const jest: JestReport | undefined = existsSync(report)
    ? (JSON.parse(readFileSync(report, "utf8")) as JestReport)
    : undefined;
  const failed = (jest?.numFailedTests ?? 0) + (jest?.numRuntimeErrorTestSuites ?? 0);
  counts.passed += jest?.numPassedTests ?? 0;
  // jest may fail with every test passed: a file without a test, a worker that died.
  counts.failed += failed === 0 && !good ? 1 : failed;
  counts.skipped += jest?.numPendingTests ?? 0;
  lines.push(`${good ? "ok    " : "FAILED"}  tests: ${projects.join(", ")}`);
}
