import { authorizeUrl, signInStep, type Opener } from "../../src/pages/signin/step.ts";

const web = "Outlook$Web$16.01$en-US$c0ffee$isDialog$$0";
const windows = "Outlook$Win32$16.02$en-US$telemetry$isDialog$$0";
const popup: Opener = { present: true, hostInfo: web };
const cut: Opener = { present: false, hostInfo: web };
const native: Opener = { present: false, hostInfo: windows };
const tab: Opener = { present: false, hostInfo: undefined };

const out = "?site=main&token=ReqTok-1_a";
const back = "?oauth_token=ReqTok-1_a&oauth_verifier=aB3dE6";
const deny = "?oauth_token=ReqTok-1_a&oauth_verifier=denied";

describe("on the way out", () => {
  it.each([
    ["a popup of Outlook on the web", popup, false],
    ["an ordinary tab", tab, false],
    ["a window of Outlook on Windows, which needs office.js to see its address", native, true],
    [
      "a window of an older Outlook that writes its host info with bars",
      { present: false, hostInfo: "outlook|mac|16.00|de-de" },
      true,
    ],
  ])("goes to Jira from %s", (_what, opener, officeFirst) => {
    expect(signInStep(out, opener)).toEqual({ kind: "go", siteId: "main", token: "ReqTok-1_a", officeFirst });
  });

  it("minds neither Office's own parameter nor others that mean nothing", () => {
    expect(signInStep(`${out}&_host_Info=${web}&et=`, popup)).toMatchObject({ kind: "go" });
  });

  it.each(["", "a b", "a/b", "ä", "a".repeat(129), "a%26oauth_callback%3Dx"])(
    "refuses the token %j",
    (token) => {
      expect(signInStep(`?site=main&token=${token}`, popup)).toEqual({ kind: "refuse", reason: "odd-token" });
    },
  );

  it("takes a token of 128 characters", () => {
    expect(signInStep(`?site=main&token=${"a".repeat(128)}`, popup)).toMatchObject({ kind: "go" });
  });

  it("refuses a parameter that comes twice", () => {
    expect(signInStep(`${out}&token=other`, popup)).toEqual({ kind: "refuse", reason: "odd-token" });
  });

  it.each([
    "&url=https://evil.example",
    "&next=%2F%2Fevil.example",
    "&next=%5C%5Cevil.example",
    "&u=%20javascript:alert(1)",
    "&u=data:text/html,x",
    "&_host_Info=https://evil.example",
  ])("refuses a parameter that names an address: %s", (added) => {
    expect(signInStep(out + added, popup)).toEqual({ kind: "refuse", reason: "foreign-address" });
    expect(signInStep(back + added, popup)).toEqual({ kind: "refuse", reason: "foreign-address" });
  });

  it.each(["", "?", "?hello=1", `?_host_Info=${web}`])("refuses to do anything for %j", (search) => {
    expect(signInStep(search, popup)).toEqual({ kind: "refuse", reason: "nothing-asked" });
  });
});

describe("Jira's address", () => {
  const sites = [
    { id: "main", baseUrl: "https://jira.example.com/jira" },
    { id: "test", baseUrl: "https://jira-test.example.com" },
  ];

  it("is made from config.json", () => {
    expect(authorizeUrl(sites, "main", "ReqTok")).toBe(
      "https://jira.example.com/jira/plugins/servlet/oauth/authorize?oauth_token=ReqTok",
    );
  });

  it.each(["", "other", "https://evil.example", "__proto__"])("does not exist for the site %j", (id) => {
    expect(authorizeUrl(sites, id, "ReqTok")).toBeUndefined();
  });
});

describe("on the way back", () => {
  const answer = { oauth_token: "ReqTok-1_a", oauth_verifier: "aB3dE6" };

  it.each([
    ["a popup whose opener is there", popup],
    ["a native window, which never has an opener", native],
  ])("reports to the pane from %s", (_what, opener) => {
    expect(signInStep(back, opener)).toEqual({ kind: "report", answer });
    expect(signInStep(deny, opener)).toEqual({
      kind: "report",
      answer: { ...answer, oauth_verifier: "denied" },
    });
  });

  it.each([
    ["a popup on the web whose opener was cut", cut],
    ["an ordinary tab", tab],
    ["a tab that some other page opened", { present: true, hostInfo: undefined }],
    ["a window whose host info is not one", { present: true, hostInfo: "nonsense" }],
  ])("shows the code in %s", (_what, opener) => {
    expect(signInStep(back, opener)).toEqual({ kind: "show-code", code: "aB3dE6" });
    expect(signInStep(deny, opener)).toEqual({ kind: "denied" });
  });

  it.each([
    "?oauth_token=ReqTok",
    "?oauth_verifier=aB3dE6",
    "?oauth_token=&oauth_verifier=aB3dE6",
    "?oauth_token=ReqTok&oauth_verifier=%3Cb%3E",
    `${back}&oauth_verifier=other`,
    `${back}&site=main`,
    `${back}&token=x`,
  ])("refuses what Jira does not send: %s", (search) => {
    expect(signInStep(search, popup)).toEqual({ kind: "refuse", reason: "odd-answer" });
  });
});
