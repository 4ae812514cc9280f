/** The key pair of the bench's application link. */
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface Consumer {
  readonly key: string;
  /** PKCS#8 PEM */
  readonly privateKey: string;
  /** SPKI PEM, as the administrator pastes it into Jira. */
  readonly publicKey: string;
  /** Not out of the file. */
  readonly isNew: boolean;
}

/** @param file keeps the key, so that tokens outlive a restart; in memory where there is none. */
export function benchConsumer(file?: string): Consumer {
  const old = file === undefined ? undefined : kept(file);
  const privateKey = old ?? made(file);
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
  return { key: "inlink", privateKey, publicKey, isNew: old === undefined };
}

function kept(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function made(file: string | undefined): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, pem, { mode: 0o600 });
  }
  return pem;
}
