import { firstDraft, isChosen, type Draft } from "../../../src/core/draft/draft.ts";
import { leftOutBefore, nextToPrint, pictureHabit, twinsOf } from "../../../src/core/draft/lookAlikes.ts";
import { withPrint } from "../../../src/core/draft/prints.ts";
import type { Work } from "../../../src/core/flow.ts";
import type { ZipState } from "../../../src/core/zips.ts";
import type { Mail, MailFile } from "../../../src/core/mail/mail.ts";
import { orderedFiles, withoutUnsent } from "../../../src/core/submission/orderedFiles.ts";
import { fakeRecents, mailFile, mailOf, textOf } from "../fakes.ts";

const MB = 1_048_576;
const picture = (id: string, more: Partial<MailFile> = {}) =>
  mailFile(id, { name: `${id}.png`, contentType: "image/png", size: 100, ...more });
const workOf = (files: readonly MailFile[], more: Partial<Draft> = {}): Work => {
  const mail = mailOf("a", { files });
  const draft = { ...firstDraft(mail, fakeRecents()), original: false, ...more };
  const stage = { step: "editing", refusal: undefined } as const;
  return { mail, draft, text: textOf("x"), unread: undefined, prints: {}, stage };
};
/** All that is looked into, in its order; each file's hash is its name's first letter. */
function printed(work: Work, leftOut: Parameters<typeof nextToPrint>[1] = []): Work & { order: string[] } {
  const order: string[] = [];
  let now = work;
  for (let file = nextToPrint(now, leftOut); file; file = nextToPrint(now, leftOut)) {
    order.push(file.id);
    now = { ...now, prints: withPrint(now, file.id, file.id.charAt(0)) };
  }
  return { ...now, order };
}
const looked = (files: readonly MailFile[], more?: Partial<Draft>) => printed(workOf(files, more)).order;

describe("what is looked into", () => {
  it("is nothing in most mails", () => {
    expect(looked([picture("1"), picture("2", { size: 101 }), mailFile("3", { size: 99 })])).toEqual([]);
  });

  it("is what has the size of another file, but no link, no attached mail, and nothing large", () => {
    const of = (size: number, more: Partial<MailFile> = {}) =>
      ["x", "y"].map((id) => mailFile(`${id}${size}${more.kind ?? ""}`, { size, ...more }));
    expect(
      looked([...of(1), ...of(5 * MB), ...of(0), ...of(7, { kind: "cloud" }), ...of(8, { kind: "item" })]),
    ).toEqual(["x1", "y1"]);
  });

  it("is bounded in all", () => {
    const files = Array.from({ length: 9 }, (_, at) => mailFile(`${at}`, { size: 3 * MB }));
    expect(looked(files)).toEqual(["0", "1", "2", "3"]);
  });

  it("is a small picture that the user unticks, or of the size of one left out before", () => {
    const files = [picture("1"), picture("2", { size: 300_000 }), mailFile("3"), picture("4", { size: 77 })];
    const files3 = { "1": false, "2": false, "3": false };
    expect(looked(files, { files: files3 })).toEqual(["1"]);
    expect(printed(workOf(files), [{ hash: "4", size: 77 }]).order).toEqual(["4"]);
  });

  it("waits for the mail's text, and for what is being sent", () => {
    const work = workOf([picture("1"), picture("2")]);
    expect(nextToPrint(work, [])?.id).toBe("1");
    expect(nextToPrint({ ...work, text: undefined }, [])).toBeUndefined();
    expect(nextToPrint({ ...work, stage: { step: "checking" } }, [])).toBeUndefined();
    expect(
      nextToPrint(workOf([picture("1"), picture("2")].map((file) => ({ ...file, kind: "cloud" }))), []),
    ).toBe(undefined);
  });

  it("is not tried twice where Outlook fails", () => {
    const work = workOf([picture("1"), picture("2")]);
    expect(nextToPrint({ ...work, prints: withPrint(work, "1", undefined) }, [])?.id).toBe("2");
  });
});

const factsOf = ({ mail, prints }: Work, more: Partial<Parameters<typeof twinsOf>[2]> = {}) => {
  const facts = {
    shown: [],
    present: [],
    limit: undefined,
    leftOut: [],
    zips: new Map<string, ZipState>(),
    ...more,
  };
  return { ...facts, twins: twinsOf(mail, prints, facts) };
};
const chosen = (mail: Mail, draft: Draft, facts: ReturnType<typeof factsOf>) =>
  mail.files.filter((file) => isChosen(mail, file, { ...facts, draft })).map(({ id }) => id);

