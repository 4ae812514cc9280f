import { readFileSync } from "node:fs";
import PostalMime from "postal-mime";
import { leftOut, mailSize, withoutWhat } from "../../../src/core/submission/mailSize.ts";
import { mailFile, mailOf } from "../fakes.ts";

const withFiles = (...sizes: readonly number[]) =>
  mailOf("a", { files: sizes.map((size, at) => mailFile(`${at}`, { size })) });

describe("the estimate of a mail's size", () => {
  it("is what its files have in base64, and its text", () => {
    expect(mailSize(withFiles(57_000, 570_000), 1_000)).toBe(1_000 + 78_000 + 780_000);
  });

  it.each(["01-printer-on-fire", "05-fw-wrong-toner"])("is near the truth for %s.eml", async (name) => {
    const source = readFileSync(`sim/mails/anna.berg@acme.example/${name}.eml`);
    const email = await PostalMime.parse(source);
    const sizes = email.attachments.map(({ content }) => new Uint8Array(content as ArrayBuffer).length);
    const body = (email.html ?? "").length + (email.text ?? "").length;
    expect(mailSize(withFiles(...sizes), body) / source.length).toBeCloseTo(1, 1);
  });

  it("counts no links, and nothing that a rebuilt mail will not have", () => {
    const files = [mailFile("1", { size: 5_700 }), mailFile("2", { size: 5_700, kind: "cloud" })];
    expect(mailSize(mailOf("a", { files }), 0)).toBe(7_800);
    const offers = { files: false, original: false };
    expect(mailSize(mailOf("a", { files, offers }), 100)).toBe(100);
  });
});

describe("without which files Jira takes a mail", () => {
  it.each([
    [[50, 200], 100, ["1"], "without its large files"],
    [[50, 60], 100, ["0", "1"], "without its files"],
    [[200], 100, ["0"], "without its files"],
    [[50, 60], undefined, ["0", "1"], "without its files"],
  ] as const)("of %j bytes, with a limit of %s: %j", (sizes, limit, out, words) => {
    const mail = withFiles(...sizes);
    expect([...leftOut(mail, limit)]).toEqual(out);
    expect(withoutWhat(mail, limit)).toBe(words);
  });
});
