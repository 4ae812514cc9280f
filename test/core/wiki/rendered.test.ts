/** The converter against the stand-in's renderer, which was written from Atlassian's notation help, apart from it. */
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { htmlToWiki } from "../../../src/core/wiki/fromHtml.ts";
import { textToWiki } from "../../../src/core/wiki/fromText.ts";
import { renderWiki } from "../../../sim/jira/wiki/blocks.ts";
import { asHtml, hostile } from "./hostileText.ts";
import { collapsed } from "./reading.ts";

jest.setTimeout(600_000);
const runs = { numRuns: process.env["LONG"] ? 100_000 : 5_000 };

/** A Jira that knows every file, person and issue: whatever could be taken for one is. */
const everything = {
  base: "/jira",
  attachment: (name: string) => `/jira/${name}`,
  person: (name: string) => name,
  isIssue: () => true,
};

interface Shown {
  readonly text: string;
  /** Elements that are more than lines, and links that Jira makes of addresses and issue keys. */
  readonly more: readonly string[];
}

function rendered(wiki: string): Shown {
  let text = "";
  const more: string[] = [];
  const parser = new Parser({
    onopentag(name, { href = "" }) {
      if (name === "p" || name === "br") text += "\n";
      else if (name !== "a" || !/^(?:https?:|ftp:|mailto:|\/jira\/browse\/)/.test(href)) more.push(name);
    },
    ontext: (part) => (text += part),
  });
  parser.end(renderWiki(wiki, everything).markup);
  return { text: collapsed(text), more };
}

describe("any text, converted and rendered", () => {
  it("comes back as the same text and nothing more, from plain text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(rendered(textToWiki(text))).toEqual({ text: collapsed(text), more: [] });
      }),
      runs,
    );
  });

  it("comes back as the same text and nothing more, from HTML, however it is split over elements", () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 5 }), (texts) => {
        const html = `<p>${texts.map((text) => `<span>${asHtml(text)}</span>`).join("")}</p>`;
        expect(rendered(htmlToWiki(html))).toEqual({ text: collapsed(texts.join("")), more: [] });
      }),
      runs,
    );
  });
});
