import { execFileSync, spawnSync } from "node:child_process";
import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { verifyRsaSha1 } from "../../sim/jira/oauth/signature.ts";
import { KeyLocked, KeyUnreadable } from "../../src/core/errors.ts";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";
import { chooseKey, type KeyWish } from "../../src/setup/chooseKey.ts";
import { keyCrypto } from "./acme.ts";

jest.setTimeout(60_000);

const passphrase = "Grüße, correct horse";
const choose = (earlier: string | undefined, wish: KeyWish = {}) => chooseKey(keyCrypto, earlier, wish);

/** Whether a signature by the one is verified by the other. */
async function belong(privateKey: string, publicKey: string, secret?: string): Promise<boolean> {
  const key = await readPrivateKey(privateKey, secret);
  return verifyRsaSha1("a base string", await key.sign("a base string"), publicKey);
}

function byOpenssl(input: string, ...options: readonly string[]): string | undefined {
  const { stdout, status, error } = spawnSync("openssl", options, { input, encoding: "utf8" });
  return error || status !== 0 ? undefined : stdout;
}
const hasOpenssl = byOpenssl("", "version") !== undefined;

describe("without an earlier key", () => {
  it("makes one under a passphrase of its own, which opens it", async () => {
    const made = await choose(undefined);
    expect(made).toMatchObject({ happened: "made", protection: "passphrase" });
    expect(made.passphrase).toMatch(/^(\w{5}-){4}\w{5}$/);
    expect(made.privateKey).toContain("BEGIN ENCRYPTED PRIVATE KEY");
    expect(await belong(made.privateKey, made.publicKey, made.passphrase)).toBe(true);
    expect(createPublicKey(made.publicKey).asymmetricKeyDetails?.modulusLength).toBe(2048);
  });

  it("makes a plain one only where that is asked for", async () => {
    const made = await choose(undefined, { protection: "plain" });
    expect(made).toMatchObject({ happened: "made", protection: "plain", passphrase: undefined });
    expect(await belong(made.privateKey, made.publicKey)).toBe(true);
  });

  it("takes the passphrase that it is given, and does not hand it back", async () => {
    const made = await choose(undefined, { passphrase });
    expect(made.passphrase).toBeUndefined();
    expect(await belong(made.privateKey, made.publicKey, passphrase)).toBe(true);
  });
});

describe("an earlier key", () => {
  it("stays letter by letter, and is told without being opened", async () => {
    for (const protection of ["plain", "passphrase"] as const) {
      const first = await choose(undefined, { protection });
      const again = await choose(first.privateKey);
      expect(again).toEqual({ ...first, happened: "kept", passphrase: undefined });
    }
  });

  it("is replaced by rotation, with the protection that it had", async () => {
    for (const protection of ["plain", "passphrase"] as const) {
      const first = await choose(undefined, { protection });
      const rotated = await choose(first.privateKey, { rotate: true });
      expect(rotated).toMatchObject({ happened: "rotated", protection });
      expect(rotated.publicKey).not.toBe(first.publicKey);
      expect(rotated.passphrase === undefined).toBe(protection === "plain");
    }
  });

  it("is replaced by rotation where nobody can read it", async () => {
    await expect(choose("no key at all")).rejects.toThrow(KeyUnreadable);
    const rotated = await choose("no key at all", { rotate: true });
    expect(rotated).toMatchObject({ happened: "rotated", protection: "passphrase" });
  });

  it("is the one that was made a moment ago where that is wanted again", async () => {
    const first = await choose(undefined);
    expect(await choose(undefined, { protection: "passphrase", made: first })).toEqual(first);
  });

  it("gets a passphrase without becoming another key", async () => {
    const plain = await choose(undefined, { protection: "plain" });
    const shut = await choose(plain.privateKey, { protection: "passphrase" });
    expect(shut).toMatchObject({ happened: "protected", publicKey: plain.publicKey });
    expect(shut.privateKey).not.toContain("BEGIN PRIVATE KEY");
    expect(await belong(shut.privateKey, plain.publicKey, shut.passphrase)).toBe(true);
  });

  it("loses its passphrase only to somebody who knows it", async () => {
    const shut = await choose(undefined, { passphrase });
    const wish = { protection: "plain" } as const;
    await expect(choose(shut.privateKey, wish)).rejects.toMatchObject({ code: "key-locked", given: false });
    const wrong = choose(shut.privateKey, { ...wish, passphrase: "wrong" });
    await expect(wrong).rejects.toMatchObject({ code: "key-locked", given: true });
    const open = await choose(shut.privateKey, { ...wish, passphrase });
    expect(open).toMatchObject({ happened: "unprotected", publicKey: shut.publicKey });
    expect(await belong(open.privateKey, shut.publicKey)).toBe(true);
  });
});

