import { openedLink } from "../openedLink.ts";
import { safeUrl } from "../url.ts";
import type { Rule } from "../rule.ts";

/** An address that Jira may not go to leaves the text alone. */
export const link: Rule = {
  enter: ({ attributes }, place) =>
    attributes["href"] === undefined
      ? place
      : { ...place, url: safeUrl(openedLink(attributes["href"].trim())) },
};

interface Shown {
  readonly text: string;
  readonly alias: string;
  /** Has spaces around it. */
  readonly alone: boolean;
  /** Signs that may stand around it. */
  readonly effects: readonly string[];
}

/** `[alias|url]`, or the address alone where the alias says the same. */
export function printLink(url: string, { text, alias, alone, effects }: Shown): string {
  if (text === url)
    return alone && isPlain(url) ? url : `${effects.join("")}[${url}]${[...effects].reverse().join("")}`;
  return `[${alias}|${url}]`;
}

/** What Jira links by itself, to the last character. */
function isPlain(url: string): boolean {
  return /^https?:\/\/[\w\-.~/?#@=+%:,$&]*[\w/=#]$/.test(url);
}
