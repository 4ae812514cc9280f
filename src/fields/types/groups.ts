/** Several groups of users. */
import { standard } from "../fieldType.ts";
import { groupExample, groupIn } from "./groupValue.ts";
import { foundMany } from "../shapes/foundMany.tsx";

export const groups = foundMany({
  id: "multigrouppicker",
  name: "Group picker (multiple groups)",
  schemas: [
    { type: "array", items: "group", ...standard("multigrouppicker") },
    { type: "array", items: "group" },
  ],
  search: ({ lookups }, words, signal) => lookups.groups(words, signal),
  send: (name) => ({ name }),
  fromJira: groupIn,
  example: groupExample,
});
