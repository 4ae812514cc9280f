/** Words to find it by, in a field of their own; also any list of words that no other kind knows. */
import { standard } from "../fieldType.ts";
import { labelIn } from "./labelValue.ts";
import { foundMany } from "../shapes/foundMany.tsx";

export const labelsField = foundMany({
  id: "labels-field",
  name: "Label field",
  schemas: [
    { type: "array", items: "string", ...standard("labels") },
    { type: "array", items: "string" },
  ],
  hint: "Press Enter after each.",
  free: true,
  search: ({ lookups, meta }, words, signal) => lookups.labels(meta.id, words, signal),
  send: (label) => label.replaceAll(/\s+/g, "_"),
  fromJira: labelIn,
  example: { id: "printer", label: "printer" },
});
