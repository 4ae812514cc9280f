/** Any number, story points of Jira Data Center among them. */
import { standard } from "../fieldType.ts";
import { number } from "../shapes/number.tsx";

export const numberField = number({
  id: "float",
  name: "Number field",
  schemas: [{ type: "number", ...standard("float") }, { type: "number" }],
});