describe("the same file twice", () => {
  const files = [picture("a1"), picture("b1"), picture("a2"), picture("a3", { inline: true })];

  it("goes along once, the first that would go along by itself", () => {
    const work = printed(workOf(files));
    const facts = factsOf(work);
    expect([...facts.twins]).toEqual([
      ["a2", "a1"],
      ["a3", "a1"],
    ]);
    expect(chosen(work.mail, work.draft, facts)).toEqual(["a1", "b1"]);
    const unmeant = printed(workOf([picture("a1", { inline: true }), picture("a2")]));
    expect(chosen(unmeant.mail, unmeant.draft, factsOf(unmeant))).toEqual(["a2"]);
  });

  it("does not go along where the issue has it under the other name", () => {
    const work = printed(workOf(files));
    expect(chosen(work.mail, work.draft, factsOf(work, { present: ["a2"] }))).toEqual(["b1"]);
  });

  it("is as the user ticks it, and no tick changes another", () => {
    const work = printed(workOf(files));
    const facts = factsOf(work);
    expect(chosen(work.mail, { ...work.draft, files: { a2: true } }, facts)).toEqual(["a1", "b1", "a2"]);
    expect(chosen(work.mail, { ...work.draft, files: { a1: false } }, facts)).toEqual(["b1"]);
  });

  it("stays as it was where the user had ticked or renamed one of them before that was known", () => {
    for (const before of [{ files: { a1: false } }, { names: { a2: "mine.png" } }]) {
      const work = printed(workOf(files, before));
      expect(factsOf(work).twins.size).toBe(0);
    }
  });

  it("is no twin where it could not be read", () => {
    const work = workOf(files);
    const prints = withPrint({ ...work, prints: withPrint(work, "a1", undefined) }, "a2", undefined);
    expect(factsOf({ ...work, prints }).twins.size).toBe(0);
  });

  it("is shown in the text as the one that is sent", () => {
    const work = printed(workOf(files));
    const facts = factsOf(work);
    const text = "!a1.png! !a2.png|width=3! !a3.png! !b1.png! \\!a2.png!";
    const shown = (draft: Draft, more = facts) =>
      withoutUnsent(text, work.mail, {
        names: draft.names,
        sent: orderedFiles(work.mail, draft, more).map(({ id }) => id),
        facts: more,
      });
    expect(shown(work.draft)).toBe("!a1.png! !a1.png|width=3! !a1.png! !b1.png! \\!a2.png!");
    expect(shown({ ...work.draft, files: { a1: false, a2: true } })).toBe(
      "!a2.png! !a2.png|width=3! !a2.png! !b1.png! \\!a2.png!",
    );
    expect(shown({ ...work.draft, files: { a1: false } })).toBe("   !b1.png! \\!a2.png!");
    expect(shown(work.draft, factsOf(work, { present: ["a2"] }))).toBe(
      "!a2.png! !a2.png|width=3! !a2.png! !b1.png! \\!a2.png!",
    );
  });
});

describe("a picture left out before", () => {
  const files = [picture("a1"), picture("b1", { size: 77 }), mailFile("a2", { size: 100 })];
  const known = [{ hash: "a", size: 100 }];

  it("is told by its bytes, starts unticked, and comes back with a tick", () => {
    const work = printed(workOf(files), known);
    const leftOut = leftOutBefore(work.mail, work.prints, known);
    expect(leftOut).toEqual(["a1"]);
    const facts = factsOf(work, { leftOut });
    expect(chosen(work.mail, work.draft, facts)).toEqual(["b1", "a2"]);
    expect(chosen(work.mail, { ...work.draft, files: { a1: true } }, facts)).toContain("a1");
    expect(leftOutBefore(work.mail, work.prints, [{ hash: "b", size: 100 }])).toEqual([]);
  });

  it("stays as the user left it where they had decided on it before that was known", () => {
    const work = printed(workOf(files, { names: { a1: "mine.png" } }), known);
    expect(leftOutBefore(work.mail, work.prints, known)).toEqual([]);
  });
});

describe("what is remembered of pictures", () => {
  const habit = (files: readonly MailFile[], ticks: Readonly<Record<string, boolean>>, more = {}) => {
    const work = { ...printed(workOf(files)), draft: workOf(files, { files: ticks }).draft };
    const after = printed(work);
    const facts = factsOf(after, more);
    return pictureHabit(after, after.draft, facts, chosen(after.mail, after.draft, facts));
  };

  it("is what was ticked and the user unticked, and no other", () => {
    const files = [picture("a"), picture("b", { inline: true }), mailFile("c"), picture("d", { size: 9 })];
    expect(habit(files, { a: false, b: false, c: false })).toEqual({
      left: [{ hash: "a", size: 100 }],
      taken: [],
    });
    expect(habit(files, {})).toEqual({ left: [], taken: [] });
    expect(habit(files, { d: false }, { leftOut: ["d"] }).left).toEqual([]);
  });

  it("is nothing where the same picture went along under another name", () => {
    const files = [picture("a1"), picture("a2")];
    expect(habit(files, { a1: false, a2: true })).toEqual({ left: [], taken: ["a"] });
    expect(habit(files, { a1: false }).left).toEqual([{ hash: "a", size: 100 }]);
    expect(habit(files, { a2: false }).left).toEqual([]);
  });
});
