/** What boards call an epic. */
import { software } from "../fieldType.ts";
import { text } from "../shapes/text.tsx";

export const epicName = text({
  id: "gh-epic-label",
  name: "Epic Name",
  schemas: [{ type: "string", ...software("gh-epic-label") }],
  example: "Printers",
});
