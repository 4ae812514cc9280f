/**
 * Objects of Assets (formerly Insight), by their keys, as Atlassian documents it ("Assets with Jira REST API"); a field
 * for one object takes a list, too. They are typed: the search for objects is an API of its own, which no relay passes.
 */
import { foundMany } from "../shapes/foundMany.tsx";

const insight = (suffix: string) => ({
  custom: `com.riadalabs.jira.plugins.insight:rlabs-customfield-${suffix}`,
});

export const assets = foundMany({
  id: "assets",
  name: "Assets object",
  schemas: [insight("default-object"), insight("object")],
  hint: "Keys of objects, such as IT-7. Press Enter after each.",
  free: true,
  search: () => Promise.resolve([]),
  send: (key) => ({ key: key.toUpperCase() }),
  example: { id: "IT-7", label: "IT-7" },
});
