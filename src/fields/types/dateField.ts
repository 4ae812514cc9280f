/** A day, and any day that no other kind knows. */
import { standard } from "../fieldType.ts";
import { day } from "../shapes/day.tsx";

export const dateField = day({
  id: "datepicker",
  name: "Date picker",
  schemas: [{ type: "date", ...standard("datepicker") }, { type: "date" }],
});
