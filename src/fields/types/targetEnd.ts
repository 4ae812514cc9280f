/** The last day of Advanced Roadmaps' plan. */
import { roadmaps } from "../fieldType.ts";
import { day } from "../shapes/day.tsx";

export const targetEnd = day({
  id: "jpo-custom-field-baseline-end",
  name: "Target end",
  schemas: [{ type: "date", ...roadmaps("jpo-custom-field-baseline-end") }],
});
