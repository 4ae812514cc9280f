import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { htmlToWiki } from "../../../src/core/wiki/fromHtml.ts";
import { textToWiki } from "../../../src/core/wiki/fromText.ts";
import { corpusMail, corpusNames } from "../../corpus.ts";

/** A folder is a test: mail.html in, mail.wiki out. `UPDATE=1` writes what comes out. */
const fixtures = path.join(__dirname, "fixtures");

describe("the HTML of a mail as wiki markup", () => {
  it.each(readdirSync(fixtures))("converts %s", (name) => {
    const expected = path.join(fixtures, name, "mail.wiki");
    const wiki = `${htmlToWiki(readFileSync(path.join(fixtures, name, "mail.html"), "utf8"))}\n`;
    if (process.env["UPDATE"]) writeFileSync(expected, wiki);
    expect(wiki).toBe(readFileSync(expected, "utf8"));
  });
});

/** The corpus' mails have theirs beside them; what is in them was read by a person once, when it was written. */
it.each(corpusNames)("the mail %s has the markup that was read and found right", async (name) => {
  const { html, text = "" } = await corpusMail(name);
  const expected = path.join(__dirname, "../../corpus", name, "expected.wiki");
  const wiki = `${html === undefined ? textToWiki(text) : htmlToWiki(html)}\n`;
  if (process.env["UPDATE"]) writeFileSync(expected, wiki);
  expect(wiki).toBe(readFileSync(expected, "utf8"));
});
