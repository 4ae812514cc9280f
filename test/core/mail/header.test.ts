import fc from "fast-check";
import { mailHeader } from "../../../src/core/mail/header.ts";

const anna = { name: "Anna Berg", address: "anna@example.com" };
const sentAt = new Date("2026-11-12T08:14:00Z");

describe("the line that says who wrote and when", () => {
  it("names sender and time in the given time zone", () => {
    expect(mailHeader({ from: anna, sentAt }, "Europe/Berlin")).toBe(
      "*From:* Anna Berg <anna@example.com>  *Sent:* 2026-11-12 09:14 UTC+1",
    );
    expect(mailHeader({ from: undefined, sentAt }, "Asia/Kolkata")).toBe("*Sent:* 2026-11-12 13:44 UTC+5:30");
    expect(mailHeader({ from: undefined, sentAt }, "UTC")).toBe("*Sent:* 2026-11-12 08:14 UTC");
  });

  it("leaves out what is not known", () => {
    expect(mailHeader({ from: undefined, sentAt: undefined })).toBe("");
    expect(mailHeader({ from: anna, sentAt: new Date(NaN) })).toBe("*From:* Anna Berg <anna@example.com>");
    expect(mailHeader({ from: { name: "", address: "a@b.c" }, sentAt: undefined })).toBe("*From:* a@b.c");
    expect(mailHeader({ from: { name: "a@b.c", address: "a@b.c" }, sentAt: undefined })).toBe(
      "*From:* a@b.c",
    );
    expect(mailHeader({ from: { name: "Anna", address: "" }, sentAt: undefined })).toBe("*From:* Anna");
  });

  it("takes the browser's zone where the given one is a name of Windows'", () => {
    expect(mailHeader({ from: undefined, sentAt }, "W. Europe Standard Time")).toBe(
      mailHeader({ from: undefined, sentAt }),
    );
  });

  it("does not let a name be markup", () => {
    const name = "[~admin] *x*\n----\n{code}\u202e";
    expect(mailHeader({ from: { name, address: "a@b.c" }, sentAt: undefined })).toBe(
      "*From:* \\[~admin] \\*x\\* \\-\\-\\-\\- \\{code\\} <a@b.c>",
    );
  });

  it("is one line with two bold labels, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (name, address) => {
        const line = mailHeader({ from: { name, address: `a${address}` }, sentAt }, "UTC");
        expect(line).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
        expect(line.replace(/\\[^\w\s]/g, "")).not.toMatch(/[[{]/);
        expect(line.startsWith("*From:* ")).toBe(true);
        expect(line.endsWith("  *Sent:* 2026-11-12 08:14 UTC")).toBe(true);
      }),
    );
  });
});
