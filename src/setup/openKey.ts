/**
 * An earlier key, taken out of its file: to show its public half, or to give it another protection.
 *
 * The pane never does this (`oauth/privateKey.ts` makes keys that no script can take out); the administrator's
 * own set-up may.
 */
import { KeyLocked, KeyUnreadable } from "../core/errors.ts";
import { decryptPkcs8, pkcs1ToPkcs8 } from "../oauth/keys/jsrsasign.ts";
import { pkcs8Algorithm, readEncryptedPkcs8, type Bytes } from "../oauth/keys/pkcs.ts";
import { deriveKey } from "../oauth/keys/webCrypto.ts";
import { keyBlock } from "../oauth/privateKey.ts";
import { rsa } from "./keyPair.ts";

/** Whether only a passphrase opens it. Throws KeyUnreadable. */
export function isProtected(privateKey: string): boolean {
  const { label, encrypted } = keyBlock(privateKey);
  return encrypted || label === "ENCRYPTED PRIVATE KEY";
}

/** @returns extractable. Throws KeyUnreadable, KeyLocked. */
export async function openKey(
  subtle: SubtleCrypto,
  privateKey: string,
  passphrase: string | undefined,
): Promise<CryptoKey> {
  const pkcs8 = await plainPkcs8(subtle, privateKey, passphrase ?? "");
  try {
    return await subtle.importKey("pkcs8", pkcs8, rsa, true, ["sign"]);
  } catch (cause) {
    throw new KeyUnreadable("not-a-key", cause);
  }
}

async function plainPkcs8(subtle: SubtleCrypto, privateKey: string, passphrase: string): Promise<Bytes> {
  const block = keyBlock(privateKey);
  if (isProtected(privateKey) && !passphrase) throw new KeyLocked(false);
  const bytes = block.bytes ?? new Uint8Array();
  switch (block.label) {
    case "PRIVATE KEY":
      return rsaOnly(bytes, new KeyUnreadable("not-a-key"));
    case "ENCRYPTED PRIVATE KEY":
      return rsaOnly(await decrypted(subtle, bytes, passphrase), new KeyLocked(true));
    case "RSA PRIVATE KEY":
      return pkcs1ToPkcs8(block, passphrase);
    default:
      throw new KeyUnreadable(/^(EC|DSA) /.test(block.label) ? "not-rsa" : "not-a-key");
  }
}

async function decrypted(subtle: SubtleCrypto, bytes: Bytes, passphrase: string): Promise<Bytes> {
  const encrypted = readEncryptedPkcs8(bytes);
  const key = await deriveKey(subtle, encrypted, passphrase);
  if (!key || encrypted.cipher === "3des") return decryptPkcs8(encrypted, passphrase, key);
  const cipher = { name: "AES-CBC", iv: encrypted.iv };
  const aes = await orThrow(
    subtle.importKey("raw", key, cipher, false, ["decrypt"]),
    new KeyUnreadable("unknown-cipher"), // no AES-192 in Chromium
  );
  return new Uint8Array(await orThrow(subtle.decrypt(cipher, aes, encrypted.data), new KeyLocked(true)));
}

/** WebCrypto gives no reasons worth keeping. */
function orThrow<Result>(result: Promise<Result>, error: Error): Promise<Result> {
  return result.catch(() => {
    throw error;
  });
}

function rsaOnly(bytes: Bytes, otherwise: Error): Bytes {
  const algorithm = pkcs8Algorithm(bytes);
  if (!algorithm) throw otherwise;
  if (algorithm === "other") throw new KeyUnreadable("not-rsa");
  return bytes;
}
