import fc from "fast-check";
import { cleanSubject, isForward, isReply } from "../../../src/core/mail/subject.ts";

it.each([
  ["RE: x", "reply"],
  ["[list] AW: x", "reply"],
  ["Antw: x", "reply"],
  ["答复：x", "reply"],
  ["Fwd: RE: x", "forward"],
  ["[EXTERN] [list] WG: x", "forward"],
  ["Release: x", "neither"],
  ["x RE: y", "neither"],
])("%j is a %s", (subject, kind) => {
  expect(isReply(subject) ? "reply" : isForward(subject) ? "forward" : "neither").toBe(kind);
});

describe("a subject as a summary", () => {
  it.each([
    ["RE: Printer on fire", "Printer on fire"],
    ["Re: RE: Fwd: FW: Printer", "Printer"],
    ["AW: WG: Drucker", "Drucker"],
    ["SV: VS: VB: Skrivare", "Skrivare"],
    ["TR: RV: ENC: ODP: PD: R: I: x", "x"],
    ["Antw: Doorst: Printer", "Printer"],
    ["回复：转发：答复: 打印机", "打印机"],
    ["RE[2]: Re(3): AW^4: RE : Printer", "Printer"],
    ["Ré: not a prefix", "Ré: not a prefix"],
    ["Release: 12", "Release: 12"],
    ["Retry", "Retry"],
    ["[EXTERNAL] RE: [EXTERNAL] Printer", "[EXTERNAL] Printer"],
    ["RE: [list] FW: [EXTERNAL] x [y]", "[list] [EXTERNAL] x [y]"],
    ["  two\r\n lines\tof\u2028text ", "two lines of text"],
    ["RE:", ""],
    ["", ""],
  ])("%j becomes %j", (subject, clean) => {
    expect(cleanSubject(subject)).toBe(clean);
  });

  it("is cut between two characters as a reader sees them", () => {
    expect(cleanSubject("x".repeat(255))).toBe("x".repeat(255));
    expect(cleanSubject("x".repeat(256))).toBe(`${"x".repeat(254)}…`);
    expect(cleanSubject("👨‍👩‍👧".repeat(100))).toBe(`${"👨‍👩‍👧".repeat(31)}…`);
    expect(cleanSubject(`a${"\u0301".repeat(5_000)}`)).toHaveLength(255);
  });

  it("is one line of at most 255 characters without halves, and stays as it is when cleaned again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (subject) => {
        const clean = cleanSubject(`RE: ${subject}`);
        expect(clean.length).toBeLessThanOrEqual(255);
        expect(clean).not.toMatch(/[\n\r\p{Surrogate}]/u);
        expect(cleanSubject(clean)).toBe(clean);
      }),
    );
  });
});
