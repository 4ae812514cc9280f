/** Where it happens, as wiki markup. */
import { text } from "../shapes/text.tsx";

export const environment = text({
  id: "environment",
  name: "Environment",
  schemas: [{ type: "string", system: "environment" }],
  long: true,
  example: "Second floor",
});
