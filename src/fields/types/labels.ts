/** Words to find it by. Jira takes none with a blank in it. */
import { labelIn } from "./labelValue.ts";
import { foundMany } from "../shapes/foundMany.tsx";

export const labels = foundMany({
  id: "labels",
  name: "Labels",
  schemas: [{ type: "array", items: "string", system: "labels" }],
  hint: "Press Enter after each.",
  free: true,
  search: ({ lookups, meta }, words, signal) => lookups.labels(meta.id, words, signal),
  send: (label) => label.replaceAll(/\s+/g, "_"),
  fromJira: labelIn,
  example: { id: "printer", label: "printer" },
});
