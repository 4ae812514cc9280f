/** Which key config.json gets: the one that is there, the same under another protection, or a new one. */
import { KeyUnreadable } from "../core/errors.ts";
import { isProtected, openKey } from "./openKey.ts";
import { keyPair, makeKey, publicHalf, statedPublicKey, type KeyCrypto, type KeyPair } from "./keyPair.ts";
import { makePassphrase } from "./passphrase.ts";

export interface KeyWish {
  /** undefined: as the key is that is there; protected where there is none. */
  readonly protection?: "passphrase" | "plain" | undefined;
  /** Opens the key that is there, and protects what is made. undefined: what is made gets one of its own. */
  readonly passphrase?: string | undefined;
  /** Makes a new key although there is one. */
  readonly rotate?: boolean | undefined;
  /** What an earlier choice of the same session made: taken as it is, so that only other answers change. */
  readonly made?: ChosenKey | undefined;
}

export interface ChosenKey extends KeyPair {
  /** "protected", "unprotected": the same key under another protection, so nothing changes in Jira. */
  readonly happened: "made" | "kept" | "rotated" | "protected" | "unprotected";
  readonly protection: "passphrase" | "plain";
  /** Made here: to be shown once. undefined: there is none, or the administrator knows it. */
  readonly passphrase: string | undefined;
}

/**
 * Throws KeyUnreadable, and KeyLocked where the passphrase of the key that is there is needed: to take its protection
 * off, or to know its public half where that does not stand beside it.
 */
export async function chooseKey(
  crypto: KeyCrypto,
  earlier: string | undefined,
  wish: KeyWish,
): Promise<ChosenKey> {
  if (wish.made) return wish.made;
  const before = earlier === undefined ? undefined : protectionOf(earlier, wish.rotate === true);
  const protection = wish.protection ?? before ?? "passphrase";
  if (earlier === undefined || wish.rotate) {
    const happened = earlier === undefined ? "made" : "rotated";
    return write(crypto, await makeKey(crypto.subtle), { happened, protection }, wish.passphrase);
  }
  if (protection === before) return keep(crypto, earlier, protection, wish.passphrase);
  const key = await openKey(crypto.subtle, earlier, wish.passphrase);
  const happened = protection === "plain" ? "unprotected" : "protected";
  return write(crypto, key, { happened, protection }, wish.passphrase);
}

/** @param replaced the key is not used any more: one that nobody can read is as good as none. */
function protectionOf(privateKey: string, replaced: boolean): "passphrase" | "plain" | undefined {
  try {
    return isProtected(privateKey) ? "passphrase" : "plain";
  } catch (error) {
    if (replaced && error instanceof KeyUnreadable) return undefined;
    throw error;
  }
}

async function keep(
  crypto: KeyCrypto,
  privateKey: string,
  protection: "passphrase" | "plain",
  passphrase: string | undefined,
): Promise<ChosenKey> {
  const same = { happened: "kept", protection, passphrase: undefined } as const;
  const stated = protection === "passphrase" ? statedPublicKey(privateKey) : undefined;
  if (stated !== undefined) return { ...same, privateKey, publicKey: stated };
  const publicKey = await publicHalf(crypto.subtle, await openKey(crypto.subtle, privateKey, passphrase));
  // Beside a protected key it is kept for the next run; a plain one tells it every time.
  const text = protection === "plain" ? privateKey : `${privateKey.trimEnd()}\n${publicKey}`;
  return { ...same, privateKey: text, publicKey };
}

async function write(
  crypto: KeyCrypto,
  key: CryptoKey,
  what: Pick<ChosenKey, "happened" | "protection">,
  known: string | undefined,
): Promise<ChosenKey> {
  if (what.protection === "plain")
    return { ...what, passphrase: undefined, ...(await keyPair(crypto, key, undefined)) };
  const made = known === undefined ? makePassphrase(crypto.randomBytes) : undefined;
  return { ...what, passphrase: made, ...(await keyPair(crypto, key, known ?? made)) };
}
