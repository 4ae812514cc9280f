import { withPictureMarks } from "../../../src/core/preview/pictureMarks.ts";
import { renderedText, type Shown } from "../../../src/core/preview/renderedText.ts";

const noMarks = withPictureMarks("", []).marks;
const read = (html: string, marks = noMarks) => renderedText(html, marks);

/** As HTML again, with what was checked. */
function shown(content: readonly Shown[]): string {
  return content
    .map((one) => {
      if (typeof one === "string") return one;
      if (one.kind === "picture") return `[${one.picture.name} ${one.picture.width ?? "as it is"}]`;
      if (one.kind === "absent") return `[no ${one.name}]`;
      const { tag, role, colour, href, children } = one;
      const said = [tag, role, colour, href].filter(Boolean).join(" ");
      return `<${said}>${shown(children)}</>`;
    })
    .join("");
}
const see = (html: string, marks = noMarks) => shown(read(html, marks).content);

describe("Jira's HTML", () => {
  it.each([
    [
      "text effects",
      "<p><b>a</b> <em>b</em> <ins>c</ins> <tt>d</tt></p>",
      "<p><b>a</> <em>b</> <ins>c</> <code>d</></>",
    ],
    ["headings with their anchors", '<h2><a name="A"></a>A</h2>', "<h2><a></>A</>"],
    [
      "tables",
      "<div class='table-wrap'>\n<table class='confluenceTable'><tbody>\n<tr>\n<th class='confluenceTh'>A</th>\n</tr>\n</tbody></table>\n</div>",
      "<div>\n<table><tbody><tr><th>A</></></></>\n</>",
    ],
    ["lists", '<ul class="alternate" type="square">\n\t<li>a</li>\n</ul>', "<ul><li>a</></>"],
    [
      "a panel",
      '<div class="panel" style="border-width: 1px;"><div class="panelHeader"><b>T</b></div><div class="panelContent">x</div></div>',
      "<div panel><div title><b>T</></><div>x</></>",
    ],
    [
      "code, without its frame",
      '<div class="code panel"><div class="codeContent panelContent"><pre class="code-java"><span class="code-keyword">if</span></pre></div></div>',
      "<div><div><pre><span>if</></></></>",
    ],
    ["an error", '<span class="error">Unknown macro: {x}</span>', "<span error>Unknown macro: {x}</>"],
    [
      "colours",
      '<font color="#ff0000">a</font><span style="color: rgb(0,0,255)">b</span>',
      "<span #ff0000>a</><span #0000ff>b</>",
    ],
    [
      "no colours but colours",
      '<font color="url(x)">a</font><span style="color:expression(1)">b</span>',
      "<span>a</><span>b</>",
    ],
    [
      "emoticons",
      '<img class="emoticon" src="https://j.example/images/icons/emoticons/smile.png" alt="">',
      "🙂",
    ],
    [
      "link icons",
      '<a href="mailto:a@b.example">a<sup><img class="rendericon" src="/m.gif"></sup></a>',
      "<a mailto:a@b.example>a<sup></></>",
    ],
  ])("shows %s", (_what, html, expected) => expect(see(html)).toBe(expected));

  it.each([
    ["http://a.example/?b=c&amp;d", "<a http://a.example/?b=c&d>x</>"],
    ["HTTPS://a.example", "<a https://a.example/>x</>"],
    ["tel:+1234", "<a tel:+1234>x</>"],
    ["javascript:alert(1)", "<a>x</>"],
    [" java&#10;script:alert(1)", "<a>x</>"],
    ["&#1;javascript:alert(1)", "<a>x</>"],
    ["data:text/html,x", "<a>x</>"],
    ["blob:https://a.example/1", "<a>x</>"],
    ["file:///c:/x", "<a>x</>"],
    ["//evil.example", "<a>x</>"],
    ["/jira/secure/ViewProfile.jspa", "<a>x</>"],
    ["#here", "<a>x</>"],
    ["https://", "<a>x</>"],
  ])("follows of %s what may be followed", (href, expected) =>
    expect(see(`<a href="${href}">x</a>`)).toBe(expected),
  );

  it.each([
    ["<script>alert(1)</script>a", "a"],
    ["<p onclick='alert(1)' style='position:fixed' id=x class=y>a</p>", "<p>a</>"],
    ["<style>p{}</style><iframe srcdoc='<p>x'>y</iframe><svg><a href='https://x.example'>z</a></svg>b", "b"],
    ["<object data=x>a</object><embed src=x><template><p>t</p></template>b", "b"],
    ["<form action=https://evil.example><input name=a value=v>words<button>c</button></form>", "words"],
    ["<base href=https://evil.example><meta http-equiv=refresh content=0><link rel=stylesheet href=x>a", "a"],
    ["<img src=x onerror=alert(1)><img src='https://t.example/a%20b.gif?u=1' alt=' '>", "[no x][no a b.gif]"],
    ["<custom-tag><constructor>a</constructor></custom-tag><toString>b</toString>", "ab"],
    ["</p></div></script>a<b>c", "<p></>a<b>c</>"],
    ["<scr<script>ipt>alert(1)</script>", "ipt>alert(1)"],
  ])("lets nothing else through: %s", (html, expected) => expect(see(html)).toBe(expected));

  it("shows the mail's pictures where their marks came back, also in cells and links, but not in code", () => {
    const { text, marks } = withPictureMarks("!x.png|width=30!", ["x.png"]);
    expect(see(`<td>a${text}b</td><a href="https://a.example">${text}</a>`, marks)).toBe(
      "<td>a[x.png 30]b</><a https://a.example/>[x.png 30]</>",
    );
    expect(see(`<pre><span>${text}</span></pre>`, marks)).toBe("<pre><span>!x.png|width=30!</></>");
    expect(see(text.replace("⧼", "&#10748;").replace("⧽", "&#x29fd;"), marks)).toBe("[x.png 30]");
    expect(see("⧼7⧽", marks)).toBe("");
  });

  it("is bounded in depth, and loses no words by it", () => {
    const { content } = read(`${"<b>".repeat(200_000)}deep${"</b>".repeat(200_000)}`);
    const depth = (some: readonly Shown[]): number =>
      Math.max(
        0,
        ...some.map((one) =>
          typeof one !== "string" && one.kind === "element" ? 1 + depth(one.children) : 0,
        ),
      );
    expect(depth(content)).toBe(60);
    expect(shown(content)).toContain("deep");
  });

  it("is bounded in size, and says so", () => {
    const { content, cut } = read("<p>a</p>".repeat(300_000));
    expect(content).toHaveLength(5_000);
    expect(cut).toBe(true);
    expect(read("<p>a</p>".repeat(1_000)).cut).toBe(false);
  });
});
