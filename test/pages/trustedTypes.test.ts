import { passHtml, passScript, passScriptUrl } from "../../src/pages/trustedTypes/rules.ts";

const folder = "https://addin.example.com/inlink/";

describe("addresses of scripts", () => {
  it.each([
    "js/329.d10b7ed96825.js",
    "https://addin.example.com/inlink/js/329.d10b7ed96825.js",
    "https://appsforoffice.microsoft.com/lib/1/hosted/outlook-web-16.01.js",
    "https://ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js",
    "//ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js",
  ])("%s passes", (address) => {
    expect(passScriptUrl(address, folder)).toBe(address);
  });

  it.each([
    "https://evil.example/a.js",
    "https://appsforoffice.microsoft.com.evil.example/a.js",
    "http://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    "https://addin.example.com/inlink/config.json",
    "js/../../elsewhere/a.js",
    "https://addin.example.com/jira-relay/rest/api/2/attachment/content/1",
    "data:text/javascript,alert(1)",
    "blob:https://addin.example.com/1",
    "javascript:alert(1)",
  ])("%s is refused", (address) => {
    expect(passScriptUrl(address, folder)).toBeNull();
  });
});

it("code as text becomes nothing, and that is told", () => {
  const warn = jest.fn();
  expect(passScript("Element onclick", warn)).toBe("");
  expect(warn).toHaveBeenCalledWith("Inlink's page lets no script write code (Element onclick)");
});

describe("HTML", () => {
  const warnings: string[] = [];
  const pass = (html: string, sink: string) => passHtml(html, sink, (words) => warnings.push(words));
  beforeEach(() => void (warnings.length = 0));

  it("passes where it is text, or only parsed", () => {
    expect(pass("This app is not trusted & stops.", "Element innerHTML")).toBe(
      "This app is not trusted & stops.",
    );
    expect(pass("<r><t cid='1'/></r>", "DOMParser parseFromString")).toBe("<r><t cid='1'/></r>");
    expect(warnings).toEqual([]);
  });

  it("passes with one link that leads nowhere", () => {
    const notice = 'Change <a id="b1" href="#" onclick="">the settings</a> of your browser.';
    expect(pass(notice, "Element innerHTML")).toBe(notice);
  });

  it.each([
    '<a href="https://evil.example">Sign in</a>',
    '<a id="b1" href="#" onclick="alert(1)">settings</a>',
    '<a id="b1" href="#" style="position:fixed">settings</a>',
    '<a href="#">one</a> <a href="#">two</a>',
    '<a href="#"><img src=x onerror=alert(1)></a>',
  ])("does not pass as %s", (html) => {
    expect(pass(html, "Element innerHTML")).toBe("");
  });

  it.each(["Element innerHTML", "Document write", "Range createContextualFragment"])(
    "becomes nothing where it would be written by %s, and that is told",
    (sink) => {
      expect(pass("<img src=x onerror=alert(1)>", sink)).toBe("");
      expect(warnings).toEqual([`Inlink's page lets no script write HTML (${sink})`]);
    },
  );
});
