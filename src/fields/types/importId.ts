/** The number that a thing had in another system. */
import { standard } from "../fieldType.ts";
import { number } from "../shapes/number.tsx";

export const importId = number({
  id: "importid",
  name: "Import Id",
  schemas: [{ type: "number", ...standard("importid") }],
});
