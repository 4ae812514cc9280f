/** The text of config.json: what was asked is changed, everything else of an earlier one stays as it is. */
import { jsonOf } from "../config/json.ts";
import { ConfigInvalid } from "../core/errors.ts";
import { anything, entries, list, optional, ParseProblem } from "../core/parse.ts";
import type { SetupAnswers } from "./answers.ts";
import { relayPath } from "./hosting/hosting.ts";

type Fields = Readonly<Record<string, unknown>>;

/** An earlier config.json. Its first site is the one that set-up writes. */
export interface EarlierConfig {
  readonly whole: Fields;
  readonly site: Fields;
  readonly otherSites: readonly Fields[];
  readonly privateKey: string | undefined;
}

/** Throws ConfigInvalid where the text cannot be kept: set-up must not overwrite what may hold the only key. */
export function readEarlierConfig(text: string): EarlierConfig {
  try {
    const whole = fields(jsonOf(text), "");
    const [site = {}, ...otherSites] = optional(list(fields))(whole["sites"], "sites") ?? [];
    const { privateKey } = site;
    return { whole, site, otherSites, privateKey: typeof privateKey === "string" ? privateKey : undefined };
  } catch (error) {
    if (!(error instanceof ParseProblem) && !(error instanceof ConfigInvalid)) throw error;
    const why = error instanceof ConfigInvalid ? error.problem : error.message;
    throw new ConfigInvalid(
      "",
      `the earlier config.json cannot be read, so it was left alone (${why})`,
      "Mend it, or move it away to start anew with a new key.",
    );
  }
}

export function configFile(
  answers: SetupAnswers,
  privateKey: string,
  earlier: EarlierConfig | undefined,
): string {
  const { via: earlierVia, ...kept } = earlier?.site ?? {};
  const viaRelay = answers.mode === "relay";
  const site = {
    id: "main",
    // Assigned again below: a key that is there already keeps its place, so that a second run writes the same text.
    ...(viaRelay && earlierVia !== undefined ? earlier?.site : kept),
    name: answers.siteName,
    baseUrl: answers.jiraUrl,
    ...(viaRelay && { via: relayPath(answers) }),
    consumerKey: answers.consumerKey,
    privateKey,
  };
  const config = { ...earlier?.whole, version: 1, sites: [site, ...(earlier?.otherSites ?? [])] };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}

function fields(value: unknown, path: string): Fields {
  return Object.fromEntries(entries(anything)(value, path));
}
