/** The estimate of Advanced Roadmaps. */
import { roadmaps } from "../fieldType.ts";
import { number } from "../shapes/number.tsx";

export const originalStoryPoints = number({
  id: "jpo-custom-field-original-story-points",
  name: "Original story points",
  schemas: [{ type: "number", ...roadmaps("jpo-custom-field-original-story-points") }],
});