describe("a key from elsewhere", () => {
  const { privateKey: rsa, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const half = publicKey.export({ type: "spki", format: "pem" });
  const pkcs1 = String(rsa.export({ type: "pkcs1", format: "pem" }));
  const encrypted = (type: "pkcs1" | "pkcs8", cipher: string) =>
    String(rsa.export({ type, format: "pem", cipher, passphrase } as never));

  it("tells its public half, whatever form it has, and stays as it is where it is plain", async () => {
    expect(await choose(pkcs1)).toMatchObject({ happened: "kept", privateKey: pkcs1, publicKey: half });
  });

  it.each([
    ["PKCS#8, AES-256", encrypted("pkcs8", "aes-256-cbc")],
    ["PKCS#8, AES-128", encrypted("pkcs8", "aes-128-cbc")],
    ["PKCS#8, 3DES", encrypted("pkcs8", "des-ede3-cbc")],
    ["PKCS#1, AES-256", encrypted("pkcs1", "aes-256-cbc")],
  ])("asks for its passphrase once: %s", async (_, pem) => {
    await expect(choose(pem)).rejects.toThrow(KeyLocked);
    await expect(choose(pem, { passphrase: "wrong" })).rejects.toThrow(KeyLocked);
    const known = await choose(pem, { passphrase });
    expect(known).toMatchObject({ happened: "kept", publicKey: half });
    expect(known.privateKey.startsWith(pem.trimEnd())).toBe(true);
    expect(await choose(known.privateKey)).toMatchObject({ privateKey: known.privateKey, publicKey: half });
    expect(await belong(known.privateKey, String(half), passphrase)).toBe(true);
  });

  it("is refused where it is none for this", async () => {
    const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    const pem = String(elliptic.export({ type: "pkcs8", format: "pem" }));
    await expect(choose(pem)).rejects.toThrow(KeyUnreadable);
    await expect(choose(String(half))).rejects.toThrow(KeyUnreadable);
  });
});

(hasOpenssl ? describe : describe.skip)("openssl", () => {
  it("opens what is made here with the passphrase, and only with it", async () => {
    const { privateKey, publicKey } = await choose(undefined, { passphrase });
    const opened = byOpenssl(privateKey, "pkcs8", "-passin", `pass:${passphrase}`) ?? "";
    expect(byOpenssl(opened, "pkey", "-pubout")).toBe(publicKey);
    expect(byOpenssl(privateKey, "pkcs8", "-passin", "pass:wrong")).toBeUndefined();
  });

  it("sees AES-256-CBC and at least 600,000 rounds of PBKDF2 with SHA-256", async () => {
    const { privateKey } = await choose(undefined, { passphrase });
    const structure = execFileSync("openssl", ["asn1parse"], { input: privateKey, encoding: "utf8" });
    expect(structure).toMatch(/:PBES2\s[^]*:PBKDF2\s[^]*:hmacWithSHA256\s[^]*:aes-256-cbc\s/);
    expect(Number.parseInt(/INTEGER +:(\w+)/.exec(structure)?.[1] ?? "", 16)).toBeGreaterThanOrEqual(600_000);
  });

  it("makes keys that set-up can go on with", async () => {
    const { privateKey } = await choose(undefined, { protection: "plain" });
    const options = ["pkcs8", "-topk8", "-v2", "aes-256-cbc", "-passout", `pass:${passphrase}`];
    const shut = byOpenssl(privateKey, ...options) ?? "";
    expect(await choose(shut, { protection: "plain", passphrase })).toMatchObject({
      happened: "unprotected",
    });
  });
});
