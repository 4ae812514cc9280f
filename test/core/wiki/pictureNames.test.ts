import fc from "fast-check";
import { safeFileName } from "../../../src/core/mail/fileName.ts";
import { withPictureNames } from "../../../src/core/wiki/pictureNames.ts";

const names = new Map([
  ["a.png", "b.png"],
  ["b.png", "a.png"],
  ["gone.png", undefined],
]);

it.each([
  ["!a.png! !b.png!", "!b.png! !a.png!"],
  ["!a.png|width=30! (!a.png|thumbnail!)", "!b.png|width=30! (!b.png|thumbnail!)"],
  ["[!a.png!|https://example.com]", "[!b.png!|https://example.com]"],
  ["x !gone.png|width=3! y", "x  y"],
  ["Wow! !a.png! Wow!", "Wow! !b.png! Wow!"],
  ["{code}{noformat}{code} !a.png!", "{code}{noformat}{code} !b.png!"],
  ["\\{code} !a.png! {code}", "\\{code} !b.png! {code}"],
  ["{code} that never ends !a.png!", "{code} that never ends !b.png!"],
])("renames references, whatever their settings: %s", (text, shown) => {
  expect(withPictureNames(text, names)).toBe(shown);
});

it.each([
  "\\!a.png! and \\!a.png|width=3!",
  "!a.png.zip! !xa.png! !A.PNG! !a.png !a_png!",
  "word!a.png! !a.png!word",
  "a.png [^a.png] ! a.png!",
  "{noformat}\n!a.png!\n{noformat}",
  "{code:java|title=x}!a.png!{code}",
])("leaves alone what only looks like one: %s", (text) => {
  expect(withPictureNames(text, names)).toBe(text);
});

const name = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => safeFileName(`${text}.png`));
const settings = fc.constantFrom("", "|width=30", "|thumbnail", "|width=3,align=right");
/** Each piece with what it becomes. */
const pieces = (from: string, to: string) =>
  fc.array(
    fc.oneof(
      settings.map((said) => [`!${from}${said}!`, `!${to}${said}!`] as const),
      fc
        .constantFrom(
          ...[`\\!${from}!`, `w!${from}!`, `!${from}!9`, `!${from}.zip!`, from, `[^${from}]`, "Hello!", "!!"],
          `{noformat}!${from}!{noformat}`,
          `{code:title=x}!${from}!{code}`,
        )
        .map((text) => [text, text] as const),
    ),
  );

it("any mix of references and look-alikes is told apart, under any names", () => {
  const mixed = fc
    .tuple(name, name)
    .chain(([from, to]) => fc.tuple(fc.constant([from, to] as const), pieces(from, to)));
  fc.assert(
    fc.property(mixed, ([[from, to], parts]) => {
      const text = parts.map(([before]) => before).join(" ");
      const shown = parts.map(([, after]) => after).join(" ");
      expect(withPictureNames(text, new Map([[from, to]]))).toBe(shown);
    }),
    { numRuns: 1000 },
  );
});
