/** Encrypted PKCS#8, RFC 5958 section 3, with PBES2, RFC 8018: PBKDF2 with HMAC-SHA-256, then AES-256-CBC. */
import { recommendedRounds } from "../core/recommendedRounds.ts";
import { empty, integer, octets, oid, sequence, type Der } from "./der.ts";
import type { KeyCrypto } from "./keyPair.ts";

const pbes2 = oid("2a864886f70d01050d");
const pbkdf2 = oid("2a864886f70d01050c");
const hmacSha256 = oid("2a864886f70d0209");
const aes256Cbc = oid("60864801650304012a");

/**
 * @param key extractable. It goes into the file within WebCrypto and is never on the script heap.
 * @returns EncryptedPrivateKeyInfo.
 */
export async function protectKey(
  { subtle, randomBytes }: KeyCrypto,
  key: CryptoKey,
  passphrase: string,
  rounds = recommendedRounds,
): Promise<Der> {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const password = await subtle.importKey("raw", new TextEncoder().encode(passphrase), "PBKDF2", false, [
    "deriveKey",
  ]);
  const wrapping = await subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds },
    password,
    { name: "AES-CBC", length: 256 },
    false,
    ["wrapKey"],
  );
  const encrypted = await subtle.wrapKey("pkcs8", key, wrapping, { name: "AES-CBC", iv });
  const derivation = sequence(
    pbkdf2,
    sequence(octets(salt), integer(rounds), integer(32), sequence(hmacSha256, empty)),
  );
  const algorithm = sequence(pbes2, sequence(derivation, sequence(aes256Cbc, octets(iv))));
  return sequence(algorithm, octets(new Uint8Array(encrypted)));
}
