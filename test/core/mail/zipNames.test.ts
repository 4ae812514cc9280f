import { mayShrink } from "../../../src/core/mail/mayShrink.ts";
import { zipNames } from "../../../src/core/mail/zipNames.ts";
import { mailFile } from "../fakes.ts";

describe("the name of a zip", () => {
  it("is the file's, and different from all others", () => {
    const names = new Map([
      ["1", "log.txt"],
      ["2", "log.txt.zip"],
      ["3", "mail.eml"],
    ]);
    expect([...zipNames(names, "mail.eml.zip").values()]).toEqual([
      "log.txt (2).zip",
      "log.txt.zip.zip",
      "mail.eml (2).zip",
    ]);
  });

  it("stays different where long names are cut", () => {
    const long = "ü".repeat(124);
    const names = new Map(["a", "b"].map((end) => [end, `${long}${end}.txt`]));
    const zips = [...zipNames(names, "mail.eml").values()];
    expect(new Set(zips).size).toBe(2);
    for (const zip of zips) expect(new TextEncoder().encode(zip).length).toBeLessThanOrEqual(255);
  });
});

describe("zipping is offered", () => {
  it.each([
    ["server.log", "text/plain", true],
    ["dump.SQL", "", true],
    ["scan.bmp", "image/bmp", true],
    ["notes", "", true],
    ["plan.docx", "", false],
    ["Archive.ZIP", "application/octet-stream", false],
    ["photo.jpeg", "image/jpeg", false],
    ["film", "video/mp4", false],
    ["report", "application/pdf", false],
  ])("for %s (%s): %s", (name, contentType, offered) => {
    expect(mayShrink(mailFile("1", { name, contentType }))).toBe(offered);
  });

  it("for attached mails, and not for links", () => {
    expect(mayShrink(mailFile("1", { name: "Inspection", kind: "item" }))).toBe(true);
    expect(mayShrink(mailFile("1", { kind: "cloud" }))).toBe(false);
  });
});
