import type { Rule } from "../rule.ts";

/** A picture's words. Jira has no file for `cid:` and does not fetch remote pictures. */
export const image: Rule = {
  enter: ({ attributes }, place, page) => {
    page.text(attributes["alt"] ?? "", { ...place, keepsSpaces: false });
    return place;
  },
};
