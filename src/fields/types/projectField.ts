/** A project, which Jira lists. */
import { standard } from "../fieldType.ts";
import { choice } from "../shapes/choice.tsx";

export const projectField = choice({
  id: "project",
  name: "Project picker (single project)",
  schemas: [{ type: "project", ...standard("project"), listed: true }],
});
