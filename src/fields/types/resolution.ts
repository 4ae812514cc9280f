/** How it ended, on the create screens that ask for it. */
import { choice } from "../shapes/choice.tsx";

export const resolution = choice({
  id: "resolution",
  name: "Resolution",
  schemas: [{ type: "resolution", system: "resolution", listed: true }],
});
