import { withMark, type Mark } from "../place.ts";
import type { Rule } from "../rule.ts";

export function marked(mark: Mark): Rule {
  return { enter: (_, place) => withMark(place, mark) };
}
