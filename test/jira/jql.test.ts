import fc from "fast-check";
import { quoted, words } from "../../src/jira/jql.ts";

/** What JQL makes of a literal that is quoted as `quoted` does it. */
function unquoted(literal: string): string {
  return literal.slice(1, -1).replace(/\\(.)/gsu, "$1");
}

describe("quoting for JQL", () => {
  it.each([
    ['say "hi"', String.raw`"say \"hi\""`],
    [String.raw`C:\dir`, String.raw`"C:\\dir"`],
    ["a\r\nb\tc", '"a b c"'],
  ])("%j becomes a literal", (text, literal) => {
    expect(quoted(text)).toBe(literal);
  });

  it("lets nothing out of the quotes, and loses nothing but control characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const literal = quoted(text);
        expect(literal).toMatch(/^"(?:[^"\\]|\\["\\])*"$/);
        expect(unquoted(literal)).toBe(text.replace(/\p{Cc}+/gu, " "));
      }),
    );
  });
});

describe("words for a text search", () => {
  it.each([
    ["C++ (new)", String.raw`"C\\+\\+ \\(new\\)"`],
    ['"exact"', String.raw`"\\\"exact\\\""`],
    [String.raw`\\srv\share`, String.raw`"\\\\\\\\srv\\\\share"`],
    [
      "what? all* [x] {y} a:b a/b ~1 ^2 !3 &4 |5",
      String.raw`"what\\? all\\* \\[x\\] \\{y\\} a\\:b a\\/b \\~1 \\^2 \\!3 \\&4 \\|5"`,
    ],
    ["this AND that OR NOT", '"this and that or not"'],
    ["ANDY NOTED ORBIT", '"ANDY NOTED ORBIT"'],
  ])("%j takes nothing for an operator", (text, literal) => {
    expect(words(text)).toBe(literal);
  });

  it("are, for Lucene, the text itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        const lucene = unquoted(words(text));
        expect(lucene.replace(/\\(.)/gu, "$1").toLowerCase()).toBe(text.toLowerCase());
        expect(lucene.replace(/\\./gu, "")).not.toMatch(/[+\-&|!(){}[\]^"~*?:\\/]/);
      }),
    );
  });
});
