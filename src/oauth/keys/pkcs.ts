/** What the three kinds of RSA key file say about themselves: PKCS#1, PKCS#8 plain, PKCS#8 encrypted. */
import { KeyUnreadable } from "../../core/errors.ts";
import { integer, integers, octets, oid, readDer, sequence } from "./der.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** RSAPrivateKey, RFC 8017 appendix A.1.2: nine integers, the first of them 0. */
export function isPkcs1(bytes: Bytes): boolean {
  const parts = sequence(readDer(bytes));
  return parts.length === 9 && integers(parts) && integer(parts[0]) === 0;
}

/** PrivateKeyInfo, RFC 5958: whose key it is; undefined where the bytes are none, decrypted with a wrong key for instance. */
export function pkcs8Algorithm(bytes: Bytes): "rsa" | "other" | undefined {
  const [version, algorithm, key] = sequence(readDer(bytes));
  const name = oid(sequence(algorithm)[0]);
  if (integer(version) === undefined || name === undefined || octets(key) === undefined) return undefined;
  return name === "2a864886f70d010101" ? "rsa" : "other";
}

export interface EncryptedPkcs8 {
  readonly salt: Bytes;
  /** Of PBKDF2: openssl's default is 2,048; at least 600,000 are wanted. */
  readonly rounds: number;
  readonly hash: Hash;
  readonly cipher: Cipher;
  readonly iv: Bytes;
  readonly data: Bytes;
}
/** Bits of the key of AES-CBC; `3des` is DES-EDE3-CBC. */
export type Cipher = 128 | 192 | 256 | "3des";
export type Hash = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

export function keyBits(cipher: Cipher): number {
  return cipher === "3des" ? 192 : cipher;
}

const pbes2 = "2a864886f70d01050d";
const pbkdf2 = "2a864886f70d01050c";
const hashes = new Map<string, Hash>([
  ["2a864886f70d0207", "SHA-1"],
  ["2a864886f70d0209", "SHA-256"],
  ["2a864886f70d020a", "SHA-384"],
  ["2a864886f70d020b", "SHA-512"],
]);
const ciphers = new Map<string, Cipher>([
  ["60864801650304012a", 256],
  ["608648016503040116", 192],
  ["608648016503040102", 128],
  ["2a864886f70d0307", "3des"],
]);

/** EncryptedPrivateKeyInfo, RFC 5958, with PBES2, RFC 8018 appendix A. Throws KeyUnreadable for other schemes. */
export function readEncryptedPkcs8(bytes: Bytes): EncryptedPkcs8 {
  const [algorithm, encrypted] = sequence(readDer(bytes));
  const [scheme, parameters] = sequence(algorithm);
  const data = octets(encrypted);
  if (oid(scheme) === undefined || !data) throw new KeyUnreadable("not-a-key");

  const [derivation, encryption] = sequence(parameters);
  const [derivationName, derivationParameters] = sequence(derivation);
  const [encryptionName, initialVector] = sequence(encryption);
  const [saltOctets, roundsInteger, ...optional] = sequence(derivationParameters); // key length, pseudo-random function
  const pseudoRandom = optional.find((der) => sequence(der).length > 0);

  const salt = octets(saltOctets);
  const rounds = integer(roundsInteger);
  const iv = octets(initialVector);
  const hash = pseudoRandom ? hashes.get(oid(sequence(pseudoRandom)[0]) ?? "") : "SHA-1";
  const cipher = ciphers.get(oid(encryptionName) ?? "");
  const known = oid(scheme) === pbes2 && oid(derivationName) === pbkdf2;
  if (!known || !salt || !rounds || !iv || !hash || !cipher) throw new KeyUnreadable("unknown-cipher");
  return { salt, rounds, hash, cipher, iv, data };
}
