/** A version of the project. */
import { standard } from "../fieldType.ts";
import { choice } from "../shapes/choice.tsx";

export const version = choice({
  id: "version",
  name: "Version picker (single version)",
  schemas: [{ type: "version", ...standard("version"), listed: true }],
});
