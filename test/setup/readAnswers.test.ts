import fc from "fast-check";
import { readAnswers, type WrittenAnswers } from "../../src/setup/readAnswers.ts";
import { acme, acmeBesideJira, answersOf } from "./acme.ts";

describe("the answers", () => {
  it("come in one form, with what was not said filled in", () => {
    expect(answersOf(acme)).toEqual({
      jiraUrl: "https://jira.acme.example/jira",
      host: "https://addin.acme.example/inlink",
      mode: "relay",
      siteName: "jira.acme.example",
      consumerKey: "inlink",
      upstream: undefined,
      framedBy: [],
      reach: { addin: undefined, jira: undefined },
      supportUrl: undefined,
    });
  });

  it("may be written with blanks, default ports, slashes, and a page's address for its folder's", () => {
    const written = {
      jira: " https://JIRA.acme.example:443/ ",
      host: "https://addin.acme.example/inlink/taskpane.html",
      mode: " cors ",
      name: " Our Jira ",
      upstream: "HTTP://10.0.0.5:8080/",
      framedBy: ["https://mail.acme.example/, https://owa.acme.example", "https://mail.acme.example"],
      addinAddress: "public",
      jiraAddress: "",
      support: "https://help.acme.example",
    };
    expect(answersOf(written)).toMatchObject({
      jiraUrl: "https://jira.acme.example",
      host: "https://addin.acme.example/inlink",
      mode: "cors",
      siteName: "Our Jira",
      upstream: "http://10.0.0.5:8080",
      framedBy: ["https://mail.acme.example", "https://owa.acme.example"],
      reach: { addin: "public", jira: undefined },
      supportUrl: "https://help.acme.example/",
    });
  });

  it("stay as they are when they are read again", () => {
    const host = fc.constantFrom("https://a.example", "https://a.example:8443/x", "https://A.example/x/y/");
    fc.assert(
      fc.property(host, fc.constantFrom("relay", "cors"), fc.string(), (address, mode, name) => {
        const once = answersOf({ ...acme, host: address, mode, name });
        const again = { jira: once.jiraUrl, host: once.host, mode: once.mode, name: once.siteName };
        expect(answersOf(again)).toEqual(once);
      }),
    );
  });

  it.each<[string, WrittenAnswers, string]>([
    ["no address at all", { host: acme.host }, "jira"],
    ["http", { ...acme, jira: "http://jira.acme.example" }, "jira"],
    ["a password in the address", { ...acme, jira: "https://me:secret@jira.acme.example" }, "jira"],
    ["a mode that is none", { ...acme, mode: "proxy" }, "mode"],
    ["the mode same-origin on another host", { ...acme, mode: "same-origin" }, "host"],
    ["the relay on Jira's own host", { ...acme, host: "https://jira.acme.example/inlink" }, "host"],
    ["CORS on Jira's own host", { ...acmeBesideJira, mode: "cors" }, "host"],
    [
      "Jira's own address as the folder",
      { ...acmeBesideJira, host: "https://jira.acme.example/jira" },
      "host",
    ],
    ["Jira's root as the folder", { ...acmeBesideJira, host: "https://jira.acme.example/" }, "host"],
    ["a consumer key with a blank", { ...acme, consumerKey: "in link" }, "consumerKey"],
    ["an upstream with a path", { ...acme, upstream: "http://10.0.0.5:8080/jira" }, "upstream"],
    ["a frame host with a path", { ...acme, framedBy: ["https://mail.acme.example/owa"] }, "framedBy"],
    ["a frame host without https", { ...acme, framedBy: ["http://mail.acme.example"] }, "framedBy"],
    ["an address that is neither public nor private", { ...acme, jiraAddress: "maybe" }, "jiraAddress"],
    ["a support page without https", { ...acme, support: "help.acme.example" }, "support"],
  ])("name the field that is wrong: %s", (_, written, field) => {
    expect(readAnswers(written).problems?.map((problem) => problem.field)).toEqual([field]);
  });

  it("say what to write instead, and repeat no password", () => {
    const { problems = [] } = readAnswers({
      jira: "jira.acme.example",
      host: acme.host,
      upstream: "http://me:secret@10.0.0.5",
    });
    expect(problems).toHaveLength(2);
    for (const { text } of problems) expect(text).toMatch(/^["A-Z].*\. Write .*https?:\/\//);
    expect(JSON.stringify(problems)).not.toContain("secret");
  });

  it("name all that is wrong at once", () => {
    const { problems } = readAnswers({ mode: "x", consumerKey: "?" });
    expect(problems?.map(({ field }) => field)).toEqual(["jira", "host", "mode", "consumerKey"]);
  });
});
