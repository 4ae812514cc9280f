import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";

describe("WebCrypto and jsrsasign", () => {
  it("sign alike, byte for byte, in 200 cases", async () => {
    const keys = await Promise.all(
      [1024, 1025, 1536, 2048].map(async (modulusLength) => {
        const pem = generateKeyPairSync("rsa", { modulusLength }).privateKey.export({
          type: "pkcs8",
          format: "pem",
        });
        const [subtle, plain] = [
          await readPrivateKey(String(pem)),
          await readPrivateKey(String(pem), "", {}),
        ];
        expect([subtle.cryptoKey?.extractable, plain.cryptoKey]).toEqual([false, undefined]);
        return { subtle, plain };
      }),
    );
    const texts = fc.sample(fc.string({ unit: "binary", size: "large" }), { numRuns: 200, seed: 2048 });
    let alike = 0;
    for (const [index, text] of texts.entries()) {
      const pair = keys[index % keys.length];
      if (pair && (await pair.subtle.sign(text)) === (await pair.plain.sign(text))) alike++;
    }
    expect(alike).toBe(200);
  }, 300_000);
});
