/** The variables that point `npm start` and `npm run demo` at another Jira than the stand-in. */
import { readFileSync } from "node:fs";

export interface OtherJira {
  readonly url: string;
  readonly consumerKey: string;
  /** PEM */
  readonly privateKey: string;
  /** As in config.json; undefined: the bench's own relay. */
  readonly via: string | undefined;
}

/** Undefined where JIRA_URL is not set. */
export function otherJira(env: NodeJS.ProcessEnv = process.env): OtherJira | undefined {
  const url = env["JIRA_URL"];
  if (!url) return undefined;
  if (!URL.canParse(url)) throw new Error(`JIRA_URL is not a web address: ${url}`);
  return {
    url: url.replace(/\/+$/, ""),
    consumerKey: needed(env, "JIRA_CONSUMER_KEY"),
    privateKey: keyIn(needed(env, "JIRA_KEY_FILE")),
    via: env["JIRA_VIA"] || undefined,
  };
}

function needed(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`JIRA_URL is set, so ${name} must be set too`);
  return value;
}

function keyIn(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`JIRA_KEY_FILE cannot be read: ${file}`, { cause });
  }
}
