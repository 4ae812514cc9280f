/**
 * What only jsrsasign can do: PKCS#1, ciphers that WebCrypto lacks, and signing where WebCrypto cannot. Loaded when
 * such a key turns up: 300 KB in our bundle, 80 KB gzipped, and no smaller module to import.
 *
 * Four of its ways are not followed (11.1.5). Its reader of encrypted PKCS#8 fails for about one file in a hundred,
 * where a random salt or initial vector happens to look like ASN.1: we read the file and lend its ciphers. It takes
 * what a wrong passphrase makes of PKCS#1 for a key: we look first. One of its errors quotes the passphrase: all are
 * dropped. It signs wrongly with a modulus that does not end on a byte: see `signer`.
 */
import type { RSAKey } from "jsrsasign";
import { KeyLocked, KeyUnreadable } from "../../core/errors.ts";
import type { SigningKey } from "../signingKey.ts";
import { toHex } from "./der.ts";
import { pemBlocks, type PemBlock } from "./pem.ts";
import { isPkcs1, keyBits, type Bytes, type EncryptedPkcs8 } from "./pkcs.ts";

/** All of it is the default export; which names there are beside that depends on the bundler. */
async function load() {
  return (await import("jsrsasign")).default;
}

/** A PKCS#1 key as PKCS#8. @param passphrase counts where the block is encrypted, the old way. */
export async function pkcs1ToPkcs8(block: PemBlock, passphrase: string): Promise<Bytes> {
  const { KEYUTIL, RSAKey } = await load();
  const hex = block.encrypted
    ? attempt(() => KEYUTIL.getDecryptedKeyHex(block.text, passphrase), new KeyUnreadable("unknown-cipher"))
    : toHex(block.bytes ?? new Uint8Array());
  if (!isPkcs1(fromHex(hex))) throw block.encrypted ? new KeyLocked(true) : new KeyUnreadable("not-a-key");
  const unreadable = new KeyUnreadable("not-a-key");
  const pem = attempt(() => {
    const key = new RSAKey();
    key.readPKCS5PrvKeyHex(hex);
    return KEYUTIL.getPEM(key, "PKCS8PRV");
  }, unreadable);
  const bytes = pemBlocks(pem)[0]?.bytes;
  if (!bytes) throw unreadable;
  return bytes;
}

const ciphers = { 128: "aes128-CBC", 192: undefined, 256: "aes256-CBC", "3des": "des-EDE3-CBC" };
const hashes = { "SHA-1": "SHA1", "SHA-256": "SHA256", "SHA-384": "SHA384", "SHA-512": "SHA512" } as const;

/**
 * The plain PKCS#8 within, or rubbish if the passphrase is wrong.
 * @param derivedKey from the passphrase by WebCrypto; undefined: derived here, at a snail's pace (600,000 rounds take
 *                   most of a minute).
 */
export async function decryptPkcs8(
  { salt, rounds, hash, cipher, iv, data }: EncryptedPkcs8,
  passphrase: string,
  derivedKey: Bytes | undefined,
): Promise<Bytes> {
  const algorithm = ciphers[cipher];
  if (!algorithm) throw new KeyUnreadable("unknown-cipher");
  const { CryptoJS, KJUR } = await load();
  const derive = () =>
    CryptoJS.enc.Hex.stringify(
      CryptoJS.PBKDF2(passphrase, CryptoJS.enc.Hex.parse(toHex(salt)), {
        keySize: keyBits(cipher) / 32,
        iterations: rounds,
        hasher: CryptoJS.algo[hashes[hash]],
      }),
    );
  return attempt(() => {
    const key = derivedKey ? toHex(derivedKey) : derive();
    return fromHex(KJUR.crypto.Cipher.decrypt(toHex(data), key, algorithm, { iv: toHex(iv) }));
  }, new KeyLocked(true));
}

/** Signs on the script heap: for where WebCrypto cannot. */
export async function signer(pkcs8: Bytes): Promise<SigningKey> {
  const { KEYUTIL, KJUR, RSAKey, hextob64 } = await load();
  const unreadable = new KeyUnreadable("not-a-key");
  const key = attempt(() => KEYUTIL.getKey(toHex(pkcs8), null, "pkcs8prv"), unreadable);
  if (!(key instanceof RSAKey)) throw unreadable;
  padToWholeBytes(key);
  const sign = (text: string) => {
    const signature = new KJUR.crypto.Signature({ alg: "SHA1withRSA" });
    signature.init(key);
    signature.updateHex(toHex(new TextEncoder().encode(text)));
    return hextob64(signature.sign());
  };
  return { cryptoKey: undefined, sign: (text) => Promise.resolve(text).then(sign) };
}

/** RFC 8017 section 9.2 pads to whole bytes. jsrsasign pads to the bits of the modulus, which it asks for only there. */
function padToWholeBytes({ n }: RSAKey): void {
  const bits = Math.ceil(n.bitLength() / 8) * 8;
  n.bitLength = () => bits;
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function attempt<Result>(work: () => Result, otherwise: Error): Result {
  try {
    return work();
  } catch {
    throw otherwise;
  }
}
