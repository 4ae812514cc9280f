import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { htmlToWiki } from "../../../src/core/wiki/fromHtml.ts";

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
