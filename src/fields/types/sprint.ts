/** The sprint that it is planned for. Jira writes a list and reads one number. */
import { software } from "../fieldType.ts";
import { foundOne } from "../shapes/foundOne.tsx";

export const sprint = foundOne({
  id: "gh-sprint",
  name: "Sprint",
  schemas: [
    { type: "array", items: "string", ...software("gh-sprint") },
    { type: "array", items: "json", ...software("gh-sprint") },
  ],
  search: ({ lookups, projectKey }, words, signal) => lookups.sprints(projectKey, words, signal),
  send: Number,
  example: { id: "42", label: "Sprint 42", detail: "active" },
});
