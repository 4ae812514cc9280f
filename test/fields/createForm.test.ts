import { firstDraft, type Draft } from "../../src/core/draft/draft.ts";
import type { CreateScreen, FieldMeta } from "../../src/core/jira.ts";
import { draftProblems, fieldsBeyondUs, neededFields, toJiraFields } from "../../src/fields/createForm.ts";
import { fakeRecents, field, fred, plainFields, printerOnFire } from "../core/fakes.ts";

const draft: Draft = { ...firstDraft(printerOnFire, fakeRecents()), text: "The mail's text" };
const screenWith = (...fields: readonly FieldMeta[]): CreateScreen => ({
  projectKey: "DEMO",
  issueTypeId: "3",
  fields: [...plainFields, ...fields],
});
const needed = (id: string, more: Parameters<typeof field>[1] = {}) => field(id, { required: true, ...more });
const names = (fields: readonly FieldMeta[]) => fields.map(({ id }) => id);

it("asks for what Jira needs, and neither for what it fills itself nor for what has its own place", () => {
  const screen = screenWith(
    needed("size"),
    field("colour"),
    needed("level", { hasDefault: true }),
    needed("project"),
    needed("reporter"),
  );
  expect(names(neededFields(screen))).toEqual(["size"]);
});

it("names what it cannot fill: kinds that it does not know, and a file that must be there at once", () => {
  const screen = screenWith(
    needed("size"),
    needed("who", { type: "user" }),
    needed("attachment", { type: "array" }),
  );
  expect(names(fieldsBeyondUs(screen))).toEqual(["who", "attachment"]);
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
  it("is place, summary, description and the needed fields", () => {
    const screen = screenWith(needed("size"), field("colour"));
    expect(toJiraFields(screen, { ...draft, values: { size: "L", colour: "red" } }, fred)).toEqual({
      project: { key: "DEMO" },
      issuetype: { id: "3" },
      summary: "Printer on fire",
      description: "The mail's text",
      size: "L",
    });
  });

  it("has no description where the screen has none, or the draft", () => {
    const bare: CreateScreen = { projectKey: "DEMO", issueTypeId: "3", fields: [needed("summary")] };
    expect(toJiraFields(bare, draft, fred)).not.toHaveProperty("description");
    expect(toJiraFields(screenWith(), { ...draft, text: "" }, fred)).not.toHaveProperty("description");
  });

  it("names the user as reporter where Jira needs one", () => {
    expect(toJiraFields(screenWith(needed("reporter", { type: "user" })), draft, fred)).toMatchObject({
      reporter: { name: "fred" },
    });
  });
});
