/** The consumer's key pair: Jira's link gets the public half, config.json the private one. */
import { KeyUnreadable } from "../core/errors.ts";
import { pemBlocks } from "../oauth/keys/pem.ts";
import { pem } from "./pem.ts";
import { protectKey } from "./protectKey.ts";

/** As WebCrypto names it; the hash binds the key's use within WebCrypto, and is not part of the key. */
export const rsa = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" };
const bits = 2048;

export interface KeyPair {
  /**
   * For config.json. The public key follows the private one in the same text, so that a later run of set-up
   * can show it without opening what is protected.
   */
  readonly privateKey: string;
  /** For Jira: SubjectPublicKeyInfo as PEM. */
  readonly publicKey: string;
}

export interface KeyCrypto {
  readonly subtle: SubtleCrypto;
  /** Cryptographically secure. */
  randomBytes(count: number): Uint8Array<ArrayBuffer>;
}

/** @returns the private key alone, extractable. */
export async function makeKey(subtle: SubtleCrypto): Promise<CryptoKey> {
  const made = await subtle.generateKey(
    { ...rsa, modulusLength: bits, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ["sign", "verify"],
  );
  return made.privateKey;
}

/**
 * @param key        private, extractable.
 * @param passphrase undefined: the text holds a plain key.
 */
export async function keyPair(
  crypto: KeyCrypto,
  key: CryptoKey,
  passphrase: string | undefined,
): Promise<KeyPair> {
  const publicKey = await publicHalf(crypto.subtle, key);
  const secret =
    passphrase === undefined
      ? pem("PRIVATE KEY", await crypto.subtle.exportKey("pkcs8", key))
      : pem("ENCRYPTED PRIVATE KEY", await protectKey(crypto, key, passphrase));
  return { privateKey: secret + publicKey, publicKey };
}

/** The public key that stands in the text beside a private one. */
export function statedPublicKey(privateKey: string): string | undefined {
  const bytes = pemBlocks(privateKey).find(({ label }) => label === "PUBLIC KEY")?.bytes;
  return bytes && pem("PUBLIC KEY", bytes);
}

/** As PEM. @param key private, extractable. */
export async function publicHalf(subtle: SubtleCrypto, key: CryptoKey): Promise<string> {
  const { kty, n, e } = await subtle.exportKey("jwk", key);
  if (kty === undefined || n === undefined || e === undefined) throw new KeyUnreadable("not-rsa");
  const half = await subtle.importKey("jwk", { kty, n, e }, rsa, true, ["verify"]);
  return pem("PUBLIC KEY", await subtle.exportKey("spki", half));
}
