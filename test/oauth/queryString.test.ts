import fc from "fast-check";
import { percentEncode as independent, parseForm } from "../../sim/jira/oauth/signature.ts";
import { formEncode, percentEncode } from "../../src/oauth/queryString.ts";

const codeUnits = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));

describe("query strings", () => {
  it.each([
    ["abcABC123-._~", "abcABC123-._~"],
    ["%+&=*!'() ", "%25%2B%26%3D%2A%21%27%28%29%20"],
    ["\n\u007f\u0080\u3001😀", "%0A%7F%C2%80%E3%80%81%F0%9F%98%80"],
    ["a\ud83db", "a%EF%BF%BDb"],
  ])("encodes %j as %s", (text, expected) => {
    expect(percentEncode(text)).toBe(expected);
  });

  it("encodes any text, lone surrogates too, as the independent encoder does", () => {
    fc.assert(
      fc.property(fc.string({ unit: codeUnits }), (text) => {
        expect(percentEncode(text)).toBe(independent(text));
      }),
    );
  });

  it("keeps order, doubles and empty values", () => {
    const pairs = [
      ["b", ""],
      ["a", "=&"],
      ["a", "1 +"],
      ["a", "1 +"],
    ] as const;
    expect(formEncode(pairs)).toBe("b=&a=%3D%26&a=1%20%2B&a=1%20%2B");
    expect(parseForm(formEncode(pairs))).toEqual(pairs);
    expect(formEncode([])).toBe("");
  });
});
