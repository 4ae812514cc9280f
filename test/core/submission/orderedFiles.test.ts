import { firstDraft } from "../../../src/core/draft/draft.ts";
import { ORIGINAL } from "../../../src/core/submission/order.ts";
import { orderedFiles } from "../../../src/core/submission/orderedFiles.ts";
import { fakeRecents, mailFile, mailOf } from "../fakes.ts";

it("orders the mail itself first, then what is ticked, in the mail's order and under names of their own", () => {
  const mail = mailOf("a", {
    subject: "RE: Same/name",
    files: [
      mailFile("1", { name: "a.txt" }),
      mailFile("2", { name: "b.txt" }),
      mailFile("3", { name: "a.txt" }),
    ],
  });
  const draft = { ...firstDraft(mail, fakeRecents()), fileIds: ["3", "1"] };
  expect(orderedFiles(mail, draft)).toEqual([
    { id: ORIGINAL, name: "Same_name.eml" },
    { id: "1", name: "a.txt" },
    { id: "3", name: "a (2).txt" },
  ]);
});

it("orders nothing where nothing is ticked", () => {
  const mail = mailOf("a", { files: [mailFile("1")] });
  expect(orderedFiles(mail, { ...firstDraft(mail, fakeRecents()), fileIds: [], original: false })).toEqual(
    [],
  );
});

describe("the first draft", () => {
  it("ticks files, but no pictures of the text and no links", () => {
    const mail = mailOf("a", {
      files: [
        mailFile("1"),
        mailFile("2", { inline: true }),
        mailFile("3", { kind: "cloud" }),
        mailFile("4", { kind: "item" }),
      ],
    });
    expect(firstDraft(mail, fakeRecents())).toMatchObject({
      fileIds: ["1", "4"],
      original: true,
      touched: false,
    });
  });

  it("ticks nothing that this Outlook cannot give", () => {
    const mail = mailOf("a", { files: [mailFile("1")], offers: { files: false, original: false } });
    expect(firstDraft(mail, fakeRecents())).toMatchObject({ fileIds: [], original: false });
  });

  it("starts with what was chosen last, and the subject without its prefixes", () => {
    const recents = fakeRecents();
    recents.remember({ sender: "", projectKey: "SUP", issueTypeId: "9", values: {} });
    expect(firstDraft(mailOf("a", { subject: "AW: WG: Help" }), recents)).toMatchObject({
      projectKey: "SUP",
      issueTypeId: "9",
      summary: "Help",
    });
  });
});
