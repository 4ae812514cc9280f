import { randomBytes } from "node:crypto";
import { bytesOfBase64 } from "../../src/outlook/base64.ts";

describe("base64", () => {
  it.each([0, 1, 2, 3, 786_431, 786_432, 786_433, 2_000_000])(
    "of %i bytes becomes those bytes, piece by piece where the browser has no decoder",
    async (length) => {
      const bytes = randomBytes(length);
      const decoded = await bytesOfBase64(bytes.toString("base64"));
      expect(bytes.equals(decoded)).toBe(true);
    },
  );

  it("may have line breaks", async () => {
    await expect(bytesOfBase64("YW\r\nJj\r\n")).resolves.toEqual(new Uint8Array([97, 98, 99]));
  });

  it("that is none is refused", async () => {
    await expect(bytesOfBase64("a*b=")).rejects.toThrow();
  });

  it("is left to the browser where it can", async () => {
    const native = jest.fn(() => new Uint8Array([1]));
    Object.assign(Uint8Array, { fromBase64: native });
    await expect(bytesOfBase64("AQ==")).resolves.toEqual(new Uint8Array([1]));
    expect(native).toHaveBeenCalledWith("AQ==");
    Reflect.deleteProperty(Uint8Array, "fromBase64");
  });
});
