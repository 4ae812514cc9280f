import type { Rule } from "../rule.ts";
import { styleOf } from "../style.ts";

/** A picture of the mail's own files, or the words of another: Jira does not fetch remote pictures. */
export const image: Rule = {
  enter: ({ attributes }, place, page) => {
    const style = styleOf(attributes);
    const side = (name: "width" | "height") => pixels(style.get(name)) ?? pixels(attributes[name]);
    const [width, height] = [side("width"), side("height")];
    // Spacers, and pictures that only tell that the mail was opened.
    if (isTiny(width) || isTiny(height)) return place;
    if (page.picture(attributes["src"] ?? "", width, place)) return place;
    page.text(attributes["alt"] ?? "", { ...place, keepsSpaces: false });
    return place;
  },
};

function pixels(said: string | undefined): number | undefined {
  const found = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*(?:!important)?\s*$/.exec(said ?? "")?.[1];
  return found === undefined ? undefined : Number(found);
}

function isTiny(length: number | undefined): boolean {
  return length !== undefined && length <= 3;
}
