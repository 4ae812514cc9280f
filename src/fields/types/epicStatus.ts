/** To do, in progress or done. */
import { software } from "../fieldType.ts";
import { choice } from "../shapes/choice.tsx";

export const epicStatus = choice({
  id: "gh-epic-status",
  name: "Epic Status",
  schemas: [{ type: "option", ...software("gh-epic-status"), listed: true }],
});
