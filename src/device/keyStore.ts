/**
 * The opened key of one site, kept on this device, so that its passphrase is asked for once.
 *
 * What is kept is a CryptoKey that no script can export, in IndexedDB; never the passphrase. It belongs to one key
 * file: after the key was rotated, or got another passphrase, the next one is asked for.
 */
export interface KeyStore {
  /** undefined: none of this key file, or storage is blocked. */
  read(): Promise<CryptoKey | undefined>;
  /** @returns false where this browser keeps nothing for us. */
  keep(key: CryptoKey): Promise<boolean>;
  forget(): Promise<void>;
}

const database = "inlink.keys";
const table = "keys";
/** Milliseconds. A database that neither opens nor fails must not keep the user waiting. */
const patience = 3000;

interface Record {
  /** SHA-256 of the key file. */
  readonly of: string;
  readonly key: CryptoKey;
}

/** @param name parts sites and partitions. @param keyFile PEM text. */
export function createKeyStore(name: string, keyFile: string): KeyStore {
  return {
    read: async () => {
      const found: unknown = await attempt("readonly", (keys) => keys.get(name));
      return isRecord(found) && found.of === (await fingerprint(keyFile)) ? found.key : undefined;
    },
    keep: async (key) => {
      const kept: Record = { of: await fingerprint(keyFile), key };
      return (await attempt("readwrite", (keys) => keys.put(kept, name))) !== undefined;
    },
    forget: async () => {
      await attempt("readwrite", (keys) => keys.delete(name));
    },
  };
}

/** The result of one request; undefined where it failed, for whatever reason: then the passphrase has to do. */
async function attempt<Result>(
  mode: IDBTransactionMode,
  act: (keys: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | undefined> {
  let opened: IDBDatabase | undefined;
  try {
    opened = await open();
    const transaction = opened.transaction(table, mode);
    const request = act(transaction.objectStore(table));
    await ended(transaction);
    return request.result;
  } catch {
    return undefined; // SecurityError, QuotaExceededError, a damaged database
  } finally {
    opened?.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("IndexedDB does not answer")), patience);
    const opening = indexedDB.open(database, 1); // throws where storage is blocked
    opening.onupgradeneeded = () => opening.result.createObjectStore(table);
    opening.onsuccess = () => {
      clearTimeout(late);
      resolve(opening.result);
    };
    opening.onerror = () => {
      clearTimeout(late);
      reject(opening.error ?? new Error("IndexedDB did not open"));
    };
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("IndexedDB gave up"));
  });
}

function isRecord(value: unknown): value is Record {
  return (
    typeof value === "object" &&
    value !== null &&
    "of" in value &&
    "key" in value &&
    value.key instanceof CryptoKey
  );
}

async function fingerprint(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
