import { firstDraft, type Draft } from "../../../src/core/draft/draft.ts";
import { ORIGINAL } from "../../../src/core/submission/order.ts";
import type { Mail } from "../../../src/core/mail/mail.ts";
import { orderedFiles, withoutUnsent } from "../../../src/core/submission/orderedFiles.ts";
import type { ZipState } from "../../../src/core/zips.ts";
import { fakeRecents, mailFile, mailOf } from "../fakes.ts";

const noFacts = {
  shown: [],
  present: [],
  limit: undefined,
  leftOut: [],
  twins: new Map<string, string>(),
  zips: new Map<string, ZipState>(),
};

it("orders the mail itself first, then what is ticked, in the mail's order and under names of their own", () => {
  const mail = mailOf("a", {
    subject: "RE: Same/name",
    files: [
      mailFile("1", { name: "a.txt" }),
      mailFile("2", { name: "b.txt" }),
      mailFile("3", { name: "a.txt" }),
    ],
  });
  const draft = { ...firstDraft(mail, fakeRecents()), files: { "2": false } };
  expect(orderedFiles(mail, draft, noFacts)).toEqual([
    { id: ORIGINAL, name: "Same_name.eml" },
    { id: "1", name: "a.txt" },
    { id: "3", name: "a (2).txt" },
  ]);
});

it("gives attached mails the ending that Outlook leaves away", () => {
  const mail = mailOf("a", {
    files: [
      mailFile("1", { name: "Re: Inspection", kind: "item" }),
      mailFile("2", { name: "Lunch.ics", kind: "item" }),
    ],
  });
  const names = orderedFiles(mail, firstDraft(mail, fakeRecents()), noFacts);
  expect(names.map(({ name }) => name)).toEqual(["Subject of a.eml", "Re_ Inspection.eml", "Lunch.ics"]);
});

it("orders a zip under a name and an id of its own", () => {
  const mail = mailOf("a", {
    files: [mailFile("1", { name: "log.txt" }), mailFile("2", { name: "log.txt.zip" })],
  });
  const draft = { ...firstDraft(mail, fakeRecents()), zipped: { "1": true } };
  expect(orderedFiles(mail, draft, noFacts).slice(1)).toEqual([
    { id: "zip of 1", name: "log.txt (2).zip", zipOf: "1" },
    { id: "2", name: "log.txt.zip" },
  ]);
});

it("leaves out a zip that is still too large, and never zips what the text shows", () => {
  const mail = mailOf("a", { files: [mailFile("1", { size: 500, inline: true })] });
  const draft = { ...firstDraft(mail, fakeRecents()), original: false, zipped: { "1": true } };
  const idsWith = (size: number, shown: readonly string[] = []) =>
    orderedFiles(mail, draft, {
      ...noFacts,
      shown,
      limit: 100,
      zips: new Map([["1", { step: "ready", size }]]),
    }).map(({ id }) => id);
  expect(idsWith(100)).toEqual(["zip of 1"]);
  expect(idsWith(101)).toEqual([]);
  expect(idsWith(100, ["1"])).toEqual([]);
});

it("orders the mail itself without what is too large where the user wants it so", () => {
  const mail = mailOf("a");
  const draft = { ...firstDraft(mail, fakeRecents()), light: true };
  expect(orderedFiles(mail, draft, { ...noFacts, limit: 100 })).toEqual([
    { id: ORIGINAL, name: "Subject of a.eml", light: { limit: 100 } },
  ]);
});

it("orders nothing where nothing is ticked", () => {
  const mail = mailOf("a", { files: [mailFile("1")] });
  const draft = { ...firstDraft(mail, fakeRecents()), files: { "1": false }, original: false };
  expect(orderedFiles(mail, draft, noFacts)).toEqual([]);
});

const idsOf = (mail: Mail, draft: Draft, shown: readonly string[] = [], limit?: number) =>
  orderedFiles(mail, draft, { ...noFacts, shown, limit }).map(({ id }) => id);

it("takes pictures of files that are not sent out of the text, and nothing else", () => {
  const mail = mailOf("a", { files: [mailFile("1", { name: "a.png" }), mailFile("2", { name: "b.png" })] });
  const text = "x !a.png|width=30! y !b.png! z !a.png! \\!a.png! !a.png.zip! Hello!";
  expect(withoutUnsent(text, mail, { names: {}, sent: ["2"], facts: noFacts })).toBe(
    "x  y !b.png! z  \\!a.png! !a.png.zip! Hello!",
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
    const draft = firstDraft(mail, fakeRecents());
    expect(draft).toMatchObject({ original: true, touched: false });
    expect(idsOf(mail, draft)).toEqual([ORIGINAL, "1", "4"]);
    expect(idsOf(mail, draft, ["2"])).toEqual([ORIGINAL, "1", "2", "4"]);
  });

  it("ticks nothing that Jira would refuse for its size, unless the user wants it", () => {
    const mail = mailOf("a", { files: [mailFile("1", { size: 100 }), mailFile("2", { size: 101 })] });
    const draft = firstDraft(mail, fakeRecents());
    expect(idsOf(mail, draft, [], 100)).toEqual([ORIGINAL, "1"]);
    expect(idsOf(mail, { ...draft, files: { "2": true } }, [], 100)).toEqual([ORIGINAL, "1", "2"]);
  });

  it("ticks no file that this Outlook cannot give; the mail itself can be rebuilt", () => {
    const mail = mailOf("a", { files: [mailFile("1")], offers: { files: false, original: false } });
    expect(idsOf(mail, firstDraft(mail, fakeRecents()))).toEqual([ORIGINAL]);
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
