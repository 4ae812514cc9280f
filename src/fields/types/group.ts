/** One group of users. */
import { standard } from "../fieldType.ts";
import { groupExample, groupIn } from "./groupValue.ts";
import { foundOne } from "../shapes/foundOne.tsx";

export const group = foundOne({
  id: "grouppicker",
  name: "Group picker (single group)",
  schemas: [{ type: "group", ...standard("grouppicker") }, { type: "group" }],
  search: ({ lookups }, words, signal) => lookups.groups(words, signal),
  send: (name) => ({ name }),
  fromJira: groupIn,
  example: groupExample,
});
