/** Whether this browser keeps anything for us, told by trying: what is forbidden shows only then. */
import type { StorageFacts } from "../core/doctor/ports.ts";
import { createDeviceStore } from "./store.ts";

const name = "inlink.doctor";
/** Milliseconds. A database that neither opens nor fails is of no use. */
const patience = 3000;

export async function storageFacts(): Promise<StorageFacts> {
  return { local: createDeviceStore(`${name}.`).persistent, indexedDb: await databaseWorks() };
}

function databaseWorks(): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), patience);
    try {
      const opening = indexedDB.open(name, 1); // throws, or fails, where storage is blocked
      opening.onerror = () => resolve(false);
      opening.onblocked = () => resolve(false);
      opening.onsuccess = () => {
        opening.result.close();
        indexedDB.deleteDatabase(name);
        resolve(true);
      };
    } catch {
      resolve(false);
    }
  });
}
