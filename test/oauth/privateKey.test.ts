import { execFileSync } from "node:child_process";
import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  pbkdf2Sync,
  type KeyObject,
} from "node:crypto";
import { verifyRsaSha1 } from "../../sim/jira/oauth/signature.ts";
import { KeyLocked, KeyUnreadable } from "../../src/core/errors.ts";
import { readPrivateKey, type CryptoSource } from "../../src/oauth/privateKey.ts";
import { oauthNet } from "./published.ts";

jest.setTimeout(60_000); // jsrsasign is slow in jest's sandbox

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const passphrase = "Grüße, correct horse";
const publicKey = String(createPublicKey(rsa).export({ type: "spki", format: "pem" }));
const pkcs8 = exported(rsa, "pkcs8");
const pkcs1 = exported(rsa, "pkcs1");

function exported(key: KeyObject, type: "pkcs8" | "pkcs1" | "sec1", cipher?: string): string {
  const encryption = cipher ? { cipher, passphrase } : {};
  return String(key.export({ type, format: "pem", ...encryption } as never));
}

/** An encrypted key as openssl writes it; undefined where this machine has no openssl. */
function byOpenssl(...options: readonly string[]): string | undefined {
  try {
    return execFileSync(
      "openssl",
      ["pkcs8", "-topk8", "-outform", "PEM", "-passout", `pass:${passphrase}`, ...options],
      { input: pkcs8, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] },
    );
  } catch {
    return undefined;
  }
}

async function signs(pem: string, secret?: string, crypto?: CryptoSource) {
  const key = await readPrivateKey(pem, secret, crypto);
  return {
    verified: verifyRsaSha1("a base string, ü", await key.sign("a base string, ü"), publicKey),
    extractable: key.cryptoKey?.extractable,
  };
}
const byWebCrypto = { verified: true, extractable: false };
const byJsrsasign = { verified: true, extractable: undefined };

async function fault(pem: string, secret?: string, crypto?: CryptoSource): Promise<unknown> {
  return readPrivateKey(pem, secret, crypto).then(
    () => "read",
    (error: unknown) => error,
  );
}

/** Reads what can be read, but imports and unwraps nothing. */
const refusing: CryptoSource = {
  subtle: new Proxy(globalThis.crypto.subtle, {
    get: () => () => Promise.reject(new Error("This browser refuses")),
  }),
};

describe("a plain key", () => {
  it.each([
    ["PKCS#8", pkcs8],
    ["PKCS#1", pkcs1],
    ["PKCS#8 with Windows line ends", pkcs8.replaceAll("\n", "\r\n")],
    ["PKCS#1 with Windows line ends", pkcs1.replaceAll("\n", "\r\n")],
    ["PKCS#8 after its certificate", `Bag Attributes\n${oauthNet.certificate}subject=x\n${pkcs8}`],
    ["PKCS#1 before a certificate", pkcs1 + oauthNet.certificate],
  ])(
    "as %s signs in WebCrypto and cannot be taken out; jsrsasign signs where there is none",
    async (_, pem) => {
      expect(await signs(pem)).toEqual(byWebCrypto);
      expect(await signs(pem, "not needed")).toEqual(byWebCrypto);
      expect(await signs(pem, undefined, {})).toEqual(byJsrsasign);
      expect(await signs(pem, undefined, refusing)).toEqual(byJsrsasign);
    },
  );
});

