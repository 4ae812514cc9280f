/** How urgent it is. */
import { choice } from "../shapes/choice.tsx";

export const priority = choice({
  id: "priority",
  name: "Priority",
  schemas: [{ type: "priority", system: "priority", listed: true }],
});
