/**
 * A browser as a user of Outlook may have it. Playwright's own defaults are not: it shares storage between sites,
 * lets every popup through, and runs without a sandbox.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright-core";
import { NoBrowser } from "./ensure.ts";
import { findBrowser } from "./find.ts";

/**
 * What a pane in another site's frame meets.
 * - `blocked`: every access to localStorage throws (third-party cookies blocked)
 * - `partitioned`: it has storage of its own, and a popup of the same origin does not see it (Chrome's default)
 * - `open`: it shares its storage with popups
 */
export type ThirdPartyStorage = "blocked" | "partitioned" | "open";

export interface BrowserOptions {
  readonly headless: boolean;
  /** Value of `--host-resolver-rules`. */
  readonly rules?: string | undefined;
  readonly storage: ThirdPartyStorage;
  /** Addresses, and whether each counts as "public" or "local": `127.0.0.1:8443=public`. As they are where absent. */
  readonly addressSpaces?: readonly string[];
  /** `allowed` unless told: also those that no click asked for. */
  readonly popups?: "blocked" | "allowed";
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Program to start; the first that is found where absent. */
  readonly executable?: string | undefined;
}

/** Closing the context ends the browser; its profile goes when this process ends. */
export async function launchBrowser(options: BrowserOptions): Promise<BrowserContext> {
  const executablePath = options.executable ?? findBrowser();
  if (executablePath === undefined) throw new NoBrowser("No browser found; `npm test` installs one");
  const profile = newProfile(options.storage);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreHTTPSErrors: true,
    viewport: options.viewport ?? (options.headless ? { width: 1280, height: 900 } : null),
    locale: "en-US",
    ...(options.popups === "blocked" && { ignoreDefaultArgs: ["--disable-popup-blocking"] }),
    args: [
      "--disable-quic",
      ...(options.headless ? ["--disable-gpu"] : []),
      ...(options.rules === undefined ? [] : [`--host-resolver-rules=${options.rules}`]),
      ...(options.addressSpaces === undefined
        ? []
        : [`--ip-address-space-overrides=${options.addressSpaces.join(",")}`]),
      // The last such switch counts, so Playwright's own, which ends partitioning, does not.
      ...(options.storage === "partitioned" ? [`--disable-features=${disabledFeatures.join(",")}`] : []),
    ],
  });
  return context;
}

const profiles: string[] = [];

/** Not when its context closes: the browser may then still be writing. */
function removeProfiles(): void {
  for (const profile of profiles)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Of Playwright's list, what keeps a test run quiet and its pages on the schemes they were given. */
const disabledFeatures = [
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "MediaRouter",
  "PaintHolding",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "PreconnectToSearch",
  "AimEnabled",
];

/** Debian's Chromium blocks third-party cookies by default, Google's Chrome does not: here it is always said. */
function newProfile(storage: ThirdPartyStorage): string {
  const profile = mkdtempSync(join(tmpdir(), "inlink-browser-"));
  if (profiles.push(profile) === 1) process.once("exit", removeProfiles);
  const blocked = storage === "blocked";
  mkdirSync(join(profile, "Default"));
  const preferences = {
    profile: { block_third_party_cookies: blocked, cookie_controls_mode: blocked ? 1 : 0 },
    credentials_enable_service: false,
  };
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
  return profile;
}
