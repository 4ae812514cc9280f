import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { htmlToWiki } from "../../../src/core/wiki/fromHtml.ts";
import { corpusMail, corpusNames } from "../../corpus.ts";
import { losses } from "./faithful.ts";

const fixtures = path.join(__dirname, "fixtures");

describe("what a mail shows is kept in Jira", () => {
  it.each(readdirSync(fixtures))("of the fixture %s", (name) => {
    const html = readFileSync(path.join(fixtures, name, "mail.html"), "utf8");
    expect(losses(html, htmlToWiki(html))).toEqual([]);
  });

  it.each(corpusNames)("of the mail %s", async (name) => {
    const { html } = await corpusMail(name);
    if (html !== undefined) expect(losses(html, htmlToWiki(html))).toEqual([]);
  });
});

describe("what is lost is seen", () => {
  it.each([
    ["<p>one two</p>", "one three", "text"],
    ["<p>one</p><p>two</p>", "onetwo", "text"],
    ["<p>a * b</p>", "a ** b", "text"],
    ['<p><a href="https://example.com/a">x</a> y</p>', "x y", "link"],
    ['<p><a href="https://example.com/a">x</a> y</p>', "[x|https://example.com/b] y", "link"],
    ["<p>x y</p>", "[x|https://example.com/b] y", "link"],
    ["<ul><li>a<ul><li>b</li></ul></li></ul>", "* a\n* b", "item"],
    ["<ol><li>a</li></ol>", "* a", "item"],
    ['<ol start="3"><li>a</li></ol>', "# a", "text"],
    ["<ul><li>a</li><li>b</li></ul>", "* a \\\\ b", "item"],
    ["<table border=1><tr><td>a</td><td>b</td></tr></table>", "a\nb", "row"],
    ["<table border=1><tr><td>a b</td><td>c</td></tr></table>", "|a|b c|", "row"],
    ["<p>a <b>b</b></p>", "a b", "effects"],
    ["<p>a <b>b</b></p>", "a _b_", "effects"],
    ['<p>a <span style="font-weight:bold">b</span></p>', "*a* b", "effects"],
  ])("%s as %j", (html, wiki, what) => {
    expect(losses(html, wiki)).toEqual([expect.stringMatching(new RegExp(`^${what}`))]);
  });
});
