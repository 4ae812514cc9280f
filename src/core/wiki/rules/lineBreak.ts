import type { Rule } from "../rule.ts";

export const lineBreak: Rule = {
  enter: (_, place, page) => {
    page.lineBreak(place);
    return place;
  },
};
