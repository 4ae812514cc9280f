/** Versions in which it shows. */
import { choices } from "../shapes/choices.tsx";

export const affectsVersions = choices({
  id: "versions",
  name: "Affects Version/s",
  schemas: [{ type: "array", items: "version", system: "versions", listed: true }],
});
