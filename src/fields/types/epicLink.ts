/** The epic that it belongs to. */
import { software } from "../fieldType.ts";
import { foundOne } from "../shapes/foundOne.tsx";

export const epicLink = foundOne({
  id: "gh-epic-link",
  name: "Epic Link",
  schemas: [{ type: "any", ...software("gh-epic-link") }],
  free: true,
  search: ({ lookups }, words, signal) => lookups.epics(words, signal),
  send: (key) => key.toUpperCase(),
  example: { id: "DEMO-1", label: "DEMO-1 Printer on fire" },
});
