/**
 * A private key from its PEM text, ready to sign.
 *
 * WebCrypto reads plain PKCS#8 and, of encrypted PKCS#8, what is usual today (PBES2, PBKDF2, AES-CBC). All else goes
 * through jsrsasign and from there into WebCrypto, which signs about 20 times faster and lets no script at the key.
 */
import { KeyLocked, KeyUnreadable } from "../core/errors.ts";
import { decryptPkcs8, pkcs1ToPkcs8, signer } from "./keys/jsrsasign.ts";
import { pemBlocks, type PemBlock } from "./keys/pem.ts";
import { pkcs8Algorithm, readEncryptedPkcs8, type Bytes } from "./keys/pkcs.ts";
import { deriveKey, importPkcs8, unwrapPkcs8 } from "./keys/webCrypto.ts";
import type { SigningKey } from "./signingKey.ts";

/** `subtle` is missing outside secure contexts, whatever the types say. */
export interface CryptoSource {
  readonly subtle?: SubtleCrypto;
}

/**
 * @param pem        PKCS#8 or PKCS#1, plain or encrypted; certificates beside it do not matter.
 * @param passphrase "" counts as none. Ignored where the key is not encrypted.
 * Throws KeyUnreadable, KeyLocked.
 */
export async function readPrivateKey(
  pem: string,
  passphrase = "",
  { subtle }: CryptoSource = globalThis.crypto,
): Promise<SigningKey> {
  const block = keyBlock(pem);
  const bytes = block.bytes ?? new Uint8Array();
  switch (block.label) {
    case "PRIVATE KEY": {
      const algorithm = pkcs8Algorithm(bytes);
      if (!algorithm) throw new KeyUnreadable("not-a-key");
      return plainPkcs8(bytes, algorithm, subtle);
    }
    case "ENCRYPTED PRIVATE KEY":
      return encryptedPkcs8(bytes, passphrase, subtle);
    case "RSA PRIVATE KEY":
      if (block.encrypted && !passphrase) throw new KeyLocked(false);
      return plainPkcs8(await pkcs1ToPkcs8(block, passphrase), "rsa", subtle);
    default:
      throw new KeyUnreadable(/^(EC|DSA) /.test(block.label) ? "not-rsa" : "not-a-key");
  }
}

/** The block with the key among those of the file. Throws KeyUnreadable. */
export function keyBlock(pem: string): PemBlock {
  const blocks = pemBlocks(pem);
  const block = blocks.find(({ label }) => label.endsWith("PRIVATE KEY"));
  if (block?.bytes) return block;
  const certificate = !block && blocks.some(({ label }) => label.endsWith("CERTIFICATE"));
  throw new KeyUnreadable(certificate ? "certificate" : "not-a-key");
}

async function plainPkcs8(
  bytes: Bytes,
  algorithm: "rsa" | "other",
  subtle: SubtleCrypto | undefined,
): Promise<SigningKey> {
  if (algorithm === "other") throw new KeyUnreadable("not-rsa");
  return (subtle && (await importPkcs8(subtle, bytes))) ?? signer(bytes);
}

async function encryptedPkcs8(
  bytes: Bytes,
  passphrase: string,
  subtle: SubtleCrypto | undefined,
): Promise<SigningKey> {
  const encrypted = readEncryptedPkcs8(bytes); // first, because a hopeless file needs no passphrase
  if (!passphrase) throw new KeyLocked(false);
  const unwrapped = subtle && (await unwrapPkcs8(subtle, encrypted, passphrase));
  if (unwrapped) return unwrapped;
  const derivedKey = subtle && (await deriveKey(subtle, encrypted, passphrase));
  const plain = await decryptPkcs8(encrypted, passphrase, derivedKey);
  const algorithm = pkcs8Algorithm(plain);
  if (!algorithm) throw new KeyLocked(true);
  return plainPkcs8(plain, algorithm, subtle);
}
