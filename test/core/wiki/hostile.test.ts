import fc from "fast-check";
import { htmlToWiki } from "../../../src/core/wiki/fromHtml.ts";

const tags = [
  "p",
  "b",
  "i",
  "div",
  "ul",
  "ol",
  "li",
  "table",
  "tr",
  "td",
  "th",
  "pre",
  "blockquote",
  "a",
  "h1",
  "br",
  "hr",
];
const piece = fc.oneof(
  fc.constantFrom(...tags).map((tag) => `<${tag}>`),
  fc.constantFrom(...tags).map((tag) => `</${tag}>`),
  fc.constantFrom(
    "<",
    ">",
    "<!--",
    "-->",
    "<![if x]>",
    '<a href="',
    '"',
    "&",
    "&#",
    "<!",
    "</",
    " ",
    "text",
    "\n",
  ),
  fc.constantFrom(
    '<td colspan="-1">',
    '<p style="white-space:pre">',
    "<constructor>",
    "<toString>",
    '<b hidden="">',
  ),
);

describe("hostile HTML", () => {
  it("never throws, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(typeof htmlToWiki(pieces.join(""))).toBe("string");
      }),
      { numRuns: 3_000 },
    );
  });

  it("keeps every word in its order, however the elements are mixed", () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(...tags).map((tag) => `<${tag}>`),
        fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      ),
    );
    fc.assert(
      fc.property(words, (pieces) => {
        const html = pieces.map((tag, index) => `${tag}w${index}w`).join("");
        const expected = pieces.map((_, index) => `w${index}w`);
        expect(htmlToWiki(html).match(/w\d+w/g) ?? []).toEqual(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  it("has signs in pairs, with ink right within them, however effects overlap", () => {
    const inline = fc.array(
      fc.constantFrom("<b>", "</b>", "<i>", "</i>", "<u>", "</u>", "x", "y ", " ", "<br>", "."),
    );
    fc.assert(
      fc.property(inline, (pieces) => {
        for (const line of htmlToWiki(pieces.join("")).split("\n")) {
          const open: string[] = [];
          // Plain signs open after a space, a sign or the start; braced ones are found as such.
          for (const { 0: sign, index } of line.matchAll(/\{[*_+]\}|[*_+]/g)) {
            if (open.at(-1) === sign) {
              open.pop();
              expect(line.slice(0, index)).toMatch(/\S$/);
            } else {
              open.push(sign);
              expect(line.slice(index + sign.length)).toMatch(/^\S/);
            }
          }
          expect(open).toEqual([]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["bold", "<b>", "</b>"],
    ["quotes", "<blockquote>", "</blockquote>"],
    ["lists", "<ul><li>", "</li></ul>"],
    ["tables", "<table><tr><td>", "</td></tr></table>"],
    ["blocks", "<div>", "</div>"],
  ])("may nest %s 10,000 levels deep", (_, open, close) => {
    const wiki = htmlToWiki(`${open.repeat(10_000)}deep${close.repeat(10_000)}<p>after</p>`);
    expect(wiki).toContain("deep");
    expect(wiki).toContain("after");
    expect(wiki.length).toBeLessThan(100);
  });

  it("may be a megabyte of anything", () => {
    expect(htmlToWiki("<p>word ".repeat(125_000)).match(/word/g)).toHaveLength(125_000);
    expect(htmlToWiki("*".repeat(1_000_000))).toHaveLength(2_000_000);
    expect(htmlToWiki("http://!a ".repeat(100_000)).match(/a/g)).toHaveLength(100_000);
    expect(htmlToWiki("http://!".repeat(120_000)).match(/http/g)).toHaveLength(120_000);
    expect(htmlToWiki(`<b>${"\u0301".repeat(500_000)}</b>`).match(/\u0301/g)).toHaveLength(500_000);
    expect(htmlToWiki(`<b>${"a½".repeat(100_000)}</b>`).match(/½/g)).toHaveLength(100_000);
    expect(htmlToWiki('<i style="color:red">x</i> y'.repeat(40_000)).match(/x/g)).toHaveLength(40_000);
    expect(htmlToWiki("<b>".repeat(330_000))).toBe("");
    expect(htmlToWiki("<i><b>x ".repeat(125_000)).match(/x/g)).toHaveLength(125_000);
  });

  it("ends where the element that hides it ends, or not at all", () => {
    expect(htmlToWiki('<div style="display:none"><p>a<div>b</div></div>c')).toBe("c");
    expect(htmlToWiki("<script>a<script>")).toBe("");
  });
});
