/**
 * Keys that only jsrsasign reads, and signing where WebCrypto cannot. Loaded when such a key turns up: 345 KB as
 * published, 90 KB gzipped, and no smaller module to import.
 *
 * Its errors are dropped: one of them quotes the passphrase. And it takes rubbish from a wrong passphrase for a PKCS#1
 * key, so what it decrypts is looked at before it is believed.
 */
import type { RSAKey } from "jsrsasign";
import { KeyLocked, KeyUnreadable } from "../../core/errors.ts";
import type { SigningKey } from "../signingKey.ts";
import { toHex } from "./der.ts";
import { pemBlocks, type PemBlock } from "./pem.ts";
import { isPkcs1, readEncryptedPkcs8 } from "./pkcs.ts";

export interface ReadKey {
  /** undefined where jsrsasign could not write it. */
  readonly pkcs8: Uint8Array<ArrayBuffer> | undefined;
  readonly key: SigningKey;
}

/** PKCS#1, plain or encrypted the old way. @param passphrase there if the block is encrypted. */
export async function readPkcs1(block: PemBlock, passphrase: string): Promise<ReadKey> {
  const { KEYUTIL, hextob64, hextopem, RSAKey } = await import("jsrsasign");
  const hex = block.encrypted
    ? attempt(() => KEYUTIL.getDecryptedKeyHex(block.text, passphrase), new KeyUnreadable("unknown-cipher"))
    : toHex(block.bytes ?? new Uint8Array());
  const bytes = Uint8Array.from(atob(hextob64(hex)), (char) => char.charCodeAt(0));
  if (!isPkcs1(bytes)) throw block.encrypted ? new KeyLocked(true) : new KeyUnreadable("not-a-key");
  const unreadable = new KeyUnreadable("not-a-key");
  const key = attempt(() => KEYUTIL.getKey(hextopem(hex, "RSA PRIVATE KEY")), unreadable);
  if (!(key instanceof RSAKey)) throw unreadable;
  return readKey(key);
}

/** PKCS#8, plain or encrypted. @param passphrase there if the block is encrypted. */
export async function readPkcs8(block: PemBlock, passphrase?: string): Promise<ReadKey> {
  const locked = passphrase !== undefined;
  if (locked && readEncryptedPkcs8(block.bytes ?? new Uint8Array()).cipher === 192)
    throw new KeyUnreadable("unknown-cipher"); // the one of our list that jsrsasign lacks
  const { KEYUTIL, RSAKey } = await import("jsrsasign");
  const key = attempt(
    () => KEYUTIL.getKey(block.text, passphrase),
    locked ? new KeyLocked(true) : new KeyUnreadable("not-a-key"),
  );
  if (!(key instanceof RSAKey)) throw new KeyUnreadable("not-rsa");
  return readKey(key);
}

async function readKey(rsa: RSAKey): Promise<ReadKey> {
  const { KEYUTIL, KJUR, hextob64 } = await import("jsrsasign");
  const sign = (text: string) => {
    const signature = new KJUR.crypto.Signature({ alg: "SHA1withRSA" });
    signature.init(rsa);
    signature.updateHex(toHex(new TextEncoder().encode(text)));
    return hextob64(signature.sign());
  };
  return {
    pkcs8: pemBlocks(KEYUTIL.getPEM(rsa, "PKCS8PRV"))[0]?.bytes,
    key: { cryptoKey: undefined, sign: (text) => Promise.resolve(text).then(sign) },
  };
}

function attempt<Result>(read: () => Result, otherwise: Error): Result {
  try {
    return read();
  } catch {
    throw otherwise;
  }
}
