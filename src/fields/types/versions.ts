/** Versions of the project. */
import { standard } from "../fieldType.ts";
import { choices } from "../shapes/choices.tsx";

export const versions = choices({
  id: "multiversion",
  name: "Version picker (multiple versions)",
  schemas: [{ type: "array", items: "version", ...standard("multiversion"), listed: true }],
});
