import fc from "fast-check";
import { firstDraft, type Draft } from "../../../src/core/draft/draft.ts";
import { renamed } from "../../../src/core/draft/renamed.ts";
import { wholeText } from "../../../src/core/draft/shownText.ts";
import { attachmentNames } from "../../../src/core/mail/attachmentNames.ts";
import { originalFileName, safeFileName } from "../../../src/core/mail/fileName.ts";
import { mailText } from "../../../src/core/mailText.ts";
import { fakeMailbox, fakeRecents, mailFile, mailOf } from "../fakes.ts";

const mail = mailOf("a", {
  subject: "Boiler",
  files: [
    mailFile("1", { name: "photo.png", contentType: "image/png", contentId: "one", inline: true }),
    mailFile("2", { name: "Report.pdf" }),
    mailFile("3", { name: "Re: Inspection", kind: "item" }),
    mailFile("4", { name: "Makefile" }),
  ],
});
const draft = firstDraft(mail, fakeRecents());
const after = (before: Draft, fileId: string, to: string): Draft => ({
  ...before,
  ...renamed(mail, before, { fileId, to }),
});
const namesOf = ({ names }: Draft) => [...attachmentNames(mail, names).values()];

it.each([
  ["2", "Offer", "Offer.pdf"],
  ["2", " Offer ", "Offer.pdf"],
  ["2", "Offer.PDF", "Offer.PDF"],
  ["2", "Offer.txt", "Offer.txt"],
  ["2", "Offer no. 12", "Offer no. 12.pdf"],
  ["2", "Offer 1.2", "Offer 1.2.pdf"],
  ["2", "Offer of Mr.Underhill", "Offer of Mr.Underhill.pdf"],
  ["2", "..", "file.pdf"],
  ["2", "a/b|c!.pdf", "a_b_c_.pdf"],
  ["3", "Minutes", "Minutes.eml"],
  ["4", "Rules", "Rules"],
])("file %s renamed to %j is called %j", (id, to, name) => {
  expect(attachmentNames(mail, after(draft, id, to).names).get(id)).toBe(name);
});

it("takes no name that another file has, nor that of the mail itself", () => {
  expect(after(draft, "2", "photo.png").names).toEqual({ "2": "photo (2).png" });
  expect(after(draft, "2", "Boiler.eml").names).toEqual({ "2": "Boiler (2).eml" });
  const freed = after(draft, "1", "picture");
  expect(after(freed, "2", "photo.png").names["2"]).toBe("photo.png");
});

it("gives the mail's own name back for none, unless another file has it by now", () => {
  const once = after(draft, "1", "picture");
  expect(namesOf(after(once, "1", " "))[0]).toBe("photo.png");
  expect(namesOf(after(after(once, "2", "photo.png"), "1", ""))[0]).toBe("photo (2).png");
});

it("changes what the user's own text refers to, and nothing else", () => {
  const own = { ...draft, text: "!photo.png|width=3! \\!photo.png! photo.png" };
  const [once, twice] = [after(own, "1", "valve"), after(after(own, "1", "valve"), "1", "valve 7")];
  expect(once.text).toBe("!valve.png|width=3! \\!photo.png! photo.png");
  expect(twice.text).toBe("!valve 7.png|width=3! \\!photo.png! photo.png");
  expect(after(draft, "1", "valve").text).toBeUndefined();
});

it("shows in the mail's own text, which stays the mail's", async () => {
  const { mailbox } = fakeMailbox(mail);
  const html = '<p>!photo.png! <img src="cid:one" width="50"></p><pre>!photo.png!</pre>';
  mailbox.body = () => Promise.resolve({ html, text: "" });
  const text = await mailText(mailbox, mail);
  const before = wholeText({ draft, text }) ?? "";
  const shown = wholeText({ draft: after(draft, "1", "valve"), text });
  expect(before).toContain("!photo.png|width=50!");
  expect(shown).toBe(before.replace("!photo.png|width=50!", "!valve.png|width=50!"));
});

it("names stay safe and different, and pictures their own, under any renames", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "photo",
      "photo.png",
      "photo (2).png",
      "Report.pdf",
      "Boiler.eml",
      "a!b",
      "|",
      "",
      ".",
      "x.",
    ),
  );
  const steps = fc.array(fc.tuple(fc.constantFrom("1", "2", "3", "4"), typed), { maxLength: 12 });
  const referring = (to: Draft) => namesOf(to).map((name) => `!${name}|width=3!`);
  fc.assert(
    fc.property(steps, (renames) => {
      const own: Draft = { ...draft, text: referring(draft).join(" ") };
      const end = renames.reduce((now, [id, to]) => after(now, id, to), own);
      const names = namesOf(end);
      expect(new Set([...names, originalFileName(mail.subject)]).size).toBe(5);
      for (const name of names) expect(safeFileName(name)).toBe(name);
      expect(end.text).toBe(referring(end).join(" "));
    }),
    { numRuns: 500 },
  );
});
