import fc from "fast-check";
import { originalFileName, safeFileName } from "../../../src/core/mail/fileName.ts";

describe("a file name for Jira", () => {
  it.each([
    ["report.pdf", "report.pdf"],
    ["A\u0308rger mit 漢字 😀.docx", "Ärger mit 漢字 😀.docx"],
    ["../..\\etc/passwd", "_.._etc_passwd"],
    ['a:b*c?"d<e>f|g%h$i#j!k^l.txt', "a_b_c_d_e_f_g_h_i_j_k_l.txt"],
    ["photo [1] {2}.jpg", "photo (1) (2).jpg"],
    ["=?UTF-8?B?w6Q=?=.txt", "=_UTF-8_B_w6Q=_=.txt"],
    ["invoice\u202Efdp.exe", "invoicefdp.exe"],
    ["a\u0000b\nc\t.txt", "abc.txt"],
    ["  .hidden.  ", "hidden"],
    ["..", "file"],
    ["", "file"],
    ["???", "_"],
  ])("%j becomes %j", (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it("differs from those that are taken", () => {
    expect(safeFileName("a.png", new Set(["a.png"]))).toBe("a (2).png");
    expect(safeFileName("a.png", new Set(["a.png", "a (2).png"]))).toBe("a (3).png");
    expect(safeFileName("a", new Set(["b"]))).toBe("a");
  });

  it("keeps its extension when it is too long", () => {
    expect(safeFileName(`${"x".repeat(300)}.pdf`)).toBe(`${"x".repeat(248)}….pdf`);
    expect(safeFileName(`${"漢".repeat(300)}.pdf`)).toBe(`${"漢".repeat(82)}….pdf`);
  });

  it("holds for any name: safe, at most 255 bytes, free, and safe already when made safe again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.boolean(), (name, again) => {
        const first = safeFileName(name);
        const safe = again ? safeFileName(name, new Set([first])) : first;
        expect(safe).not.toMatch(/[\\/:*?"<>|%$#!^\p{Cc}\p{Surrogate}]|^[.\s]|[.\s]$/u);
        expect(safe.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
        expect(safe === first).toBe(!again);
        expect(safeFileName(safe)).toBe(safe);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of the mail itself is its subject", () => {
    expect(originalFileName("RE: Printer: on fire?")).toBe("Printer_ on fire_.eml");
    expect(originalFileName("Done.")).toBe("Done.eml");
    expect(originalFileName("RE:")).toBe("mail.eml");
    expect(originalFileName("")).toBe("mail.eml");
  });
});
