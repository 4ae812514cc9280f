import { compareFiles } from "../../scripts/demo/compareFiles.ts";

const photo = { name: "photo.jpg", sha256: "aa" };
const mail = { name: "the mail itself", sha256: "bb" };
const quiet = () => undefined;

describe("comparing the mails' files with Jira's", () => {
  it("is content where Jira has each of them, under whatever name", () => {
    expect(compareFiles([[photo], [mail]], [{ ...mail, name: "Printer.eml" }, photo], quiet)).toBe(true);
  });

  it("is not, where bytes differ", () => {
    expect(compareFiles([[photo]], [{ ...photo, sha256: "cc" }], quiet)).toBe(false);
  });

  it("is not, where two mails carry the same file and Jira has it once", () => {
    expect(compareFiles([[photo], [photo]], [photo], quiet)).toBe(false);
  });

  it("is not, where Jira has a file too many", () => {
    expect(compareFiles([[photo]], [photo, photo], quiet)).toBe(false);
  });
});
