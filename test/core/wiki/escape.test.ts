import fc from "fast-check";
import { htmlToWiki } from "../../../src/core/wiki/fromHtml.ts";
import { textToWiki } from "../../../src/core/wiki/fromText.ts";
import { asHtml, hostile } from "./hostileText.ts";
import { activeMarkup, collapsed, shownText } from "./reading.ts";

const runs = { numRuns: 5_000 };
describe("text in wiki markup", () => {
  it.each([
    ["*b*", "bold"],
    ["a _i_.", "italic"],
    ["-s- +u+", "underline"],
    ["^a^", "superscript"],
    ["(~a~)", "subscript"],
    ["??c??", "citation"],
    ["!a.png!", "image"],
    ["{code}", "macro"],
    ["[~admin]", "link"],
    ["a -- b", "dash"],
    ["a\n----", "rule"],
    ["*# b", "list"],
    ["h1. a", "heading"],
    ["a\nbq. b", "quote"],
    ["||a||", "table"],
    [":)", "smiley"],
    ["(x)", "icon"],
    ["a\\\\b", "break"],
  ])("would be markup, unescaped: %j", (text, name) => {
    expect(activeMarkup(text)).toContain(name);
    expect(activeMarkup(textToWiki(text))).toEqual([]);
  });

  it("is only text, and the same text, when it comes as plain text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const wiki = textToWiki(text);
        expect({ text: shownText(wiki), active: activeMarkup(wiki) }).toEqual({
          text: collapsed(text),
          active: [],
        });
      }),
      runs,
    );
  });

  it("is only text, and the same text, when it comes as HTML, however it is split over elements", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 5 }), (texts) => {
        const wiki = htmlToWiki(`<p>${texts.map((text) => `<span>${asHtml(text)}</span>`).join("")}</p>`);
        const text = collapsed(texts.join(""));
        expect({ text: shownText(wiki), active: activeMarkup(wiki) }).toEqual({ text, active: [] });
      }),
      runs,
    );
  });

  it("is only text when it is any Unicode at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(activeMarkup(textToWiki(text))).toEqual([]);
      }),
    );
  });

  it("has as much text in bold, in links and in tables", () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => {
        const html = `<table><tr><td><b>${asHtml(one)}</b></td><td><a href="https://example.com">${asHtml(other)}</a></td></tr></table>`;
        const bars = htmlToWiki(html).split("|").length - 1;
        expect([0, 3, 4]).toContain(bars); // 4: with the bar of the link
      }),
    );
  });

  it.each([
    "An easy-peasy a_b snake_case_name, 2 * 3 = 6, an x-ray.",
    "Mail anna_b.c-d@example.com or +49 89 1234 by 2026-11-12, 10:30!",
    "See https://example.com/a_b-c~d_e?f=g&h=i_j#k and KEY-1, R&D, C#.",
    'Really? Yes! C:\\temp\\new is full; 50 % off, ~5 km, it\'s "fine" (really).',
    "What??",
    "",
  ])("stays as it is where Jira sees nothing in it: %s", (text) => {
    expect(textToWiki(text)).toBe(text);
  });

  it.each([
    ["[~admin] and [^file]", "\\[~admin] and \\[^file]"],
    ["{code}x{code}", "\\{code\\}x\\{code\\}"],
    ["-- \nAnna", "\\-\\-\nAnna"],
    ["* a\n- b\n# c\n|d|", "\\* a\n\\- b\n&num; c\n&vert;d|"],
    ["h1. x\nbq. y", "h1&period; x\nbq&period; y"],
    ["a\\\\b \\[", "a&bsol;&bsol;b &bsol;\\["],
    [":) (!) ;-)", "\\:) \\(!) \\;-)"],
    ["*b* _i_ !x!", "\\*b\\* \\_i\\_ \\!x\\!"],
    ["https://example.com/a_b\\c", "https&colon;//example.com/a_b\\c"],
    ["??x??", "\\?\\?x\\?\\?"],
    ["&amp; & &nbsp;", "&amp;amp; & &amp;nbsp;"],
    ["a\r\nb\r\n\r\n\r\n  c\td\u0000", "a\nb\n\n\u00a0\u00a0c\u00a0\u00a0\u00a0 d"],
  ])("is escaped: %j", (text, wiki) => {
    expect(textToWiki(text)).toBe(wiki);
  });
});
