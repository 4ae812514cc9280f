/** One option. */
import { standard } from "../fieldType.ts";
import { choice } from "../shapes/choice.tsx";

export const radioButtons = choice({
  id: "radiobuttons",
  name: "Radio buttons",
  schemas: [{ type: "option", ...standard("radiobuttons"), listed: true }],
});