describe("an encrypted key", () => {
  it.each([
    ["PKCS#8, AES-128", exported(rsa, "pkcs8", "aes-128-cbc")],
    ["PKCS#8, AES-256", exported(rsa, "pkcs8", "aes-256-cbc")],
    ["PKCS#8, triple DES", exported(rsa, "pkcs8", "des-ede3-cbc")],
    ["PKCS#1, AES-128", exported(rsa, "pkcs1", "aes-128-cbc")],
    ["PKCS#1, AES-256", exported(rsa, "pkcs1", "aes-256-cbc")],
    ["PKCS#1, triple DES", exported(rsa, "pkcs1", "des-ede3-cbc")],
    ["PKCS#1, triple DES, Windows", exported(rsa, "pkcs1", "des-ede3-cbc").replaceAll("\n", "\r\n")],
  ])("as %s opens with its passphrase and no other, with WebCrypto and without", async (_, pem) => {
    expect(await signs(pem, passphrase)).toEqual(byWebCrypto);
    expect(await signs(oauthNet.certificate + pem, passphrase, {})).toEqual(byJsrsasign);
    expect(await signs(pem, passphrase, refusing)).toEqual(byJsrsasign);
    expect(await fault(pem)).toEqual(new KeyLocked(false));
    expect(await fault(pem, "")).toEqual(new KeyLocked(false));
    for (const wrong of ["wrong", "Wrong", "2", "3", `${passphrase} `])
      expect(await fault(pem, wrong)).toEqual(new KeyLocked(true));
    expect(await fault(pem, "wrong", {})).toEqual(new KeyLocked(true));
  });

  it("with AES-192 opens where WebCrypto knows that, and is an unknown cipher elsewhere", async () => {
    const pem = exported(rsa, "pkcs8", "aes-192-cbc");
    expect(await signs(pem, passphrase)).toEqual(byWebCrypto);
    expect(await fault(pem, passphrase, refusing)).toEqual(new KeyUnreadable("unknown-cipher"));
  });

  const openssl = byOpenssl() !== undefined;
  (openssl ? it : it.skip).each([
    ["600,000 rounds", ["-v2", "aes256", "-iter", "600000"]],
    ["SHA-1", ["-v2", "aes256", "-v2prf", "hmacWithSHA1"]],
    ["SHA-512", ["-v2", "aes128", "-v2prf", "hmacWithSHA512"]],
    ["triple DES and SHA-1", ["-v2", "des3", "-v2prf", "hmacWithSHA1"]],
  ])("by openssl with %s opens", async (_, options) => {
    const pem = byOpenssl(...options) ?? "";
    expect(await signs(pem, passphrase)).toEqual(byWebCrypto);
    expect(await fault(pem, "wrong")).toEqual(new KeyLocked(true));
  });

  (openssl ? it : it.skip).each([
    ["scrypt", ["-scrypt"]],
    ["Camellia", ["-v2", "camellia256"]],
    ["PBES1", ["-v1", "PBE-SHA1-3DES"]],
  ])("by openssl with %s is an unknown cipher, asked before any passphrase", async (_, options) => {
    expect(await fault(byOpenssl(...options) ?? "")).toEqual(new KeyUnreadable("unknown-cipher"));
  });

  it("in the old form with a cipher of which nobody knows is an unknown cipher", async () => {
    const pem = exported(rsa, "pkcs1", "aes-128-cbc").replace("AES-128-CBC", "CAMELLIA-256-CBC");
    expect(await fault(pem, passphrase)).toEqual(new KeyUnreadable("unknown-cipher"));
  });

  it("says nothing of its passphrase in its errors", async () => {
    for (const pem of [exported(rsa, "pkcs8", "des-ede3-cbc"), exported(rsa, "pkcs1", "des-ede3-cbc")]) {
      const error = await fault(pem, "hush-hush", {});
      expect(error).toBeInstanceOf(KeyLocked);
      expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toContain("hush");
    }
  });
});

/** Found in our own tests: about one encrypted file in a hundred, where jsrsasign's own reader gives up. */
describe("an encrypted key whose salt or initial vector looks like ASN.1", () => {
  it.each([["aes-256-cbc"], ["des-ede3-cbc"]])("(%s) opens without WebCrypto as well", async (cipher) => {
    const salt = Buffer.from("0406070707070707", "hex"); // an OCTET STRING, header and all
    const pem = withSalt(salt, cipher);
    expect(await signs(pem, passphrase)).toEqual(byWebCrypto);
    expect(await signs(pem, passphrase, {})).toEqual(byJsrsasign);
  });
});

