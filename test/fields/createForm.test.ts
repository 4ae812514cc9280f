import { firstDraft, type Draft } from "../../src/core/draft/draft.ts";
import type { CreateScreen, FieldMeta } from "../../src/core/jira.ts";
import { draftProblems, fieldsBeyondUs, formFields, toJiraContent } from "../../src/fields/createForm.ts";
import { fakeRecents, field, fred, plainFields, printerOnFire } from "../core/fakes.ts";

const draft: Draft = { ...firstDraft(printerOnFire, fakeRecents()), text: "The mail's text" };
const screenWith = (...fields: readonly FieldMeta[]): CreateScreen => ({
  projectKey: "DEMO",
  issueTypeId: "3",
  fields: [...plainFields, ...fields],
});
const needed = (id: string, more: Parameters<typeof field>[1] = {}) => field(id, { required: true, ...more });
const names = (fields: readonly FieldMeta[]) => fields.map(({ id }) => id);
const neededIn = (screen: CreateScreen) => names(formFields(screen).needed.map(({ meta }) => meta));
const fieldsOf = (screen: CreateScreen, one: Draft) => toJiraContent(screen, one, fred).fields;

it("asks for what Jira needs, and neither for what it fills itself nor for what has its own place", () => {
  const screen = screenWith(
    needed("size"),
    field("colour"),
    needed("level", { hasDefault: true }),
    needed("project"),
    needed("reporter"),
  );
  expect(neededIn(screen)).toEqual(["size"]);
});

it("names what it cannot fill: kinds that it does not know, and a file that must be there at once", () => {
  const screen = screenWith(
    needed("size"),
    needed("cost", { type: "any" }),
    needed("attachment", { type: "array" }),
  );
  expect(names(fieldsBeyondUs(screen))).toEqual(["cost", "attachment"]);
});

describe("problems", () => {
  it("are those of the summary and of each needed field", () => {
    const screen = screenWith(
      needed("size", { name: "Size" }),
      needed("points", { name: "Points", type: "number" }),
    );
    const values = { points: "many" };
    expect(draftProblems(screen, { ...draft, summary: "  ", values })).toEqual({
      summary: "Summary is needed.",
      size: "Size is needed.",
      points: "Points must be a number, such as 12.5.",
    });
  });

  it("are none in a draft that is complete", () => {
    expect(draftProblems(screenWith(needed("size")), { ...draft, values: { size: "L" } })).toEqual({});
  });

  it("begin with the 256th character of the summary, blanks around it not counted", () => {
    const screen = screenWith();
    expect(draftProblems(screen, { ...draft, summary: ` ${"x".repeat(255)} ` })).toEqual({});
    expect(draftProblems(screen, { ...draft, summary: "x".repeat(256) })).toHaveProperty("summary");
  });
});

describe("what Jira is sent", () => {
  it("is place, summary, description and what was filled in", () => {
    const screen = screenWith(needed("size"), field("colour"));
    expect(fieldsOf(screen, { ...draft, values: { size: "L", colour: "red" } })).toEqual({
      project: { key: "DEMO" },
      issuetype: { id: "3" },
      summary: "Printer on fire",
      description: "The mail's text",
      size: "L",
      colour: "red",
    });
  });

  it("has no description where the screen has none, or the draft", () => {
    const bare: CreateScreen = { projectKey: "DEMO", issueTypeId: "3", fields: [needed("summary")] };
    expect(fieldsOf(bare, draft)).not.toHaveProperty("description");
    expect(fieldsOf(screenWith(), { ...draft, text: "" })).not.toHaveProperty("description");
  });

  it("names the user as reporter where Jira needs one", () => {
    expect(fieldsOf(screenWith(needed("reporter", { type: "user" })), draft)).toMatchObject({
      reporter: { name: "fred" },
    });
  });

  it("leaves a default that nobody touched to Jira, and says so where it was emptied", () => {
    const screen = screenWith(
      field("level", { hasDefault: true, defaultValue: "high" }),
      field("size", { hasDefault: true, defaultValue: "L" }),
    );
    const sent = fieldsOf(screen, { ...draft, values: { size: "" } });
    expect(sent).not.toHaveProperty("level");
    expect(sent).toHaveProperty("size", null);
  });

  it("is an operation where Jira takes nothing else", () => {
    const schema = { type: "array", items: "issuelinks", system: "issuelinks", custom: undefined };
    const screen = screenWith(field("issuelinks", { schema }));
    const values = { issuelinks: { kind: "Blocks inward", issue: [{ id: "demo-1", label: "DEMO-1" }] } };
    expect(toJiraContent(screen, { ...draft, values }, fred).update).toEqual({
      issuelinks: [{ add: { type: { name: "Blocks" }, inwardIssue: { key: "DEMO-1" } } }],
    });
  });

  it("has no value of another kind that a draft may hold", () => {
    expect(fieldsOf(screenWith(field("size")), { ...draft, values: { size: 12 } })).not.toHaveProperty(
      "size",
    );
  });
});

describe("the order of the form", () => {
  it("is what is needed, what many fill, and the rest", () => {
    const priority = {
      schema: { type: "priority", items: undefined, system: "priority", custom: undefined },
    };
    const screen = screenWith(
      field("colour"),
      field("priority", { ...priority, allowedValues: [{ id: "1", label: "High" }] }),
      needed("size"),
      field("cost", { type: "any" }),
    );
    const { needed: first, usual, rest } = formFields(screen);
    expect([first, usual, rest].map((group) => group.map(({ meta }) => meta.id))).toEqual([
      ["size"],
      ["priority"],
      ["colour"],
    ]);
  });
});
