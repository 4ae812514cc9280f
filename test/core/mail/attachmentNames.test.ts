import { attachmentNames } from "../../../src/core/mail/attachmentNames.ts";
import { mailFile, mailOf } from "../fakes.ts";

const namesOf = (id: string, ...names: readonly string[]) => [
  ...attachmentNames(mailOf(id, { files: names.map((name) => mailFile(name, { name })) })).values(),
];

it("pictures that every mail has are told from those of other mails, and always in the same way", () => {
  const [first] = namesOf("a", "image001.png");
  expect(first).toMatch(/^image001-[\da-z]{4}\.png$/);
  expect(namesOf("a", "image001.png", "other.txt")[0]).toBe(first);
  expect(namesOf("b", "image001.png")[0]).not.toBe(first);
});

it("names that say something stay", () => {
  const names = ["Image of the boiler.png", "logo.pdf", "image001.txt", "Kessel ä漢😀.png"];
  expect(namesOf("a", ...names)).toEqual(names);
});
