import { withMark, type Mark } from "../place.ts";
import type { Rule } from "../rule.ts";

export function marked(mark: Mark): Rule {
  return { enter: (_, place) => withMark(place, mark) };
}

/** Notes writes all of a mail so. */
export const typed: Rule = { enter: (_, place) => ({ ...place, typed: true }) };
