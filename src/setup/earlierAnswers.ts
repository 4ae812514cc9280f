/**
 * What an earlier run was told, so that a later one has to be told only what changes.
 *
 * config.json and the manifest come first, as somebody may have changed them by hand since; setup.json knows the rest.
 */
import { ConfigInvalid } from "../core/errors.ts";
import { ParseProblem, list, object, optional, text } from "../core/parse.ts";
import type { SetupAnswers } from "./answers.ts";
import type { EarlierConfig } from "./configFile.ts";
import type { WrittenAnswers } from "./readAnswers.ts";

export const answersFileName = "setup.json";

export interface EarlierFiles {
  readonly config: EarlierConfig | undefined;
  /** Text of manifest.xml. */
  readonly manifest: string | undefined;
  /** Text of setup.json. */
  readonly answers: string | undefined;
}

export function answersFile(answers: SetupAnswers): string {
  const written: WrittenAnswers = {
    jira: answers.jiraUrl,
    host: answers.host,
    mode: answers.mode,
    name: answers.siteName,
    consumerKey: answers.consumerKey,
    upstream: answers.upstream,
    framedBy: answers.framedBy,
    addinAddress: answers.reach.addin,
    jiraAddress: answers.reach.jira,
    support: answers.supportUrl,
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}

/** Fields are undefined where nobody knows. Throws ConfigInvalid. */
export function earlierAnswers({ config, manifest, answers }: EarlierFiles): WrittenAnswers {
  const told = answers === undefined ? {} : readAnswersFile(answers);
  const host = manifest === undefined ? undefined : hostIn(manifest);
  const site = config?.site ?? {};
  const jira = textOf(site["baseUrl"]);
  return {
    ...told,
    jira: jira ?? told.jira,
    host: host ?? told.host,
    mode: told.mode ?? modeOf(jira, host, site["via"] !== undefined),
    name: textOf(site["name"]) ?? told.name,
    consumerKey: textOf(site["consumerKey"]) ?? told.consumerKey,
  };
}

function modeOf(jira: string | undefined, host: string | undefined, via: boolean): string | undefined {
  if (jira === undefined) return undefined;
  if (via) return "relay";
  if (host === undefined || !URL.canParse(jira) || !URL.canParse(host)) return undefined;
  return new URL(jira).origin === new URL(host).origin ? "same-origin" : "cors";
}

/** The folder of taskpane.html. */
function hostIn(manifest: string): string | undefined {
  return /<SourceLocation DefaultValue="([^"]+)\/taskpane\.html"/
    .exec(manifest)?.[1]
    ?.replaceAll("&amp;", "&");
}

const written = object<WrittenAnswers>((field) => ({
  jira: field("jira", optional(text)),
  host: field("host", optional(text)),
  mode: field("mode", optional(text)),
  name: field("name", optional(text)),
  consumerKey: field("consumerKey", optional(text)),
  upstream: field("upstream", optional(text)),
  framedBy: field("framedBy", optional(list(text))),
  addinAddress: field("addinAddress", optional(text)),
  jiraAddress: field("jiraAddress", optional(text)),
  support: field("support", optional(text)),
}));

/** Not skipped where it is damaged: the web server's configuration would silently change. */
function readAnswersFile(content: string): WrittenAnswers {
  try {
    return written(JSON.parse(content), "");
  } catch (error) {
    if (!(error instanceof ParseProblem) && !(error instanceof SyntaxError)) throw error;
    throw new ConfigInvalid(
      "",
      `${answersFileName} of the earlier run cannot be read (${error.message})`,
      "Remove it, and give all options again.",
    );
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
