/**
 * config.json: read once by every page, checked, explained, frozen.
 *
 * It is written by hand, by somebody who sets Inlink up and sees only what we say about it: so each rule that
 * is broken names its key and what to write instead.
 */
import { ConfigInvalid } from "../core/errors.ts";
import { list, number, object, optional, ParseProblem, type Reader } from "../core/parse.ts";
import type { Config, Site } from "../core/site.ts";
import { hostName } from "./addresses.ts";
import { frozen } from "./frozen.ts";
import { jsonOf } from "./json.ts";
import { needed } from "./needed.ts";
import { remedyFor } from "./remedies.ts";
import { site } from "./site.ts";
import { unknownKeys } from "./unknownKeys.ts";

const place =
  "Put config.json into the same folder as taskpane.html, and open its address in a browser to check.";

/**
 * @param fetchText fetches config.json from the add-in's own folder.
 * @param pageUrl the page's own address: a `via` that is a path belongs to its origin.
 */
export async function readConfig(
  fetchText: () => Promise<{ status: number; text: string }>,
  pageUrl: string,
): Promise<Config> {
  const { status, text: content } = await fetchText().catch(() => {
    throw new ConfigInvalid("", "the file could not be fetched: the add-in's host gave no answer", place);
  });
  if (status === 404) throw new ConfigInvalid("", "the file is not there", place);
  if (status !== 200)
    throw new ConfigInvalid("", `the add-in's host answered ${status} instead of the file`, place);
  return parseConfig(content, pageUrl);
}

export function parseConfig(content: string, pageUrl: string): Config {
  const json = jsonOf(content);
  try {
    return frozen({ ...config(pageUrl)(json, ""), unknownKeys: unknownKeys(json) });
  } catch (error) {
    if (!(error instanceof ParseProblem)) throw error;
    throw new ConfigInvalid(error.path, `must be ${error.expected}`, remedyFor(error.path));
  }
}

function config(pageUrl: string): Reader<Omit<Config, "unknownKeys">> {
  return object((field) => ({
    version: field("version", needed(versionOne)),
    sites: field("sites", needed(sites(pageUrl))),
    neverSend: field("neverSend", optional(list(hostName))) ?? [],
  }));
}

const versionOne: Reader<1> = (value, path) => {
  const version = number(value, path);
  if (version === 1) return version;
  throw new ConfigInvalid(path, `${version} is not a version that this Inlink can read`, remedyFor(path));
};

function sites(pageUrl: string): Reader<readonly Site[]> {
  return (value, path) => {
    const found = list(site(pageUrl))(value, path);
    if (found.length === 0) throw new ConfigInvalid(path, "there is no site in the list", remedyFor(path));
    found.forEach(({ id }, index) => {
      if (found.findIndex((other) => other.id === id) === index) return;
      throw new ConfigInvalid(
        `${path}[${index}].id`,
        `"${id}" is used twice`,
        "Give each site an id of its own.",
      );
    });
    return found;
  };
}
