import fc from "fast-check";
import type { SeenLine } from "../../../src/core/parts/part.ts";
import { partsOf } from "../../../src/core/parts/partsOf.ts";

function seen(text: string, gap: boolean, more: Partial<SeenLine> = {}): SeenLine {
  return { text, hint: undefined, colour: undefined, gap, section: undefined, size: undefined, ...more };
}

function parts(text: string, more: { sender?: string; isReply?: boolean } = {}): string {
  const lines: SeenLine[] = [];
  let gap = false;
  for (const line of text.split("\n")) {
    if (line === "") gap = true;
    else lines.push(seen(line, gap));
    if (line !== "") gap = false;
  }
  return partsOf(lines, { sender: "Ada Lovelace", domain: "engines.example", isReply: false, ...more })
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
    [
      "a footer that says in any words that nobody reads the answers",
      "Done.\nAda\nSvar på detta meddelande läses inte.",
      "osd",
    ],
    [
      "a company's register",
      "Done.\nAda\n\nEngines Ltd, registered in England no. 417, directors: A. Lovelace, C. Babbage",
      "osd",
    ],
    [
      "a footer in a frame",
      "Ihre Bestellung ist da.\n------\nDiese Nachricht wurde automatisch erzeugt.\nLadenbetrieb Nord\n------",
      "odddd",
    ],
    [
      "a mailing list's end",
      `C’est réparé.\nAda\n${"_".repeat(47)}\nListe portique : portique@listes.example.org\nhttps://listes.example.org`,
      "osddd",
    ],
    [
      "what a help desk tells of earlier",
      "Your request was updated.\nBen (Support)\nNov 19, 2026, 11:02 GMT\nMended.\nAda Lovelace\nNov 18, 2026, 09:00 GMT\nBroken!\nThis email is a service from Engines.\n[K7-Q]",
      "oooooqqqdd".slice(1),
    ],
    ["a team's name", "It is on its way.\n\nIhr Team der Maschinenhalle", "os"],
    ["a pet name", "I had a look, it works now.\n\nDada", "os"],
    ["a closing of the sender's own, and a name", "See you there.\nBis in der Halle,\nAda Byron", "oss"],
    ["an office and a date", "请查收。\n信息化办公室\n2026年3月1日", "oss"],
    ["a class on top", "Classification: INTERNAL\nHello", "bo"],
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
    ["a wish about printers", "Hello.\nPlease print only on paper from a nature reserve.", "oo"],
    ["a question about notifications", "Hello.\nKönnen Sie die Benachrichtigungen ändern?", "oo"],
    ["a line that begins with From:", "From: and To: are wrong.\nPlease mend them.", "oo"],
  ])("takes nothing else for more than what is said: %s", (_, text, expected) => {
    expect(parts(text)).toBe(expected);
  });

  describe("in small letters", () => {
    const word = { program: "Word" } as const;
    const small = "Der Inhalt geht nur die Adressierten etwas an, alle andern bitte nicht.";
    const of = (lines: readonly SeenLine[], domain = "engines.example") =>
      partsOf(lines, { sender: "Ada Lovelace", domain, isReply: true })
        .map((part) => part.charAt(0))
        .join("");
    const mail = (...sizes: readonly number[]) =>
      sizes.map((size, at) => seen(at === 0 ? "Hello Ben, it is mended." : small, true, { size }));

    it("are a footer at the end, whatever it says", () => {
      expect(
        of([...mail(15), ...mail(15), seen("Ada Lovelace", true, { size: 15 }), ...mail(15, 10).slice(1)]),
      ).toBe("oosd");
    });

    it("are none where the whole mail is as small", () => {
      expect(of(mail(10, 10, 10))).toBe("ooo");
    });

    it("are a gateway's behind all that the mail's program wrote", () => {
      const written = mail(15, 15).map((line) => ({ ...line, section: word }));
      expect(of([...written, seen("Engines: moving forward.", true, { size: 9 })])).toBe("ood");
    });

    it("are the sender's below a quote where they name the company, and else the quoted mail's", () => {
      const header = ["From: Ben", "Sent: Monday", "To: Ada", "Subject: x", "It is broken.", "Really."];
      const quote = header.map((text) => seen(text, false, { size: 15 }));
      const end = seen(`${small} Engines.`, true, { size: 10 });
      expect(of([...mail(15), ...quote, end])).toBe("oqqqqqqd");
      expect(of([...mail(15), ...quote, end], "other.example")).toBe("oqqqqqqq");
    });
  });

  it("are found in a line of a megabyte, and in a hundred thousand lines", () => {
    expect(parts("On 5 may confidential > ".repeat(40_000))).toBe("o");
    expect(parts("From: a\n".repeat(100_000).trimEnd())).toHaveLength(100_000);
    expect(parts("A B\nNov 1, 2026, 10:00\n".repeat(50_000).trimEnd())).toHaveLength(100_000);
    expect(parts(`A B\n${"ABC".repeat(300)}!\n`.repeat(2_000).trimEnd())).toHaveLength(4_000);
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
          const lines = texts.map((text) => seen(text, false));
          expect(partsOf(lines, { sender, domain: sender, isReply: true })).toHaveLength(texts.length);
        },
      ),
    );
  });
});