/** The key, encrypted by Node's primitives and wrapped in PBES2 by hand. */
function withSalt(salt: Buffer, cipher: string): string {
  const tripleDes = cipher === "des-ede3-cbc";
  const iv = Buffer.from(tripleDes ? "0406010203040506" : "040e0102030405060708090a0b0c0d0e", "hex");
  const secret = pbkdf2Sync(passphrase, salt, 2048, tripleDes ? 24 : 32, "sha1");
  const encryption = createCipheriv(cipher, secret, iv);
  const plain = rsa.export({ type: "pkcs8", format: "der" });
  const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
    const content = Buffer.concat(parts);
    const length = Buffer.from([0x82, content.length >> 8, content.length & 255]);
    return Buffer.concat([
      Buffer.from([tag]),
      content.length < 128 ? Buffer.from([content.length]) : length,
      content,
    ]);
  };
  const oid = (hex: string) => der(6, Buffer.from(hex, "hex"));
  const derivation = der(
    0x30,
    oid("2a864886f70d01050c"),
    der(0x30, der(4, salt), der(2, Buffer.from("0800", "hex"))),
  );
  const scheme = der(0x30, oid(tripleDes ? "2a864886f70d0307" : "60864801650304012a"), der(4, iv));
  const algorithm = der(0x30, oid("2a864886f70d01050d"), der(0x30, derivation, scheme));
  const file = der(0x30, algorithm, der(4, encryption.update(plain), encryption.final()));
  return `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${file.toString("base64")}\n-----END ENCRYPTED PRIVATE KEY-----`;
}

describe("what is no private RSA key", () => {
  const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const damagedBase64 = pkcs8.replace(/M/g, "*");
  const cutShort = pkcs8.replace(/\n[^\n]+\n-----END/, "\n-----END");
  const otherContent = "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----";
  it.each([
    ["a certificate alone", oauthNet.certificate, "certificate"],
    ["a public key", publicKey, "not-a-key"],
    [
      "a certificate request",
      oauthNet.certificate.replaceAll("CERTIFICATE", "CERTIFICATE REQUEST"),
      "not-a-key",
    ],
    ["an empty text", "", "not-a-key"],
    ["words", "my private key", "not-a-key"],
    ["damaged base64", damagedBase64, "not-a-key"],
    ["a key cut short", cutShort, "not-a-key"],
    ["an encrypted key cut short", cutShort.replaceAll("PRIVATE", "ENCRYPTED PRIVATE"), "not-a-key"],
    ["a PKCS#1 label around something else", otherContent, "not-a-key"],
    ["a PKCS#1 label around a PKCS#8 key", pkcs8.replaceAll("PRIVATE", "RSA PRIVATE"), "not-a-key"],
    ["a key of OpenSSH", otherContent.replaceAll("RSA", "OPENSSH"), "not-a-key"],
    ["an elliptic curve in PKCS#8", exported(curve, "pkcs8"), "not-rsa"],
    ["an elliptic curve in its own form", exported(curve, "sec1"), "not-rsa"],
    ["an encrypted elliptic curve", exported(curve, "pkcs8", "aes-256-cbc"), "not-rsa"],
    ["an elliptic curve under triple DES", exported(curve, "pkcs8", "des-ede3-cbc"), "not-rsa"],
  ] as const)("%s is told as such", async (_, pem, reason) => {
    expect(await fault(pem, passphrase)).toEqual(new KeyUnreadable(reason));
  });

  it("is told even where the rest of the file looks right", async () => {
    const modulusGone = createPrivateKey(pkcs8).export({ type: "pkcs1", format: "der" }).subarray(0, -1);
    const pem = `-----BEGIN RSA PRIVATE KEY-----\n${modulusGone.toString("base64")}\n-----END RSA PRIVATE KEY-----`;
    expect(await fault(pem)).toEqual(new KeyUnreadable("not-a-key"));
  });
});
