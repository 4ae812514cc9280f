/** The site's key, opened: from the file, from this device, or with the passphrase that was just typed. */
import type { Site } from "../core/site.ts";
import type { KeyStore } from "../device/keyStore.ts";
import { keyProtection } from "../oauth/keyProtection.ts";
import { readPrivateKey } from "../oauth/privateKey.ts";
import { signingKey, type SigningKey } from "../oauth/signingKey.ts";

export interface OpenedKey {
  readonly key: SigningKey;
  /** How long it needs no passphrase: "always" where it has none, "pane" where this browser keeps nothing for us. */
  readonly lasts: "always" | "device" | "pane";
}

export interface KeyRing {
  /** Throws KeyUnreadable, KeyLocked. */
  open(site: Site, passphrase?: string): Promise<OpenedKey>;
  /** On this device; what is open stays open. */
  forget(site: Site): Promise<void>;
}

/** @param storeOf undefined: nothing is kept, as on the administrator's page. */
export function createKeyRing(storeOf?: (site: Site) => KeyStore): KeyRing {
  const opened = new Map<string, OpenedKey>();
  return {
    open: async (site, passphrase) => {
      if (keyProtection(site.privateKey).protection === "plain")
        return { key: await readPrivateKey(site.privateKey), lasts: "always" };
      const known = passphrase === undefined ? opened.get(site.privateKey) : undefined;
      const one = known ?? (await openProtected(site, passphrase, storeOf?.(site)));
      opened.set(site.privateKey, one);
      return one;
    },
    forget: async (site) => storeOf?.(site).forget(),
  };
}

async function openProtected(
  { privateKey }: Site,
  passphrase: string | undefined,
  store: KeyStore | undefined,
): Promise<OpenedKey> {
  const kept = passphrase === undefined ? await store?.read() : undefined;
  if (kept) return { key: signingKey(kept, crypto.subtle), lasts: "device" };
  const key = await readPrivateKey(privateKey, passphrase);
  const isKept = key.cryptoKey !== undefined && (await store?.keep(key.cryptoKey));
  return { key, lasts: isKept ? "device" : "pane" };
}
