import { keyBlock } from "./privateKey.ts";
import { readEncryptedPkcs8 } from "./keys/pkcs.ts";

export interface KeyProtection {
  readonly protection: "plain" | "passphrase";
  /** Of PBKDF2; undefined for a plain key, and for one in the old encrypted form of PKCS#1, which knows no such thing. */
  readonly rounds: number | undefined;
}

/** How well a key file is protected, told without opening it. Throws KeyUnreadable. */
export function keyProtection(pem: string): KeyProtection {
  const { label, bytes, encrypted } = keyBlock(pem);
  if (label === "ENCRYPTED PRIVATE KEY")
    return { protection: "passphrase", rounds: readEncryptedPkcs8(bytes ?? new Uint8Array()).rounds };
  return { protection: encrypted ? "passphrase" : "plain", rounds: undefined };
}
