/** The consumer's key pair: Jira's link gets the public half, config.json the private one. */
import { KeyUnreadable } from "../core/errors.ts";
import { pemBlocks } from "../oauth/keys/pem.ts";
import { pem } from "./pem.ts";
import { protectKey } from "./protectKey.ts";

/** As WebCrypto names it; the hash binds the key's use within WebCrypto, and is not part of the key. */
const rsa = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" };

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

/** @param passphrase undefined: a plain key. */
export async function makeKeyPair(crypto: KeyCrypto, passphrase: string | undefined): Promise<KeyPair> {
  const made = await crypto.subtle.generateKey(
    { ...rsa, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ["sign", "verify"],
  );
  const publicKey = pem("PUBLIC KEY", await crypto.subtle.exportKey("spki", made.publicKey));
  const secret =
    passphrase === undefined
      ? pem("PRIVATE KEY", await crypto.subtle.exportKey("pkcs8", made.privateKey))
      : pem("ENCRYPTED PRIVATE KEY", await protectKey(crypto, made.privateKey, passphrase));
  return { privateKey: secret + publicKey, publicKey };
}

/** The public key that belongs to an existing config.json's; undefined where only its passphrase would tell. */
export async function publicKeyOf(privateKey: string, subtle: SubtleCrypto): Promise<string | undefined> {
  const blocks = pemBlocks(privateKey);
  const known = blocks.find(({ label }) => label === "PUBLIC KEY");
  if (known) return `${known.text}\n`;
  const plain = blocks.find(({ label }) => label === "PRIVATE KEY")?.bytes;
  if (!plain) return undefined;
  try {
    const { n, e, kty } = await subtle.exportKey(
      "jwk",
      await subtle.importKey("pkcs8", plain, rsa, true, ["sign"]),
    );
    const key = await subtle.importKey("jwk", jwk({ n, e, kty }), rsa, true, ["verify"]);
    return pem("PUBLIC KEY", await subtle.exportKey("spki", key));
  } catch (cause) {
    throw new KeyUnreadable("not-rsa", cause);
  }
}

/** Left out rather than undefined, which importKey would read as text. */
function jwk(fields: Readonly<Record<"n" | "e" | "kty", string | undefined>>): JsonWebKey {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
