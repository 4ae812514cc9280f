import { createHash } from "node:crypto";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { Stopped } from "../../../src/core/errors.ts";
import type { FileContent } from "../../../src/core/mail/mail.ts";
import { zipped } from "../../../src/core/mail/zipped.ts";

const never = new AbortController().signal;
const fileOf = (name: string, bytes: Uint8Array): FileContent => ({
  name,
  contentType: "text/plain",
  bytes: Uint8Array.from(bytes),
});
const sha256 = (bytes: Uint8Array | undefined) =>
  createHash("sha256")
    .update(bytes ?? "missing")
    .digest("hex");

describe("a zipped file", () => {
  it("unzips to the file's own bytes, whatever they are", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.nat(100_000), async (piece, length) => {
        const bytes = new Uint8Array(length).map((_, at) => piece[at % Math.max(1, piece.length)] ?? 0);
        const zip = await zipped(fileOf("log.txt", bytes), never);
        const files = unzipSync(zip.bytes);
        expect(Object.keys(files)).toEqual(["log.txt"]);
        expect(sha256(files["log.txt"])).toBe(sha256(bytes));
      }),
      { numRuns: 15 },
    ));

  it("is the same at every try, so that Jira can be asked for it by its size", async () => {
    const file = fileOf("log.txt", new TextEncoder().encode("line\n".repeat(100_000)));
    const first = await zipped(file, never);
    jest.useFakeTimers({
      now: new Date("2031-01-01"),
      doNotFake: ["queueMicrotask", "nextTick", "setImmediate"],
    });
    try {
      expect(sha256((await zipped(file, never)).bytes)).toBe(sha256(first.bytes));
    } finally {
      jest.useRealTimers();
    }
    expect(first.bytes.length).toBeLessThan(5_000);
  });

  it("has the headers that APPNOTE.TXT asks for: deflated, a name in UTF-8, 1 January 1980", async () => {
    const { bytes } = await zipped(
      fileOf("Übersicht 日本.txt", new TextEncoder().encode("a".repeat(1_000))),
      never,
    );
    const view = new DataView(bytes.buffer);
    const name = new TextEncoder().encode("Übersicht 日本.txt");
    const end = bytes.length - 22; // no comment
    const central = view.getUint32(end + 16, true);
    expect(view.getUint32(0, true)).toBe(0x04034b50);
    expect(view.getUint32(end, true)).toBe(0x06054b50);
    expect(view.getUint32(central, true)).toBe(0x02014b50);
    expect(view.getUint16(central + 8, true) & 0x800).toBe(0x800); // bit 11: UTF-8
    expect(view.getUint16(central + 10, true)).toBe(8); // deflated
    expect(view.getUint32(central + 12, true)).toBe(0x00210000); // 00:00, 1980-01-01
    expect(view.getUint32(central + 24, true)).toBe(1_000);
    expect(view.getUint16(central + 28, true)).toBe(name.length);
    expect(bytes.slice(central + 46, central + 46 + name.length)).toEqual(name);
    expect(bytes.slice(30, 30 + name.length)).toEqual(name);
  });

  it("has no path in it", async () => {
    const { bytes } = await zipped(fileOf("../../etc/passwd", new Uint8Array(3)), never);
    expect(Object.keys(unzipSync(bytes))).toEqual(["_.._etc_passwd"]);
  });

  it("is given up between two slices once nobody wants it", async () => {
    const stopping = new AbortController();
    const zipping = zipped(fileOf("log.txt", new Uint8Array(10_000_000)), stopping.signal);
    stopping.abort(new Stopped());
    await expect(zipping).rejects.toBeInstanceOf(Stopped);
  });
});
