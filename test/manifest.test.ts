/** The template, and what set-up makes of it; `manifest/checks.ts` knows what Outlook punishes. */
import { readFileSync } from "node:fs";
import type { SetupAnswers } from "../src/setup/answers.ts";
import { manifestFile } from "../src/setup/manifestFile.ts";
import { checks, manifestProblems } from "./manifest/checks.ts";
import { mutations } from "./manifest/mutations.ts";
import { repository } from "./manifest/shipped.ts";

const template = readFileSync("manifest.xml", "utf8");

describe("the manifest", () => {
  it("has nothing that Outlook punishes", () => {
    expect(manifestProblems(template, repository)).toEqual([]);
  });

  it.each(mutations)("would be caught with $fault ($check)", ({ check, change, shipped }) => {
    const text = change(template);
    // A fault that does not apply to the template would pass unseen.
    expect(text !== template || shipped !== undefined).toBe(true);
    const found = manifestProblems(text, { ...repository, ...shipped });
    expect(found.filter((problem) => problem.startsWith(`${check}: `))).not.toEqual([]);
  });

  it("has a fault in the list for each check, so that none is one that cannot fail", () => {
    expect(new Set(mutations.map(({ check }) => check))).toEqual(new Set(Object.keys(checks)));
  });
});

describe("the manifest that set-up makes", () => {
  const answers: SetupAnswers = {
    jiraUrl: "https://jira.example.com/jira",
    host: "https://addin.example.com/inlink",
    mode: "relay",
    siteName: "Example Jira",
    consumerKey: "inlink",
    upstream: undefined,
    framedBy: [],
    reach: { addin: undefined, jira: undefined },
    supportUrl: undefined,
  };
  const made: readonly (readonly [string, SetupAnswers, readonly string[]])[] = [
    ["relay", answers, ["https://addin.example.com", "https://jira.example.com"]],
    ["cors", { ...answers, mode: "cors" }, ["https://addin.example.com", "https://jira.example.com"]],
    [
      "same-origin",
      { ...answers, mode: "same-origin", host: "https://jira.example.com/outlook-addin" },
      ["https://jira.example.com"],
    ],
    [
      "relay at the top of a host with a port, and help elsewhere",
      {
        ...answers,
        host: "https://addin.example.com:8443",
        supportUrl: "https://help.example.com/?a=1&b=$&",
      },
      ["https://addin.example.com:8443", "https://jira.example.com"],
    ],
  ];

  it.each(made)("has nothing that Outlook punishes, and no localhost left: %s", (_mode, given, domains) => {
    const text = manifestFile(template, given, "3b241101-e2bb-4255-8caf-4136c566a962");
    expect(manifestProblems(text, { ...repository, as: "published" })).toEqual([]);
    expect(text.match(/(?<=<AppDomain>)[^<]*/g)).toEqual(domains);
    expect(text).toContain(`"${given.host}/taskpane.html"`);
  });
});
