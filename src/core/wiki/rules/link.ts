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

/** `[alias|url]`, or the address alone where the alias says the same. @param alone has spaces around it */
export function printLink(
  url: string,
  { text, alias, alone }: { text: string; alias: string; alone: boolean },
): string {
  if (text === url) return alone && isPlain(url) ? url : `[${url}]`;
  return `[${alias}|${url}]`;
}

/** What Jira links by itself, to the last character. */
function isPlain(url: string): boolean {
  return /^https?:\/\/[\w\-.~/?#@=+%:,$&]*[\w/=#]$/.test(url);
}
