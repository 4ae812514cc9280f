/** When it is to be done. */
import { day } from "../shapes/day.tsx";

export const dueDate = day({
  id: "duedate",
  name: "Due date",
  schemas: [{ type: "date", system: "duedate" }],
});
