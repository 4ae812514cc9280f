/**
 * `npm run sideload`: starts the add-in in a real Outlook, by Microsoft's own tool.
 *
 * That tool is 590 packages, one of them native: it is installed into .sideload/ when it is first used, from the
 * pinned versions in sideload/. With `--dry-run` it is installed and the command is only printed.
 */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { startBench } from "../sim/bench.ts";
import type { Certificate } from "../sim/listen.ts";
import { otherJira } from "../sim/otherJira.ts";
import { pageHeaders } from "../src/setup/hosting/policy.ts";
import { ensureBuilt } from "./built.ts";
import { main } from "./main.ts";

const from = "sideload";
const into = ".sideload";
const windows = process.platform === "win32";
const tool = join(
  into,
  "node_modules",
  ".bin",
  windows ? "office-addin-debugging.cmd" : "office-addin-debugging",
);
const start = ["start", "manifest.xml", "desktop", "--app", "outlook", "--no-debug"];

await main(async () => {
  if (!isInstalled()) install();
  console.log(`\nThe tool is installed. It is started with:\n\n    ${[tool, ...start].join(" ")}\n`);
  console.log(
    "Not tried here: everything beyond the installation, as it needs a real Outlook and its account.",
  );
  if (process.argv.includes("--dry-run")) return 0;

  ensureBuilt();
  const bench = await startBench({
    layout: "ports",
    pageHeaders,
    dataDir: ".bench/data",
    certificate: await trustedCertificate(),
    officeFromMicrosoft: true,
    otherJira: otherJira(),
    say: console.log,
  });
  try {
    if (bench.addinOrigin !== "https://localhost:8444") {
      throw new Error(
        "manifest.xml says https://localhost:8444: stop what uses ports 8443 to 8446, then start again.",
      );
    }
    console.log(
      `The add-in is served at ${bench.addinOrigin}, for Jira at ${bench.jiraUrl}. Ctrl-C ends it.`,
    );
    const begun = await ended(spawn(tool, start, { stdio: "inherit", shell: windows }));
    if (begun === 0) await interrupted();
    await ended(spawn(tool, ["stop", "manifest.xml"], { stdio: "inherit", shell: windows }));
    return begun;
  } finally {
    await bench.close();
  }
});

/** The very packages of sideload/package-lock.json. */
function isInstalled(): boolean {
  const [wanted, there] = [from, into].map((folder) => join(folder, "package-lock.json"));
  if (!wanted || !there || !existsSync(there) || !existsSync(tool)) return false;
  return readFileSync(there).equals(readFileSync(wanted));
}

function install(): void {
  console.log(`Installing Microsoft's office-addin-debugging into ${into}/ (590 packages, 450 MB, once) …`);
  mkdirSync(into, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(from, file), join(into, file));
  // keytar, deep inside, compiles against libsecret where it finds no ready build: that must not stop the rest.
  if (!npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")) {
    throw new Error(`The installation failed; see above. Remove ${into}/ and try again.`);
  }
  if (npm("rebuild", "keytar", "--loglevel=silent")) return;
  console.log(
    "One part, keytar, could not be built, so the tool cannot keep a Microsoft 365 login. On Debian and Ubuntu " +
      `\`apt-get install g++ make python3 pkg-config libsecret-1-dev\` helps; then remove ${into}/ and run this again.`,
  );
}

function npm(...args: readonly string[]): boolean {
  const { status } = spawnSync("npm", [...args], {
    cwd: into,
    stdio: ["ignore", "inherit", "inherit"],
    shell: windows,
  });
  return status === 0;
}

/** Of a certificate authority that Microsoft's tool makes on this computer and asks the user to trust. */
async function trustedCertificate(): Promise<Certificate> {
  const load = createRequire(resolve(into, "package.json"));
  const { getHttpsServerOptions } = load("office-addin-dev-certs") as {
    getHttpsServerOptions: () => Promise<{ key: Buffer; cert: Buffer }>;
  };
  const { key, cert } = await getHttpsServerOptions();
  return { key: key.toString(), cert: cert.toString() };
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => process.once("SIGINT", () => resolve()));
}
