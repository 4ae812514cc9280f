/** Versions in which it will be mended. */
import { choices } from "../shapes/choices.tsx";

export const fixVersions = choices({
  id: "fixVersions",
  name: "Fix Version/s",
  schemas: [{ type: "array", items: "version", system: "fixVersions", listed: true }],
});
