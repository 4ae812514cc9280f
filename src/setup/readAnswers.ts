/** From what an administrator wrote, on a command line or in a form, to answers that hold; or to what is wrong with it. */
import { ConfigInvalid } from "../core/errors.ts";
import {
  address,
  consumerKeyOf,
  filled,
  frameOrigins,
  modeOf,
  reachOf,
  supportOf,
  upstreamOf,
} from "./answerForms.ts";
import type { HostingMode, SetupAnswers } from "./answers.ts";

/** As written; undefined or "" where nothing was. Named as the command's options. */
export interface WrittenAnswers {
  readonly jira?: string | undefined;
  readonly host?: string | undefined;
  readonly mode?: string | undefined;
  readonly name?: string | undefined;
  readonly consumerKey?: string | undefined;
  readonly upstream?: string | undefined;
  /** Each may hold several, with blanks or commas between. */
  readonly framedBy?: readonly string[] | undefined;
  readonly addinAddress?: string | undefined;
  readonly jiraAddress?: string | undefined;
  readonly support?: string | undefined;
}

export interface AnswerProblem {
  readonly field: keyof WrittenAnswers;
  /** What is wrong, and what to write instead. */
  readonly text: string;
}

export type ReadAnswers =
  | { readonly answers: SetupAnswers; readonly problems?: undefined }
  | { readonly answers?: undefined; readonly problems: readonly AnswerProblem[] };

export function readAnswers(written: WrittenAnswers): ReadAnswers {
  const problems: AnswerProblem[] = [];
  function read<Value>(field: keyof WrittenAnswers, make: () => Value, otherwise: Value): Value {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof ConfigInvalid)) throw error;
      problems.push({ field, text: `${upperFirst(error.problem)}. ${error.remedy}` });
      return otherwise;
    }
  }
  const jiraUrl = read("jira", () => address(written.jira, jiraRemedy), "");
  const host = read("host", () => address(written.host, hostRemedy), "");
  const mode = read("mode", () => modeOf(written.mode), "relay");
  if (jiraUrl && host) read("host", () => fits(host, jiraUrl, mode), undefined);
  const answers: SetupAnswers = {
    jiraUrl,
    host,
    mode,
    siteName: filled(written.name) ?? (jiraUrl ? new URL(jiraUrl).hostname : ""),
    consumerKey: read("consumerKey", () => consumerKeyOf(written.consumerKey), ""),
    upstream: read("upstream", () => upstreamOf(written.upstream), undefined),
    framedBy: read("framedBy", () => frameOrigins(written.framedBy ?? []), []),
    reach: {
      addin: read("addinAddress", () => reachOf(written.addinAddress), undefined),
      jira: read("jiraAddress", () => reachOf(written.jiraAddress), undefined),
    },
    supportUrl: read("support", () => supportOf(written.support), undefined),
  };
  return problems.length > 0 ? { problems } : { answers };
}

const jiraRemedy =
  "Write the address that people open, with its path if there is one: https://jira.example.com/jira";
const hostRemedy =
  "Write the address of the folder where the files will be: https://addin.example.com/inlink";

/** Where the files may be, in each mode. */
function fits(host: string, jiraUrl: string, mode: HostingMode): void {
  const { origin } = new URL(jiraUrl);
  const sameOrigin = new URL(host).origin === origin;
  if (mode !== "same-origin") {
    if (!sameOrigin) return;
    const remedy = `The mode for that is same-origin; for ${mode} write a folder on another host.`;
    throw new ConfigInvalid("", "is on Jira's own host", remedy);
  }
  if (!sameOrigin) {
    const remedy = `For the mode same-origin write a folder there, such as ${origin}/outlook-addin`;
    throw new ConfigInvalid("", "is not on Jira's own host", remedy);
  }
  if (host === origin || host === jiraUrl) {
    const remedy = `Write a folder beside Jira, such as ${origin}/outlook-addin`;
    throw new ConfigInvalid("", "is Jira's own address", remedy);
  }
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
