import { readFileSync } from "node:fs";

/** What the bench's Outlook needs of the add-in's manifest. */
export function readManifest(file = "manifest.xml"): { readonly id: string; readonly name: string } {
  const xml = readFileSync(file, "utf8");
  const id = /<Id>([^<]+)<\/Id>/.exec(xml)?.[1];
  const name = /<DisplayName DefaultValue="([^"]+)"/.exec(xml)?.[1];
  if (id === undefined || name === undefined) throw new Error(`${file} has no Id or no DisplayName`);
  return { id, name };
}
