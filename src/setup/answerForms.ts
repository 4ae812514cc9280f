/** The form of each answer: what is written is brought to it, or is refused with what to write instead (ConfigInvalid). */
import { baseUrl } from "../config/addresses.ts";
import { ConfigInvalid } from "../core/errors.ts";
import { hostingModes, type HostingMode } from "./answers.ts";

/** As config.json has it. The address of one of our pages counts as that of its folder. */
export function address(written: string | undefined, remedy: string): string {
  const text = filled(written);
  if (text === undefined) throw new ConfigInvalid("", "is missing", remedy);
  try {
    return baseUrl(text.replace(/\/(taskpane|signin|setup)\.html$/, ""), "");
  } catch (error) {
    throw error instanceof ConfigInvalid ? new ConfigInvalid("", error.problem, remedy) : error;
  }
}

export function modeOf(written: string | undefined): HostingMode {
  const text = filled(written) ?? "relay";
  const mode = hostingModes.find((known) => known === text);
  return mode ?? refuse(`"${text}" is not a mode`, `Write one of ${hostingModes.join(", ")}.`);
}

export function consumerKeyOf(written: string | undefined): string {
  const key = filled(written) ?? "inlink";
  if (/^[A-Za-z0-9._-]{1,100}$/.test(key)) return key;
  return refuse("has other characters", "Use letters, digits, dot, hyphen and underscore only.");
}

export function upstreamOf(written: string | undefined): string | undefined {
  const text = filled(written);
  if (text === undefined) return undefined;
  if (/^https?:\/\/[^/?#@\s]+\/?$/i.test(text) && URL.canParse(text)) return new URL(text).origin;
  return refuse(
    `"${withoutPassword(text)}" is not a server's address`,
    "Write scheme, host and port without a path: http://10.0.0.5:8080",
  );
}

/** @returns each once, in the order written. */
export function frameOrigins(written: readonly string[]): readonly string[] {
  const origins = written.flatMap((text) => text.split(/[\s,]+/)).filter((text) => text !== "");
  return [...new Set(origins.map(originOf))];
}

function originOf(written: string): string {
  if (/^https:\/\/[^/?#@]+\/?$/i.test(written) && URL.canParse(written)) return new URL(written).origin;
  return refuse(
    `"${withoutPassword(written)}" is not an origin`,
    "Write https:// and the host name only: https://mail.example.com",
  );
}

export function reachOf(written: string | undefined): "public" | "private" | undefined {
  const text = filled(written);
  if (text === undefined || text === "public" || text === "private") return text;
  return refuse(`"${text}" is neither`, "Write public or private.");
}

export function supportOf(written: string | undefined): string | undefined {
  const text = filled(written);
  if (text === undefined) return undefined;
  if (/^https:\/\/[^/@]/i.test(text) && URL.canParse(text)) return new URL(text).href;
  return refuse(
    `"${withoutPassword(text)}" is not a whole https address`,
    "Write https://… or leave it out.",
  );
}

/** undefined for blanks only. */
export function filled(written: string | undefined): string | undefined {
  const text = written?.trim();
  return text === "" ? undefined : text;
}

function refuse(problem: string, remedy: string): never {
  throw new ConfigInvalid("", problem, remedy);
}

function withoutPassword(written: string): string {
  return written.replace(/[^/]*@/, "…@");
}
