/** From what an administrator wrote, on a command line or in a form, to answers that hold; or to what is wrong with it. */
import { baseUrl } from "../config/addresses.ts";
import { ConfigInvalid } from "../core/errors.ts";
import { hostingModes, type HostingMode, type SetupAnswers } from "./answers.ts";

/** As written; undefined or "" where nothing was. Named as the command's options. */
export interface WrittenAnswers {
  readonly jira?: string | undefined;
  readonly host?: string | undefined;
  readonly mode?: string | undefined;
  readonly name?: string | undefined;
  readonly consumerKey?: string | undefined;
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
    supportUrl: read("support", () => optional(written.support, supportOf), undefined),
  };
  return problems.length > 0 ? { problems } : { answers };
}

const jiraRemedy =
  "Write the address that people open, with its path if there is one: https://jira.example.com/jira";
const hostRemedy =
  "Write the address of the folder where the files will be: https://addin.example.com/inlink";

function address(written: string | undefined, remedy: string): string {
  const text = filled(written);
  if (text === undefined) throw new ConfigInvalid("", "is missing", remedy);
  try {
    return baseUrl(text.replace(/\/(taskpane|setup)\.html$/, ""), "");
  } catch (error) {
    throw error instanceof ConfigInvalid ? new ConfigInvalid("", error.problem, remedy) : error;
  }
}

function modeOf(written: string | undefined): HostingMode {
  const mode = hostingModes.find((known) => known === (filled(written) ?? "relay"));
  if (mode) return mode;
  throw new ConfigInvalid("", `"${written ?? ""}" is not a mode`, `Write one of ${hostingModes.join(", ")}.`);
}

/** Where the files may be, in each mode. */
function fits(host: string, jiraUrl: string, mode: HostingMode): void {
  const sameOrigin = new URL(host).origin === new URL(jiraUrl).origin;
  if (mode === "same-origin" && !sameOrigin)
    throw new ConfigInvalid(
      "",
      "is not on Jira's own host",
      `For the mode same-origin write a folder there, such as ${new URL(jiraUrl).origin}/outlook-addin`,
    );
  if (mode === "same-origin" && (host === new URL(host).origin || host === jiraUrl))
    throw new ConfigInvalid(
      "",
      "is Jira's own address",
      `Write a folder beside Jira, such as ${new URL(jiraUrl).origin}/outlook-addin`,
    );
  if (mode !== "same-origin" && sameOrigin)
    throw new ConfigInvalid(
      "",
      "is on Jira's own host",
      `The mode for that is same-origin; for ${mode} write a folder on another host.`,
    );
}

function consumerKeyOf(written: string | undefined): string {
  const key = filled(written) ?? "inlink";
  if (/^[A-Za-z0-9._-]{1,100}$/.test(key)) return key;
  throw new ConfigInvalid(
    "",
    "has other characters",
    "Use letters, digits, dot, hyphen and underscore only.",
  );
}

function supportOf(written: string): string {
  if (URL.canParse(written) && new URL(written).protocol === "https:") return new URL(written).href;
  throw new ConfigInvalid(
    "",
    `"${written}" is not a whole https address`,
    "Write https://… or leave it out.",
  );
}

function optional<Value>(written: string | undefined, read: (text: string) => Value): Value | undefined {
  const text = filled(written);
  return text === undefined ? undefined : read(text);
}

function filled(written: string | undefined): string | undefined {
  const text = written?.trim();
  return text === "" ? undefined : text;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
