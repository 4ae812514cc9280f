/** The estimate of Jira Software projects that are their own. */
import { software } from "../fieldType.ts";
import { number } from "../shapes/number.tsx";

export const storyPoints = number({
  id: "jsw-story-points",
  name: "Story points",
  schemas: [{ type: "number", ...software("jsw-story-points") }],
});
