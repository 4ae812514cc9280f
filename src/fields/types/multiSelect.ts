/** Several options, and several of any other list that no other kind knows. */
import { standard } from "../fieldType.ts";
import { choices } from "../shapes/choices.tsx";

export const multiSelect = choices({
  id: "multiselect",
  name: "Select list (multiple choices)",
  schemas: [
    { type: "array", items: "option", ...standard("multiselect"), listed: true },
    { type: "array", listed: true },
  ],
});
