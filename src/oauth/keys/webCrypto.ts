/** Keys that go into WebCrypto and never come out. undefined always means: WebCrypto cannot, somebody else may. */
import { KeyLocked, KeyUnreadable } from "../../core/errors.ts";
import { rsaSha1, signingKey, type SigningKey } from "../signingKey.ts";
import { pkcs8Algorithm, type EncryptedPkcs8 } from "./pkcs.ts";

export async function importPkcs8(
  subtle: SubtleCrypto,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SigningKey | undefined> {
  try {
    return signingKey(await subtle.importKey("pkcs8", bytes, rsaSha1, false, ["sign"]), subtle);
  } catch {
    return undefined; // each browser has its own reasons, such as a length it does not like
  }
}

/** Straight from the encrypted file into the key, so that the plain key is never on the script heap. */
export async function unwrapPkcs8(
  subtle: SubtleCrypto,
  encrypted: EncryptedPkcs8,
  passphrase: string,
): Promise<SigningKey | undefined> {
  const wrapping = await wrappingKey(subtle, encrypted, passphrase);
  if (!wrapping) return undefined;
  const cipher = { name: "AES-CBC", iv: encrypted.iv };
  try {
    const key = await subtle.unwrapKey("pkcs8", encrypted.data, wrapping, cipher, rsaSha1, false, ["sign"]);
    return signingKey(key, subtle);
  } catch {
    // Wrong passphrase, or no RSA key inside? WebCrypto does not tell, so look.
    const opened = await subtle.decrypt(cipher, wrapping, encrypted.data).catch(() => undefined);
    const algorithm = opened && pkcs8Algorithm(new Uint8Array(opened));
    if (!algorithm) throw new KeyLocked(true);
    if (algorithm === "other") throw new KeyUnreadable("not-rsa");
    return undefined;
  }
}

/** undefined for what this WebCrypto lacks: DES everywhere, AES-192 in Chromium. */
async function wrappingKey(
  subtle: SubtleCrypto,
  { salt, rounds, hash, cipher }: EncryptedPkcs8,
  passphrase: string,
): Promise<CryptoKey | undefined> {
  if (cipher === "3des") return undefined;
  const secret = new TextEncoder().encode(passphrase);
  try {
    const password = await subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
    const derivation = { name: "PBKDF2", salt, iterations: rounds, hash };
    const key = { name: "AES-CBC", length: cipher };
    return await subtle.deriveKey(derivation, password, key, false, ["unwrapKey", "decrypt"]);
  } catch {
    return undefined;
  }
}
