import { link, show } from "./show.ts";

describe("blocks of a rendered description", () => {
  it.each([
    ["h1. One", "<h1>One</h1>"],
    ["h2. Title *x*", "<h2>Title <b>x</b></h2>"],
    ["h6.tight", "<h6>tight</h6>"],
    ["h7. none", "<p>h7. none</p>"],
    ["text\nh3. Title\ntext", "<p>text</p><h3>Title</h3><p>text</p>"],
    ["one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"],
    ["one\r\ntwo\r\n\r\n\r\nthree", "<p>one<br>two</p><p>three</p>"],
    ["a\\\\b", "<p>a<br>b</p>"],
    ["a \\\\ b", "<p>a <br> b</p>"],
    ["a\\\\\\b", "<p>a\\\\\\b</p>"],
    ["----", "<hr>"],
    ["a\n-----\nb", "<p>a</p><hr><p>b</p>"],
    ["---- x", "<p>---- x</p>"],
    ["bq. said", "<blockquote><p>said</p></blockquote>"],
    ["{quote}\nhello\n{quote}", "<blockquote><p>hello</p></blockquote>"],
    ["a {quote}b\n\nc{quote} d", "<p>a </p><blockquote><p>b</p><p>c</p></blockquote><p> d</p>"],
    ["{quote}\n* a\n{quote}", "<blockquote><ul><li>a</li></ul></blockquote>"],
    [
      "{quote}a{quote}b{quote}c{quote}",
      "<blockquote><p>a</p></blockquote><p>b</p><blockquote><p>c</p></blockquote>",
    ],
    ["", ""],
  ])("shows %j", (text, expected) => {
    expect(show(text)).toBe(expected);
  });
});

describe("macros", () => {
  it.each([
    [
      "{code:java|title=T}\na *b* <c>\n{code}",
      '<div class="title">T</div><pre class="code-java">a *b* &lt;c&gt;</pre>',
    ],
    ["{code}a\n\n* b\n{code}", "<pre>a\n\n* b</pre>"],
    ["{code:title=Bar.java|borderStyle=solid}x{code}", '<div class="title">Bar.java</div><pre>x</pre>'],
    ["{noformat}\n*a* {quote} &amp; \\{x\n{noformat}", "<pre>*a* {quote} &amp;amp; \\{x</pre>"],
    ["{quote}{noformat}{quote}{noformat}{quote}", "<blockquote><pre>{quote}</pre></blockquote>"],
    ["{code}never closed", "<p>{code}never closed</p>"],
    ["\\{code}a{code}", "<p>{code}a{code}</p>"],
    ["{panel}a{panel}", '<div class="panel"><p>a</p></div>'],
    [
      "{panel:title=My title|borderStyle=dashed|bgColor=#FFFFCE}a *b*\nc{panel}",
      '<div class="panel" style="border-style:dashed;background-color:#FFFFCE"><div class="title">My title</div><p>a <b>b</b><br>c</p></div>',
    ],
    ["{panel:bgColor=red;x:y}a{panel}", '<div class="panel"><p>a</p></div>'],
    ["{color:#ff0000}red{color}", '<p><span style="color:#ff0000">red</span></p>'],
    ["a {color:red}*b* c{color} d", '<p>a <span style="color:red"><b>b</b> c</span> d</p>'],
    ["{color:red}\na\n\nb\n{color}", '<div style="color:red"><p>a</p><p>b</p></div>'],
    ["{color}a", "<p>{color}a</p>"],
    ["{anchor:here}a [#here]", `<p><a id="here"></a>a ${link("#here", "here")}</p>`],
    ["{widget:x=y} {{code}}", '<p><span class="error">Unknown macro: {widget}</span> <code>code</code></p>'],
    ["{1} { a} {}", "<p>{1} { a} {}</p>"],
  ])("shows %j", (text, expected) => {
    expect(show(text)).toBe(expected);
  });
});

describe("lists", () => {
  it.each([
    ["* a\n** b\n* c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"],
    ["# a\n#* b", "<ol><li>a<ul><li>b</li></ul></li></ol>"],
    ["* a\n*# b\n*# c\n* d", "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"],
    ["* a\n# b", "<ul><li>a</li></ul><ol><li>b</li></ol>"],
    ["*** deep", "<ul><li><ul><li><ul><li>deep</li></ul></li></ul></li></ul>"],
    ["- a\n- b", '<ul class="alternate"><li>a</li><li>b</li></ul>'],
    ["* a\ngoes on\n* b\n\nafter", "<ul><li>a<br>goes on</li><li>b</li></ul><p>after</p>"],
    ["* a\\\\b", "<ul><li>a<br>b</li></ul>"],
    ["* a {code}x{code}\n* b", "<ul><li>a <pre>x</pre></li><li>b</li></ul>"],
    ["text\n* a", "<p>text</p><ul><li>a</li></ul>"],
    [" * a", "<ul><li>a</li></ul>"],
    ["-- a", "<p>– a</p>"],
    ["*a* b", "<p><b>a</b> b</p>"],
    ["-5 degrees\n#12", "<p>-5 degrees<br>#12</p>"],
  ])("shows %j", (text, expected) => {
    expect(show(text)).toBe(expected);
  });
});

describe("tables", () => {
  const table = (...rows: readonly string[]) =>
    `<table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table>`;

  it.each([
    ["||H||I||\n|a|b \\| c|", table("<th>H</th><th>I</th>", "<td>a</td><td>b | c</td>")],
    ["||h|a|", table("<th>h</th><td>a</td>")],
    ["|a| |c|", table("<td>a</td><td></td><td>c</td>")],
    ["|[a|https://x.example/b]|c|", table(`<td>${link("https://x.example/b", "a")}</td><td>c</td>`)],
    [
      "|!a b.png|width=3!|c|",
      table('<td><img src="/jira/a%20b.png" alt="a b.png" width="3"></td><td>c</td>'),
    ],
    ["|a\\\\b|c|", table("<td>a<br>b</td><td>c</td>")],
    ["|a\nb|c|", table("<td>a<br>b</td><td>c</td>")],
    [
      "|a|* b\n* c|\n|d|e|",
      table("<td>a</td><td><ul><li>b</li><li>c</li></ul></td>", "<td>d</td><td>e</td>"),
    ],
    ["|{code}a|b{code}|c|", table("<td><pre>a|b</pre></td><td>c</td>")],
    ["|&vert;|", table("<td>&vert;</td>")],
    ["text\n|a|\ntext", `<p>text</p>${table("<td>a</td>")}<p>text</p>`],
    ["|no row", "<p>|no row</p>"],
    ["|no row\n\nb|", "<p>|no row</p><p>b|</p>"],
  ])("shows %j", (text, expected) => {
    expect(show(text)).toBe(expected);
  });
});
