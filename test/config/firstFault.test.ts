import fc from "fast-check";
import { firstFault } from "../../src/config/firstFault.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("the first fault in a JSON text", () => {
  it("is at the end of what is JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(firstFault(text)).toBe(text.length);
      }),
    );
  });

  it("is before the end of what is no longer JSON, and nothing before it is to blame", () => {
    const broken = fc
      .tuple(fc.jsonValue(), fc.nat(), fc.constantFrom(",", "}", "]", ":", '"', "\n", "x", "1"))
      .map(([value, at, sign]) => {
        const text = JSON.stringify({ value });
        const cut = at % text.length;
        return { text: text.slice(0, cut) + sign + text.slice(cut), cut };
      })
      .filter(({ text }) => !isJson(text));
    fc.assert(
      fc.property(broken, ({ text, cut }) => {
        expect(firstFault(text)).toBeLessThan(text.length + 1);
        expect(firstFault(text)).toBeGreaterThanOrEqual(Math.min(cut, wordBefore(text, cut)));
      }),
    );
  });
});

/** A number, word or escape is refused from its start, although the sign was put into it. */
function wordBefore(text: string, cut: number): number {
  return cut - (/(?:[\w.+-]*|\\u?[\da-fA-F]*)$/.exec(text.slice(0, cut))?.[0].length ?? 0);
}
