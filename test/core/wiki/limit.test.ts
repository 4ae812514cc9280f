import fc from "fast-check";
import { cutToLimit } from "../../../src/core/wiki/limit.ts";

describe("cutting markup to Jira's limit", () => {
  it("leaves what fits as it is", () => {
    expect(cutToLimit("short")).toEqual({ text: "short", cut: false });
    expect(cutToLimit("x".repeat(32_767)).cut).toBe(false);
  });

  it("ends at a paragraph, else at a line, else at a word", () => {
    expect(cutToLimit("one two three\n\nx four", 17).text).toBe("one two three");
    expect(cutToLimit("one two three\nfour five", 16).text).toBe("one two three");
    expect(cutToLimit("one two three four", 15).text).toBe("one two three");
    expect(cutToLimit("x".repeat(40_000))).toEqual({ text: "x".repeat(32_767), cut: true });
  });

  it("closes the block that is cut in two", () => {
    expect(cutToLimit(`{quote}\n${"word ".repeat(20)}\n{quote}`, 50).text).toMatch(/word\n\{quote\}$/);
    expect(cutToLimit(`{noformat}\n${"{quote} ".repeat(20)}\n{noformat}`, 50).text).toMatch(
      /\n\{noformat\}$/,
    );
    expect(cutToLimit(`{code:java}\n${"word ".repeat(20)}\n{code}`, 50).text).toMatch(/word\n\{code\}$/);
    expect(cutToLimit(`\\{quote\\} ${"word ".repeat(20)}`, 50).text).toMatch(/word$/);
  });

  it("closes the colour that is cut in two, within the quote around it", () => {
    const red = `{color:#ff0000}${"word ".repeat(20)}{color}`;
    expect(cutToLimit(red, 50).text).toMatch(/word\{color\}$/);
    expect(cutToLimit(`{quote}\n${red}\n{quote}`, 60).text).toMatch(/word\{color\}\n\{quote\}$/);
    expect(cutToLimit(`{noformat}\n${red}\n{noformat}`, 60).text).toMatch(/word\n\{noformat\}$/);
    expect(cutToLimit(`{color:#ff0000}a{color} \\{color\\} ${"word ".repeat(20)}`, 60).text).toMatch(/word$/);
    for (let limit = 0; limit < red.length; limit += 1) {
      const { text } = cutToLimit(red, limit);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text.match(/\{color/g)?.length ?? 0).toBe(text.includes("{color:") ? 2 : 0);
    }
  });

  it("does not cut a link, an escape, an entity or a character in two", () => {
    expect(cutToLimit("xxxxxxxxx[link|https://example.com/long]", 20).text).toBe("xxxxxxxxx");
    expect(cutToLimit("xxxxxxxxx\\[", 10).text).toBe("xxxxxxxxx");
    expect(cutToLimit("xxxxxxxxx&bsol;", 12).text).toBe("xxxxxxxxx");
    expect(cutToLimit("xxxxxxxxx😀", 10).text).toBe("xxxxxxxxx");
  });

  it("never exceeds the limit, and never leaves a block open", () => {
    const part = fc.constantFrom(
      "{quote}",
      "{noformat}",
      "{code:x}",
      "{code}",
      "word ",
      "\n",
      "\n\n",
      "\\{",
      "😀",
      "[a|b]",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.integer({ min: 30, max: 200 }), (parts, limit) => {
        const wiki = parts.join("");
        const { text, cut } = cutToLimit(wiki, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(cut).toBe(wiki.length > limit);
        if (cut) expect(openBlocks(text)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});

/** Reads on from macro to macro; what is within {code} or {noformat} is not markup. */
function openBlocks(wiki: string): readonly string[] {
  let rest = wiki.replace(/\\./g, "");
  const open: string[] = [];
  for (;;) {
    const inner = open.at(-1);
    const pattern =
      inner === "code" || inner === "noformat"
        ? new RegExp(`\\{(${inner})\\}`)
        : /\{(quote|code|noformat)(?::\w+)?\}/;
    const found = pattern.exec(rest);
    if (!found) return open;
    const name = found[1] ?? "";
    if (open.includes(name)) open.splice(open.indexOf(name));
    else open.push(name);
    rest = rest.slice(found.index + found[0].length);
  }
}
