import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { bytesOfBase64 } from "../../src/outlook/base64.ts";

// Megabytes, many times over, on a machine that may be busy.
jest.setTimeout(60_000);

/** Characters that are decoded in one go. */
const piece = 1_048_576;

const browsers = {
  "without a decoder of its own": undefined,
  "that decodes itself": (text: string) => {
    if (text.replace(/\s/g, "").length % 4 === 1 || /[^A-Za-z0-9+/=\s]/.test(text)) throw new SyntaxError();
    return new Uint8Array(Buffer.from(text, "base64"));
  },
} as const;

afterEach(() => {
  Reflect.deleteProperty(Uint8Array, "fromBase64");
  Reflect.deleteProperty(globalThis, "scheduler");
});

describe.each(Object.entries(browsers))("base64 in a browser %s", (_, fromBase64) => {
  beforeEach(() => {
    if (fromBase64) Object.assign(Uint8Array, { fromBase64 });
  });

  it("becomes the same bytes, wherever lines break and pieces end", async () => {
    const lines = fc.record({
      length: fc.oneof(fc.nat(300), fc.integer({ min: 780_000, max: 2_400_000 })),
      line: fc.integer({ min: 1, max: 2000 }),
      end: fc.constantFrom("", "\n", "\r\n", " \t\r\n"),
      padded: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(lines, async ({ length, line, end, padded }) => {
        const bytes = randomBytes(length);
        const dense = bytes.toString("base64").replace(/=+$/, (found) => (padded ? found : ""));
        const text = dense.replace(new RegExp(`.{${line}}`, "g"), `$&${end}`);
        expect(bytes.equals(await bytesOfBase64(text))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it.each([0, 1, 2, 3, 786_431, 786_432, 786_433])("of %i bytes becomes those bytes", async (length) => {
    const bytes = randomBytes(length);
    expect(bytes.equals(await bytesOfBase64(bytes.toString("base64")))).toBe(true);
  });

  it.each([
    ["with other characters", "a*b="],
    ["with a character too many", "AAAAA"],
    ["that goes on after its end", "AA==AAAA"],
    ["that goes on after its end in another piece", `${"A".repeat(piece - 2)}==AAAA`],
  ])("%s is refused", async (_case, text) => {
    await expect(bytesOfBase64(text)).rejects.toThrow();
  });

  it("lets other work in between any two pieces", async () => {
    const pause = jest.fn(() => Promise.resolve());
    Object.assign(globalThis, { scheduler: { yield: pause } });
    await bytesOfBase64("A".repeat(piece));
    expect(pause).not.toHaveBeenCalled();
    await bytesOfBase64("A".repeat(5 * piece + 4));
    expect(pause).toHaveBeenCalledTimes(5);
  });
});

it("lets a page's other messages through where the browser has no scheduler", async () => {
  const { port1, port2 } = new MessageChannel();
  const seen = jest.fn();
  port1.onmessage = seen;
  port2.postMessage("a click");
  await bytesOfBase64("A".repeat(3 * piece));
  expect(seen).toHaveBeenCalled();
  port1.close();
});
