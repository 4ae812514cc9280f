import { DomUtils, parseDocument } from "htmlparser2";
import { jiraPage } from "../../src/setup/jiraPage.ts";
import { jiraSteps, type JiraTask } from "../../src/setup/jiraSteps.ts";
import type { WrittenAnswers } from "../../src/setup/readAnswers.ts";
import { acme, acmeBesideJira, answersOf } from "./acme.ts";

const publicKey = "-----BEGIN PUBLIC KEY-----\nMIIB+a/b=\n-----END PUBLIC KEY-----\n";
const made = { publicKey, happened: "made" } as const;

const tasksOf = (written: WrittenAnswers = acme) => jiraSteps(answersOf(written), made);
const valuesOf = (tasks: readonly JiraTask[]) =>
  Object.fromEntries(
    tasks.flatMap(({ steps }) => steps.flatMap(({ value }) => (value ? [[value.field, value.text]] : []))),
  );

describe("the steps in Jira", () => {
  it("have each value to type by itself", () => {
    expect(valuesOf(tasksOf({ ...acme, consumerKey: "outlook" }))).toEqual({
      applicationUrl: "https://addin.acme.example.invalid/inlink",
      applicationName: "Inlink",
      consumerKey: "outlook",
      consumerName: "Inlink",
      publicKey,
    });
  });

  it("name the choice that makes an OAuth 1.0a link, the one that does not, and what must stay empty or off", () => {
    const text = JSON.stringify(tasksOf());
    for (const words of [
      "Atlassian product",
      'Not \\"External application\\"',
      "No response was received",
      "Create incoming link",
      "Generic Application",
      "Consumer Callback URL",
      "Allow 2-Legged OAuth",
    ])
      expect(text).toContain(words);
  });

  it("have the exact origin for the allowlist, in the mode cors only", () => {
    const cors = tasksOf({ ...acme, host: "https://addin.acme.example:8443/inlink/", mode: "cors" });
    expect(valuesOf(cors)).toMatchObject({ allowlistOrigin: "https://addin.acme.example:8443" });
    for (const written of [acme, acmeBesideJira])
      expect(tasksOf(written).map(({ id }) => id)).toEqual(["link", "two-legged"]);
  });

  it.each([
    ["https://addin.acme.example", "https://addin.acme.example.invalid"],
    ["https://addin.acme.example:8443/x", "https://addin.acme.example-8443.invalid/x"],
    ["https://10.0.0.5", "https://10.0.0.5.invalid"],
    ["https://[::1]:8443", "https://1-8443.invalid"],
  ])(
    "give the link at %s a URL that nobody can own, so that Jira opens CORS for nobody",
    (host, applicationUrl) => {
      const values = valuesOf(tasksOf({ ...acme, host, mode: "cors" }));
      expect(values).toMatchObject({ applicationUrl });
      expect(new URL(applicationUrl).href).toBe(
        `${applicationUrl}${applicationUrl.includes("/x") ? "" : "/"}`,
      );
    },
  );

  it("say after a rotation what to replace, and nothing of a new link", () => {
    const tasks = jiraSteps(answersOf(), { publicKey, happened: "rotated" });
    expect(tasks.map(({ id }) => id)).toEqual(["replace-key", "two-legged"]);
    expect(valuesOf(tasks)).toEqual({ publicKey });
  });
});

describe("the handout for Jira", () => {
  const hostile = { ...acme, name: `<img src=x onerror=alert(1)>"'&amp; </script>` };
  const page = jiraPage(answersOf(hostile), tasksOf(hostile));
  const document = parseDocument(page);
  const all = (tag: string) => DomUtils.getElementsByTagName(tag, document);

  it("shows every value as it is to be typed, without any script", () => {
    const shown = all("pre").map((element) => [
      element.attribs["data-field"],
      DomUtils.textContent(element).trim(),
    ]);
    const wanted = Object.entries(valuesOf(tasksOf(hostile))).map(([field, text]) => [field, text.trim()]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(wanted));
  });

  it("takes a hostile name for text", () => {
    expect(all("img")).toEqual([]);
    expect(all("script")).toHaveLength(1);
    expect(all("h1").map((title) => DomUtils.textContent(title))).toEqual([
      `Inlink: what to do in ${hostile.name}`,
    ]);
  });

  it("loads nothing and sends nothing", () => {
    const addresses = DomUtils.getElementsByTagName("*", document).flatMap(({ attribs }) => [
      ...(attribs["src"] ? [attribs["src"]] : []),
      ...(attribs["href"] ? [attribs["href"]] : []),
    ]);
    expect(addresses).toEqual(["https://jira.acme.example/jira"]);
    expect(page).toContain("default-src 'none'");
  });
});
