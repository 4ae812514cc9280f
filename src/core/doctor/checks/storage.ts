import type { Check } from "../check.ts";
import { finding } from "../finding.ts";

export const storage: Check = {
  id: "storage",
  needs: [],
  async run({ ports }) {
    const { local, indexedDb } = await ports.storage();
    const seen = [
      `localStorage: ${local ? "works" : "blocked"}`,
      `IndexedDB: ${indexedDb ? "works" : "blocked"}`,
    ];
    return finding("storage", codeOf(local, indexedDb), {}, seen);
  },
};

function codeOf(local: boolean, indexedDb: boolean) {
  if (local) return indexedDb ? "storage-works" : "storage-database-blocked";
  return indexedDb ? "storage-local-blocked" : "storage-blocked";
}
