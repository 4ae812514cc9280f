import { anything, entries, list } from "../core/parse.ts";

const known: readonly string[] = ["version", "sites", "neverSend"];
const knownOfSite: readonly string[] = ["id", "name", "baseUrl", "via", "consumerKey", "privateKey"];

/** @param config of a shape that has been checked already. */
export function unknownKeys(config: unknown): readonly string[] {
  const keys = entries(anything)(config, "");
  const sites = keys
    .filter(([name]) => name === "sites")
    .flatMap(([, value]) => list(entries(anything))(value, ""));
  return [
    ...keys.map(([name]) => name).filter((name) => !known.includes(name)),
    ...sites.flatMap((site, index) =>
      site
        .map(([name]) => name)
        .filter((name) => !knownOfSite.includes(name))
        .map((name) => `sites[${index}].${name}`),
    ),
  ];
}
