import { renderWiki } from "../../../sim/jira/wiki/blocks.ts";

const context = {
  base: "/jira",
  attachment: (name: string) => (name === "a b.png" ? "/jira/a%20b.png" : undefined),
  person: (name: string) => (name === "ben" ? "Ben Ito" : undefined),
  isIssue: (key: string) => key === "DEMO-1",
};
const show = (text: string) => renderWiki(text, context).markup;

describe("the rendered description", () => {
  it.each([
    ["h2. Title *x*", "<h2>Title <b>x</b></h2>"],
    ["one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"],
    [
      "*b* _i_ -d- +u+ ^s^ ~s~ ??c??",
      "<p><b>b</b> <em>i</em> <del>d</del> <ins>u</ins> <sup>s</sup> <sub>s</sub> <cite>c</cite></p>",
    ],
    ["H{~}2{~}O a_b_c 2*3*4", "<p>H<sub>2</sub>O a_b_c 2*3*4</p>"],
    ["* a\n** b\n* c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"],
    ["# a\n#* b", "<ol><li>a<ul><li>b</li></ul></li></ol>"],
    [
      "||H||I||\n|a|b \\| c|",
      "<table><tbody><tr><th>H</th><th>I</th></tr><tr><td>a</td><td>b | c</td></tr></tbody></table>",
    ],
    ["{code:java|title=T}\na *b* <c>\n{code}", '<div class="title">T</div><pre>a *b* &lt;c&gt;</pre>'],
    ["{quote}\nhello\n{quote}", "<blockquote><p>hello</p></blockquote>"],
    ["bq. said", "<blockquote><p>said</p></blockquote>"],
    ["----", "<hr>"],
    ["a\\\\b", "<p>a<br>b</p>"],
    ["\\*no\\* \\{code} \\[x]", "<p>*no* {code} [x]</p>"],
    [
      "[Site|https://x.example/?a=1&b=2]",
      '<p><a href="https://x.example/?a=1&amp;b=2" rel="noopener noreferrer">Site</a></p>',
    ],
    ["[x|javascript:alert(1)]", "<p>[x|javascript:alert(1)]</p>"],
    ["!a b.png|width=30!", '<p><img src="/jira/a%20b.png" alt="a b.png" width="30"></p>'],
    ["Hello!a b.png!", "<p>Hello!a b.png!</p>"],
    ["[~ben] [~nobody]", '<p><span class="mention">@Ben Ito</span> [~nobody]</p>'],
    [
      "see DEMO-1, XY-1",
      '<p>see <a href="/jira/browse/DEMO-1" rel="noopener noreferrer">DEMO-1</a>, XY-1</p>',
    ],
    ["{color:#ff0000}red{color}", '<p><span style="color:#ff0000">red</span></p>'],
    ["&bsol; & &amp;", "<p>&bsol; &amp; &amp;</p>"],
    ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    [
      '[a"onclick=x|https://x.example/"onclick="x]',
      '<p><a href="https://x.example/&quot;onclick=&quot;x" rel="noopener noreferrer">a&quot;onclick=x</a></p>',
    ],
    ["{code}never closed", "<p>{code}never closed</p>"],
  ])("shows %j", (text, expected) => {
    expect(show(text)).toBe(expected);
  });
});
