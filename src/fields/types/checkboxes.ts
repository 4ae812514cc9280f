/** Several options. */
import { standard } from "../fieldType.ts";
import { choices } from "../shapes/choices.tsx";

export const checkboxes = choices({
  id: "multicheckboxes",
  name: "Checkboxes",
  schemas: [{ type: "array", items: "option", ...standard("multicheckboxes"), listed: true }],
});
