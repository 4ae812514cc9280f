/** Who may see the issue. */
import { choice } from "../shapes/choice.tsx";

export const securityLevel = choice({
  id: "security",
  name: "Security level",
  schemas: [{ type: "securitylevel", system: "security", listed: true }],
});
