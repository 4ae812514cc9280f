import { htmlToWiki } from "../../../src/core/wiki/fromHtml.ts";
import { textToWiki } from "../../../src/core/wiki/fromText.ts";
import { openedLink } from "../../../src/core/wiki/openedLink.ts";

const safe = (inner: string) =>
  `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=05%7C02&reserved=0`;

describe("a link that a mail gateway has wrapped", () => {
  it.each([
    [safe("https://example.com/a?b=c&d=e#f"), "https://example.com/a?b=c&d=e#f"],
    [safe(safe("https://example.com/")), "https://example.com/"],
    ["https://urldefense.com/v3/__https://example.com/a*b?c=d__;Iw!!ABC!def$", "https://example.com/a#b?c=d"],
    ["https://urldefense.com/v3/__https:/example.com/a__;!!ABC!def$", "https://example.com/a"],
    [
      "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.com_a-5Fb&d=DwM",
      "https://example.com/a_b",
    ],
    ["https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fexample.com%2fx&c=E,1", "https://example.com/x"],
    ["https://secure-web.cisco.com/1abc/https%3A%2F%2Fexample.com%2Fx", "https://example.com/x"],
    ["https://www.google.com/url?q=https://example.com/g&sa=D", "https://example.com/g"],
  ])("leads where it led before: %s", (wrapped, address) => {
    expect(openedLink(wrapped)).toBe(address);
  });

  it.each([
    safe("javascript:alert(1)"),
    safe("not an address"),
    "https://nam02.safelinks.protection.outlook.com/?data=x",
    "https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fexample.com",
    "https://www.google.com/search?q=https://example.com/",
    "https://example.com/?url=https://example.org/",
    "mailto:a@example.com",
    "https://",
    "",
  ])("is left alone where it is none: %s", (address) => {
    expect(openedLink(address)).toBe(address);
  });

  it("is opened in plain text, too", () => {
    expect(textToWiki(`See ${safe("https://example.com/a")} now`)).toBe("See https://example.com/a now");
  });
});

describe("lists of Word's whose signs Outlook on the web has left as text", () => {
  it("are lists", () => {
    const item = (text: string) =>
      `<p class="x_MsoListParagraph" style="text-indent:-18pt"><span>·</span><span>&nbsp;&nbsp; </span>${text}</p>`;
    expect(htmlToWiki(`${item("One")}${item("Two")}<p class="x_MsoListParagraph">Only indented</p>`)).toBe(
      "* One\n* Two\n\nOnly indented",
    );
  });
});
