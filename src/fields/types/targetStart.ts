/** The first day of Advanced Roadmaps' plan. */
import { roadmaps } from "../fieldType.ts";
import { day } from "../shapes/day.tsx";

export const targetStart = day({
  id: "jpo-custom-field-baseline-start",
  name: "Target start",
  schemas: [{ type: "date", ...roadmaps("jpo-custom-field-baseline-start") }],
});
