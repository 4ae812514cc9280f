import type { Rule } from "../rule.ts";

export const horizontalRule: Rule = {
  enter: (_, place, page) => {
    page.mark("rule", place);
    return place;
  },
};

export function printRule(): string {
  return "----";
}
