import { generateKeyPairSync } from "node:crypto";
import { KeyUnreadable } from "../../src/core/errors.ts";
import { keyProtection } from "../../src/oauth/keyProtection.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const cipher = "aes-256-cbc";
const passphrase = "correct horse";

describe("how a key is protected", () => {
  it("is told of a plain key of either form", () => {
    for (const type of ["pkcs8", "pkcs1"] as const) {
      const pem = privateKey.export({ type, format: "pem" }).toString();
      expect(keyProtection(pem)).toEqual({ protection: "plain", rounds: undefined });
    }
  });

  it("is told with the rounds of PBKDF2, without the passphrase", () => {
    const pem = privateKey.export({ type: "pkcs8", format: "pem", cipher, passphrase }).toString();
    expect(keyProtection(pem)).toEqual({ protection: "passphrase", rounds: 2048 });
  });

  it("is told without rounds where the old form has none", () => {
    const pem = privateKey.export({ type: "pkcs1", format: "pem", cipher, passphrase }).toString();
    expect(keyProtection(pem)).toEqual({ protection: "passphrase", rounds: undefined });
  });

  it("is not told of what is no key", () => {
    expect(() => keyProtection("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")).toThrow(
      KeyUnreadable,
    );
  });
});
