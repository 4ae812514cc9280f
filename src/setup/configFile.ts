/** The text of config.json: what was asked is changed, everything else of an earlier one stays as it is. */
import { ConfigInvalid } from "../core/errors.ts";
import { anything, entries, list, ParseProblem } from "../core/parse.ts";
import type { SetupAnswers } from "./answers.ts";
import { relayPath } from "./hosting/hosting.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What an earlier config.json says of its first site, which is the one that set-up writes. */
export interface EarlierConfig {
  readonly whole: Fields;
  readonly site: Fields;
  readonly privateKey: string | undefined;
}

/** Throws ConfigInvalid where the text cannot be kept: set-up must not overwrite what may hold the only key. */
export function readEarlierConfig(text: string): EarlierConfig {
  try {
    const whole = Object.fromEntries(entries(anything)(JSON.parse(text), ""));
    const [first = {}] = list(entries(anything))(whole["sites"] ?? [], "sites").map((site) =>
      Object.fromEntries(site),
    );
    const { privateKey } = first;
    return { whole, site: first, privateKey: typeof privateKey === "string" ? privateKey : undefined };
  } catch (error) {
    if (!(error instanceof ParseProblem) && !(error instanceof SyntaxError)) throw error;
    throw new ConfigInvalid(
      "",
      "the earlier config.json cannot be read, so it was left alone",
      "Mend it, or move it away to start anew with a new key.",
    );
  }
}

export function configFile(
  answers: SetupAnswers,
  privateKey: string,
  earlier: EarlierConfig | undefined,
): string {
  const kept = Object.entries(earlier?.site ?? {}).filter(([name]) => name !== "via");
  const site = {
    id: "main",
    ...Object.fromEntries(kept),
    name: answers.siteName,
    baseUrl: answers.jiraUrl,
    ...(answers.mode === "relay" && { via: relayPath(answers) }),
    consumerKey: answers.consumerKey,
    privateKey,
  };
  const others = list(anything)(earlier?.whole["sites"] ?? [], "sites").slice(1);
  const config = { ...earlier?.whole, version: 1, sites: [site, ...others] };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
