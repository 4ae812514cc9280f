/** One option, and one of any other list that no other kind knows. */
import { standard } from "../fieldType.ts";
import { choice } from "../shapes/choice.tsx";

export const selectList = choice({
  id: "select",
  name: "Select list (single choice)",
  schemas: [{ type: "option", ...standard("select"), listed: true }, { listed: true }],
});
