import { line, link } from "./show.ts";

describe("text effects", () => {
  it.each([
    [
      "*b* _i_ -d- +u+ ^s^ ~s~ ??c?? {{m}}",
      "<b>b</b> <em>i</em> <del>d</del> <ins>u</ins> <sup>s</sup> <sub>s</sub> <cite>c</cite> <code>m</code>",
    ],
    ["H{~}2{~}O a{*}b{*}c", "H<sub>2</sub>O a<b>b</b>c"],
    ["*a{*}b {*}c*", "<b>a</b>b <b>c</b>"],
    ["a_b_c 2*3*4 x-y-z", "a_b_c 2*3*4 x-y-z"],
    ["(*a*), *b*.", "(<b>a</b>), <b>b</b>."],
    ["*_a_* _*b*_ *a _b_ c*", "<b><em>a</em></b> <em><b>b</b></em> <b>a <em>b</em> c</b>"],
    ["x *a * \\*b* *", "x <b>a * *b</b> *"],
    ["*a\nb*", "*a<br>b*"],
    ["*é* 東京{*}都{*}です _漢字_", "<b>é</b> 東京<b>都</b>です <em>漢字</em>"],
    ["*😀 a*", "<b>😀 a</b>"],
    ["*5½ km* *a\u200db c*", "*5½ km* *a\u200db c*"],
    ["{{a *b*}} a{{b}}", "<code>a <b>b</b></code> a{{b}}"],
    ["*[a|https://x.example/b]*", `<b>${link("https://x.example/b", "a")}</b>`],
  ])("shows %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("signs", () => {
  it.each([
    ["a -- b --- c", "a – b — c"],
    ["-- a", "– a"],
    ["a--b ----", "a--b ----"],
    ["\\*no\\* \\{code} \\[x] \\!y\\! \\| \\-\\- \\#", "*no* {code} [x] !y! | -- #"],
    ["C:\\temp \\a \\. \\&", "C:\\temp \\a \\. \\&amp;"],
    [":) :-) :( :-( :P :D ;) ;-)", "🙂 🙂 🙁 🙁 😛 😃 😉 😉"],
    ["(y) (n) (i) (/) (x) (!)", "👍 👎 ℹ️ ✅ ❌ ⚠️"],
    ["(+) (-) (?) (on) (off) (*) (*r) (flag) (flagoff)", "➕ ➖ ❓ 💡 🌑 ⭐ ⭐ 🚩 🏳️"],
    ["f(x) a:) :Da (X)", "f❌ a🙂 :Da (X)"],
    ["\\:) \\(x) :\\) \\;-)", ":) (x) :) ;-)"],
    ["&amp;) &nbsp; &bsol; &#42; &#x2a; &", "&amp;) &nbsp; &bsol; &#42; &#x2a; &amp;"],
    ["&copy a&b; &;", "&amp;copy a&b; &amp;;"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["\u{f0001}\u{100001}\u{f0000} *a*", "\u{f0001}\u{100001}\u{f0000} <b>a</b>"],
  ])("shows %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});

describe("links and pictures", () => {
  it.each([
    ["[Site|https://x.example/?a=1&b=2]", link("https://x.example/?a=1&amp;b=2", "Site")],
    ["[https://x.example/a]", link("https://x.example/a", "https://x.example/a")],
    [
      "[*S*|https://x.example|the title]",
      '<a href="https://x.example" title="the title" rel="noopener noreferrer"><b>S</b></a>',
    ],
    [
      "[mailto:a@x.example] [Ann|mailto:a@x.example]",
      `${link("mailto:a@x.example", "a@x.example")} ${link("mailto:a@x.example", "Ann")}`,
    ],
    [
      "[^log.txt] [the log^log.txt] [x|^log.txt]",
      `${link("/jira/log.txt", "log.txt")} ${link("/jira/log.txt", "the log")} ${link("/jira/log.txt", "x")}`,
    ],
    ["[^none.txt] [none] [a|none]", "[^none.txt] [none] [a|none]"],
    ["[#top] [up|#top]", `${link("#top", "top")} ${link("#top", "up")}`],
    ["[file:///c:/temp/foo.txt]", link("file:///c:/temp/foo.txt", "file:///c:/temp/foo.txt")],
    ["[x|javascript:alert(1)]", "[x|javascript:alert(1)]"],
    ["[~ben] [~nobody]", '<span class="mention">@Ben Ito</span> [~nobody]'],
    [
      "see DEMO-1, XY-1 [DEMO-1]",
      `see ${link("/jira/browse/DEMO-1", "DEMO-1")}, XY-1 ${link("/jira/browse/DEMO-1", "DEMO-1")}`,
    ],
    ["https://x.example/DEMO-1", link("https://x.example/DEMO-1", "https://x.example/DEMO-1")],
    ["(https://x.example/a_b-c).", `(${link("https://x.example/a_b-c", "https://x.example/a_b-c")}).`],
    ["*https://x.example*", `*${link("https://x.example*", "https://x.example*")}`],
    [
      "https://x.example/ü mailto:a@x.example",
      `${link("https://x.example/", "https://x.example/")}ü ${link("mailto:a@x.example", "mailto:a@x.example")}`,
    ],
    ["xhttps://x.example www.x.example a@x.example", "xhttps://x.example www.x.example a@x.example"],
    [
      '[a"onclick=x|https://x.example/"onclick="x]',
      link("https://x.example/&quot;onclick=&quot;x", "a&quot;onclick=x"),
    ],
    [
      "[a\\]b|https://x.example] [a&rsqb;|https://x.example]",
      `${link("https://x.example", "a]b")} ${link("https://x.example", "a&rsqb;")}`,
    ],
    ["[sic [a|https://x.example]", `[sic ${link("https://x.example", "a")}`],
    ["!a b.png|width=30!", '<img src="/jira/a%20b.png" alt="a b.png" width="30">'],
    ["!a b.png|thumbnail!", '<img src="/jira/a%20b.png" alt="a b.png" class="thumbnail">'],
    [
      "!https://x.example/a.gif|align=right, vspace=4!",
      '<img src="https://x.example/a.gif" alt="https://x.example/a.gif" align="right" vspace="4">',
    ],
    ["[!a b.png!|https://x.example]", link("https://x.example", '<img src="/jira/a%20b.png" alt="a b.png">')],
    ["Hello!a b.png! ! x!", "Hello!a b.png! ! x!"],
    ["!gone.png!", '<span class="error">Unable to render embedded object: File (gone.png) not found.</span>'],
  ])("shows %j", (text, expected) => {
    expect(line(text)).toBe(expected);
  });
});
