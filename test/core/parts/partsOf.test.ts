import fc from "fast-check";
import type { SeenLine } from "../../../src/core/parts/part.ts";
import { partsOf } from "../../../src/core/parts/partsOf.ts";

function parts(text: string, more: { sender?: string; isReply?: boolean } = {}): string {
  const lines: SeenLine[] = [];
  let gap = false;
  for (const line of text.split("\n")) {
    if (line === "") gap = true;
    else lines.push({ text: line, hint: undefined, colour: undefined, gap });
    if (line !== "") gap = false;
  }
  return partsOf(lines, { sender: more.sender ?? "Ada Lovelace", isReply: more.isReply ?? false })
    .map((part) => part.charAt(0))
    .join("");
}

describe("the parts of a mail", () => {
  it.each([
    ["a header block and all below it", "Hello\nFrom: Ben\nSent: Monday\nTo: Ada\nSubject: x\nold", "oqqqqq"],
    ["a header block in German", "Hallo\nVon: Ben\nGesendet: Montag\nAn: Ada\nBetreff: x\nalt", "oqqqqq"],
    ["who wrote, and what is marked", "Yes.\nOn 5 May 2026, Ben wrote:\n> Do you?\nMore.", "oqqo"],
    ["answers between marked lines", "> One?\n1\n> Two?\n2\n> Three?\n3", "qoqoqo"],
    ["a divider", "Hi\n-----Original Message-----\nold", "oqq"],
    ["a signature from its closing on", "Do it.\nBest regards,\nAda Lovelace\nTel: +44 20 7946 0000", "osss"],
    ["a name at the end", "Do it.\nAda", "os"],
    ["a signature behind two dashes", "Do it.\n--\nAda, Engines", "oss"],
    ["the name of a device", "Do it.\nSent from my iPhone", "os"],
    [
      "a legal footer",
      "Do it.\nAda\nThis e-mail is confidential and intended only for the recipient.",
      "osd",
    ],
    ["a warning on top", "CAUTION: This email originated from outside the company.\nHello", "bo"],
  ])("has %s", (_, text, expected) => {
    expect(parts(text)).toBe(expected);
  });

  it.each([
    ["two lines of a shell", "It says\n> build\n> done\nWhy?", "oooo"],
    ["somebody's words told in a sentence", "He wrote: come at once.\nSo I went.", "oo"],
    ["a closing with nobody's name below", "Can you look?\nThanks", "oo"],
    [
      "talk about confidential mails",
      "Please say that this e-mail is confidential.\nThen send it to all.\nIt is for the press.\nAnd for the board, of course.",
      "oooo",
    ],
    ["a line that begins with From:", "From: and To: are wrong.\nPlease mend them.", "oo"],
  ])("takes nothing else for more than what is said: %s", (_, text, expected) => {
    expect(parts(text)).toBe(expected);
  });

  it("are found in a line of a megabyte, and in a hundred thousand lines", () => {
    expect(parts("On 5 may confidential > ".repeat(40_000))).toBe("o");
    expect(parts("From: a\n".repeat(100_000).trimEnd())).toHaveLength(100_000);
    expect(parts("> a\nb, 5\n".repeat(50_000).trimEnd(), { isReply: true })).toHaveLength(100_000);
  });

  it("are told of every line, whatever it says, in time that grows with the mail", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().map((text) => text.replace(/\s+/g, " ").trim() || "x"),
          { maxLength: 40 },
        ),
        fc.string(),
        (texts, sender) => {
          const lines = texts.map((text) => ({ text, hint: undefined, colour: undefined, gap: false }));
          expect(partsOf(lines, { sender, isReply: true })).toHaveLength(texts.length);
        },
      ),
    );
  });
});
