import type { FieldMeta } from "../../src/core/jira.ts";
import { date } from "../../src/fields/date.tsx";
import { line } from "../../src/fields/line.tsx";
import { longText } from "../../src/fields/longText.tsx";
import { number } from "../../src/fields/number.tsx";
import { parent } from "../../src/fields/parent.tsx";
import { pickMany } from "../../src/fields/pickMany.tsx";
import { pickOne } from "../../src/fields/pickOne.tsx";
import { fieldTypeFor } from "../../src/fields/registry.ts";
import { field } from "../core/fakes.ts";

const custom = "com.atlassian.jira.plugin.system.customfieldtypes:";
const options = [
  { id: "1", label: "One" },
  { id: "2", label: "Two" },
];
const schema = (type: string, more: Partial<FieldMeta["schema"]> = {}) => ({
  schema: { type, items: undefined, system: undefined, custom: undefined, ...more },
});
const needed = { required: true, name: "Size" };

describe("the registry", () => {
  it.each<[string, string | undefined, Partial<FieldMeta>]>([
    ["a text field", "line", schema("string", { custom: `${custom}textfield` })],
    ["a URL", "line", schema("string", { custom: `${custom}url` })],
    ["a text area", "longText", schema("string", { custom: `${custom}textarea` })],
    ["the environment", "longText", schema("string", { system: "environment" })],
    ["a number", "number", schema("number", { custom: `${custom}float` })],
    ["a due date", "date", schema("date", { system: "duedate" })],
    ["a select list", "pickOne", { ...schema("option"), allowedValues: options }],
    ["a text with allowed values", "pickOne", { ...schema("string"), allowedValues: options }],
    ["the priority", "pickOne", { ...schema("priority", { system: "priority" }), allowedValues: options }],
    ["components", "pickMany", { ...schema("array", { items: "component" }), allowedValues: options }],
    ["a parent", "parent", schema("issuelink", { system: "parent" })],
    ["labels", undefined, schema("array", { items: "string", system: "labels" })],
    ["a user", undefined, schema("user", { custom: `${custom}userpicker` })],
    ["a time", undefined, schema("datetime")],
    ["a cascade", undefined, { ...schema("option-with-child"), allowedValues: options }],
    ["an app's own field", undefined, schema("any")],
  ])("fills %s by %s", (_, id, meta) => {
    expect(fieldTypeFor(field("f", meta))?.id).toBe(id);
  });
});

describe("what Jira is sent", () => {
  const any = field("f");
  const one = field("f", { ...schema("option"), allowedValues: options });
  const many = field("f", { ...schema("array"), allowedValues: options });
  it.each([
    ["a line without blanks around it", line.toJira(" a b ", any), "a b"],
    ["long text as it is", longText.toJira(" a\n", any), " a\n"],
    ["a number with a comma", number.toJira(" 12,5", any), 12.5],
    ["a day", date.toJira("2026-11-12", any), "2026-11-12"],
    ["a choice by its id", pickOne.toJira("2", one), { id: "2" }],
    ["choices by their ids", pickMany.toJira(["2", "1"], many), [{ id: "2" }, { id: "1" }]],
    ["a parent by its key", parent.toJira(" demo-1 ", any), { key: "DEMO-1" }],
    ["no blank line", line.toJira("  ", any), undefined],
    ["no blank text", longText.toJira("\n", any), undefined],
    ["no missing number", number.toJira("", any), undefined],
    ["no missing day", date.toJira("", any), undefined],
    ["no missing choice", pickOne.toJira("", one), undefined],
    ["no empty list", pickMany.toJira([], many), undefined],
    ["no missing parent", parent.toJira(" ", any), undefined],
    ["no choice of another project", pickOne.toJira("99", one), undefined],
    ["no choices of another project", pickMany.toJira(["99", "1"], many), [{ id: "1" }]],
  ])("is %s", (_, sent, expected) => {
    expect(sent).toEqual(expected);
  });
});

describe("what is wrong", () => {
  const one = field("f", { ...needed, ...schema("option"), allowedValues: options });
  const many = field("f", { ...needed, ...schema("array"), allowedValues: options });
  const any = field("f", needed);
  it.each([
    ["an empty line", line.problem("  ", any)],
    ["an empty text", longText.problem("", any)],
    ["no number", number.problem("", any)],
    ["no day", date.problem("", any)],
    ["no choice", pickOne.problem("", one)],
    ["a choice of another project", pickOne.problem("99", one)],
    ["no choices", pickMany.problem([], many)],
    ["only choices of another project", pickMany.problem(["99"], many)],
    ["no parent", parent.problem("", any)],
  ])("with %s is that it is needed", (_, problem) => {
    expect(problem).toBe("Size is needed.");
  });

  it("is nothing where the field may stay empty, or Jira fills it", () => {
    expect(line.problem("", field("f"))).toBeUndefined();
    expect(line.problem("", field("f", { ...needed, hasDefault: true }))).toBeUndefined();
    expect(number.problem("", field("f"))).toBeUndefined();
  });

  it.each(["twelve", "1.2.3", "Infinity", "1.234,5"])("with the number %s is said", (typed) => {
    expect(number.problem(typed, any)).toBe("Size must be a number, such as 12.5.");
  });

  it("is nothing with a good number, 0 included", () => {
    expect(number.problem("0", any)).toBeUndefined();
    expect(number.problem("-1.5", any)).toBeUndefined();
  });
});
