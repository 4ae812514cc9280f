/** The issue that a sub-task belongs to. */
import { foundOne } from "../shapes/foundOne.tsx";

export const parent = foundOne({
  id: "parent",
  name: "Parent",
  schemas: [{ type: "issuelink", system: "parent" }],
  hint: "The parent issue, by its key or words of its summary",
  free: true,
  recurs: false,
  search: ({ lookups, projectKey }, words, signal) => lookups.issuesOf(projectKey, words, signal),
  send: (key) => ({ key: key.toUpperCase() }),
  example: { id: "DEMO-1", label: "DEMO-1 Printer on fire" },
});
