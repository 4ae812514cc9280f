import { makePassphrase } from "../../src/setup/passphrase.ts";
import { keyCrypto } from "./acme.ts";

describe("a passphrase that is made", () => {
  const made = Array.from({ length: 500 }, () => makePassphrase(keyCrypto.randomBytes));

  it("has 25 characters that nobody mistakes for one another", () => {
    for (const one of made) expect(one).toMatch(/^([2-9A-HJKMNP-Z]{5}-){4}[2-9A-HJKMNP-Z]{5}$/);
  });

  it("is never the same, and no character is rare", () => {
    expect(new Set(made).size).toBe(made.length);
    const counts = new Map<string, number>();
    for (const character of made.join("").replaceAll("-", ""))
      counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(31);
    // 403 on the average; a deviation of 20 is usual, and this is seven of them.
    for (const count of counts.values()) expect(Math.abs(count - 403)).toBeLessThan(140);
  });

  it("passes over the bytes that would favour some characters", () => {
    const bytes = (count: number) => Uint8Array.from({ length: count }, (_, at) => (at % 2 ? 255 : 247));
    expect(makePassphrase(bytes)).toBe("ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ");
  });
});
