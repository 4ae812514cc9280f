/**
 * The browser's storage on this device: small values, as JSON, that may be lost without harm.
 *
 * In a frame on another site a browser may forbid storage altogether: the mere access to `localStorage` throws
 * SecurityError. What is written then lasts as long as the page.
 */
export interface DeviceStore {
  /** undefined: not there, or not readable. */
  read(key: string): unknown;
  /** undefined removes the key. */
  write(key: string, value: unknown): void;
  /** false: forgotten with the page. */
  readonly persistent: boolean;
}

/** Kept until the user, or the browser, clears it. @param prefix of every key; parts users, sites and partitions. */
export function createDeviceStore(prefix: string): DeviceStore {
  return storeOver(() => localStorage, prefix);
}

/** Kept until this window closes, also across pages of other origins. */
export function createWindowStore(prefix: string): DeviceStore {
  return storeOver(() => sessionStorage, prefix);
}

function storeOver(access: () => Storage, prefix: string): DeviceStore {
  const storage = usable(access, prefix);
  const memory = new Map<string, string>();
  return {
    persistent: storage !== undefined,
    read: (key) => valueOf(memory.get(key) ?? storage?.getItem(prefix + key)),
    write: (key, value) => {
      memory.delete(key);
      storage?.removeItem(prefix + key);
      if (value === undefined) return;
      const text = JSON.stringify(value);
      if (!storage || !tryTo(() => storage.setItem(prefix + key, text))) memory.set(key, text);
    },
  };
}

/** Only a write shows whether storage works: it may be there and have no room at all. */
function usable(access: () => Storage, prefix: string): Storage | undefined {
  try {
    const storage = access();
    storage.setItem(`${prefix}?`, "");
    storage.removeItem(`${prefix}?`);
    return storage;
  } catch {
    return undefined; // SecurityError or QuotaExceededError: memory has to do
  }
}

function tryTo(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false; // QuotaExceededError
  }
}

function valueOf(text: string | null | undefined): unknown {
  if (text === null || text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value ?? undefined;
  } catch {
    return undefined; // written by somebody else, or cut off
  }
}
