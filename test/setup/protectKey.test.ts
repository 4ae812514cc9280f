import fc from "fast-check";
import { readEncryptedPkcs8 } from "../../src/oauth/keys/pkcs.ts";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";
import { integer } from "../../src/setup/der.ts";
import { makeKey } from "../../src/setup/keyPair.ts";
import { pem } from "../../src/setup/pem.ts";
import { protectKey } from "../../src/setup/protectKey.ts";
import { integer as readInteger, readDer } from "../../src/oauth/keys/der.ts";
import { keyCrypto } from "./acme.ts";

describe("a protected key", () => {
  it("is opened by its passphrase, whatever that is made of, for any number of rounds", async () => {
    const key = await makeKey(crypto.subtle);
    const passphrases = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }),
    );
    await fc.assert(
      fc.asyncProperty(passphrases, fc.integer({ min: 1, max: 70_000 }), async (passphrase, rounds) => {
        const file = await protectKey(keyCrypto, key, passphrase, rounds);
        expect(readEncryptedPkcs8(file).rounds).toBe(rounds);
        const opened = await readPrivateKey(pem("ENCRYPTED PRIVATE KEY", file), passphrase);
        expect(opened.cryptoKey?.extractable).toBe(false);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it("is another file every time, though key and passphrase are the same", async () => {
    const key = await makeKey(crypto.subtle);
    const files = await Promise.all([1, 2].map(() => protectKey(keyCrypto, key, "x", 1)));
    const [one, two] = files.map(readEncryptedPkcs8);
    expect(one?.salt).not.toEqual(two?.salt);
    expect(one?.iv).not.toEqual(two?.iv);
  });
});

it("writes whole numbers so that they are read as they were, and never as negative", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (value) => {
      const bytes = integer(value);
      expect(readInteger(readDer(bytes))).toBe(value);
      expect(bytes[2]).toBeLessThan(0x80);
    }),
    { examples: [[0], [127], [128], [255], [256], [32768], [2 ** 31 - 1]] },
  );
});
