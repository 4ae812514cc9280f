/**
 * A private key from its PEM text, ready to sign.
 *
 * WebCrypto reads plain PKCS#8 and, of encrypted PKCS#8, what is usual today (PBES2, PBKDF2, AES-CBC). All else goes
 * through jsrsasign and from there into WebCrypto, which signs about 20 times faster and lets no script at the key.
 */
import { KeyLocked, KeyUnreadable } from "../core/errors.ts";
import { readPkcs1, readPkcs8, type ReadKey } from "./keys/jsrsasign.ts";
import { pemBlocks, type PemBlock } from "./keys/pem.ts";
import { pkcs8Algorithm, readEncryptedPkcs8 } from "./keys/pkcs.ts";
import { importPkcs8, unwrapPkcs8 } from "./keys/webCrypto.ts";
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
  passphrase?: string,
  { subtle }: CryptoSource = globalThis.crypto,
): Promise<SigningKey> {
  const block = keyBlock(pem);
  switch (block.label) {
    case "PRIVATE KEY":
      return plainPkcs8(block, subtle);
    case "ENCRYPTED PRIVATE KEY":
      return encryptedPkcs8(block, passphrase, subtle);
    case "RSA PRIVATE KEY":
      if (block.encrypted && !passphrase) throw new KeyLocked(false);
      return intoWebCrypto(await readPkcs1(block, passphrase ?? ""), subtle);
    default:
      throw new KeyUnreadable(/^(EC|DSA) /.test(block.label) ? "not-rsa" : "not-a-key");
  }
}

function keyBlock(pem: string): PemBlock {
  const blocks = pemBlocks(pem);
  const block = blocks.find(({ label }) => label.endsWith("PRIVATE KEY"));
  if (block?.bytes ?? block?.encrypted) return block;
  const certificate = !block && blocks.some(({ label }) => label.endsWith("CERTIFICATE"));
  throw new KeyUnreadable(certificate ? "certificate" : "not-a-key");
}

async function plainPkcs8(block: PemBlock, subtle: SubtleCrypto | undefined): Promise<SigningKey> {
  const bytes = block.bytes ?? new Uint8Array();
  const algorithm = pkcs8Algorithm(bytes);
  if (algorithm !== "rsa") throw new KeyUnreadable(algorithm ? "not-rsa" : "not-a-key");
  const imported = subtle && (await importPkcs8(subtle, bytes));
  return imported ?? (await readPkcs8(block)).key;
}

async function encryptedPkcs8(
  block: PemBlock,
  passphrase: string | undefined,
  subtle: SubtleCrypto | undefined,
): Promise<SigningKey> {
  const encrypted = readEncryptedPkcs8(block.bytes ?? new Uint8Array()); // a hopeless file needs no passphrase
  if (!passphrase) throw new KeyLocked(false);
  const unwrapped = subtle && (await unwrapPkcs8(subtle, encrypted, passphrase));
  return unwrapped ?? intoWebCrypto(await readPkcs8(block, passphrase), subtle);
}

async function intoWebCrypto(read: ReadKey, subtle: SubtleCrypto | undefined): Promise<SigningKey> {
  return (subtle && read.pkcs8 && (await importPkcs8(subtle, read.pkcs8))) ?? read.key;
}
