/** Keys that go into WebCrypto and never come out. undefined always means: WebCrypto cannot, somebody else may. */
import { KeyLocked, KeyUnreadable } from "../../core/errors.ts";
import { rsaSha1, signingKey, type SigningKey } from "../signingKey.ts";
import { keyBits, pkcs8Algorithm, type Bytes, type EncryptedPkcs8 } from "./pkcs.ts";

export async function importPkcs8(subtle: SubtleCrypto, bytes: Bytes): Promise<SigningKey | undefined> {
  // Each browser has its own reasons to refuse, such as a length it does not like.
  const key = await orUndefined(subtle.importKey("pkcs8", bytes, rsaSha1, false, ["sign"]));
  return key && signingKey(key, subtle);
}

/** Straight from the encrypted file into the key, so that the plain key is never on the script heap. */
export async function unwrapPkcs8(
  subtle: SubtleCrypto,
  encrypted: EncryptedPkcs8,
  passphrase: string,
): Promise<SigningKey | undefined> {
  if (encrypted.cipher === "3des") return undefined;
  const aes = { name: "AES-CBC", length: encrypted.cipher, iv: encrypted.iv };
  const password = await importPassphrase(subtle, passphrase);
  const wrapping =
    password && // no AES-192 in Chromium
    (await orUndefined(
      subtle.deriveKey(derivation(encrypted), password, aes, false, ["unwrapKey", "decrypt"]),
    ));
  if (!wrapping) return undefined;
  const key = await orUndefined(
    subtle.unwrapKey("pkcs8", encrypted.data, wrapping, aes, rsaSha1, false, ["sign"]),
  );
  if (key) return signingKey(key, subtle);
  // Wrong passphrase, or no RSA key inside? WebCrypto does not tell, so look.
  const opened = await orUndefined(subtle.decrypt(aes, wrapping, encrypted.data));
  const algorithm = opened && pkcs8Algorithm(new Uint8Array(opened));
  if (!algorithm) throw new KeyLocked(true);
  if (algorithm === "other") throw new KeyUnreadable("not-rsa");
  return undefined;
}

/** The key of the file's cipher, for a cipher that WebCrypto lacks. */
export async function deriveKey(
  subtle: SubtleCrypto,
  encrypted: EncryptedPkcs8,
  passphrase: string,
): Promise<Bytes | undefined> {
  const password = await importPassphrase(subtle, passphrase);
  const bits =
    password &&
    (await orUndefined(subtle.deriveBits(derivation(encrypted), password, keyBits(encrypted.cipher))));
  return bits && new Uint8Array(bits);
}

function importPassphrase(subtle: SubtleCrypto, passphrase: string): Promise<CryptoKey | undefined> {
  const secret = new TextEncoder().encode(passphrase);
  return orUndefined(subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey", "deriveBits"]));
}

function derivation({ salt, rounds, hash }: EncryptedPkcs8) {
  return { name: "PBKDF2", salt, iterations: rounds, hash };
}

function orUndefined<Result>(result: Promise<Result>): Promise<Result | undefined> {
  return result.catch(() => undefined);
}
