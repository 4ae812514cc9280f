import fc from "fast-check";
import type { FieldMeta } from "../../src/core/jira.ts";
import { type FieldType, type SchemaPattern } from "../../src/fields/fieldType.ts";
import { fieldTypeFor, fieldTypes } from "../../src/fields/registry.ts";
import { fieldDefinition } from "../../sim/jira/data/fields.ts";
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

/** A field of exactly this kind. */
function metaOf(
  { type = "string", items, system, custom: key }: SchemaPattern,
  more: Partial<FieldMeta> = {},
) {
  return field(system ?? "customfield_1", { ...schema(type, { items, system, custom: key }), ...more });
}

const patterns = fieldTypes.flatMap((type) => type.schemas.map((pattern) => ({ type, pattern })));
const told = ({ type, items, system, custom: key }: SchemaPattern) =>
  [type, items, system ?? key].filter((part) => part !== undefined).join(" ") || "anything with values";

describe("the registry", () => {
  it("has at least 45 kinds, each under an id of its own", () => {
    expect(fieldTypes.length).toBeGreaterThanOrEqual(45);
    expect(new Set(fieldTypes.map(({ id }) => id)).size).toBe(fieldTypes.length);
  });

  it.each(patterns.map((one) => [told(one.pattern), one] as const))(
    "knows %s again",
    (_, { type, pattern }) => {
      const { allowedValues = pattern.listed ? options : undefined } = type.example();
      expect(fieldTypeFor(metaOf(pattern, { allowedValues }))?.id).toBe(type.id);
    },
  );

  it.each<[string, string | undefined, Partial<FieldMeta>]>([
    ["a text of an app", "text", schema("string", { custom: "com.example:text" })],
    ["a text with allowed values", "select", { ...schema("string"), allowedValues: options }],
    ["an app's own list", "multiselect", { ...schema("array", { items: "json" }), allowedValues: options }],
    ["a list of words of an app", "labels-field", schema("array", { items: "string" })],
    ["somebody", "userpicker", schema("user", { custom: "com.example:owner" })],
    ["a cascade of an app", "cascadingselect", { ...schema("option-with-child"), allowedValues: options }],
    [
      "a select list of which Jira lists no values",
      undefined,
      schema("option", { custom: `${custom}select` }),
    ],
    ["an app's own field", undefined, schema("any", { custom: "com.example:own" })],
    ["an app's own list without values", undefined, schema("array", { items: "json" })],
  ])("fills %s by %s", (_, id, meta) => {
    expect(fieldTypeFor(field("f", meta))?.id).toBe(id);
  });
});

/** What create metadata says of it, with a value that fits. */
function exampleOf(type: FieldType, more: Partial<FieldMeta> = {}) {
  const { value, allowedValues } = type.example();
  return { value, meta: metaOf(type.schemas[0] ?? {}, { allowedValues, ...more }) };
}

describe.each(fieldTypes.map((type) => [type.id, type] as const))("%s", (_, type) => {
  it("sends its example, and nothing where it is empty", () => {
    const { value, meta } = exampleOf(type);
    expect(type.problem(value, meta)).toBeUndefined();
    expect(type.toJira(value, meta)).toBeDefined();
    expect(type.toJira(type.empty(), meta)).toBeUndefined();
  });

  it("is asked for where Jira needs it, and only there", () => {
    const { meta } = exampleOf(type, needed);
    expect(type.problem(type.empty(), meta)).toBe("Size is needed.");
    expect(type.problem(type.empty(), { ...meta, required: false })).toBeUndefined();
    expect(type.problem(type.empty(), { ...meta, hasDefault: true })).toBeUndefined();
  });

  it("has values that outlive draft, switch and reload", () => {
    for (const value of [type.empty(), type.example().value])
      expect(type.read(JSON.parse(JSON.stringify(value)))).toEqual(value);
  });

  it("takes nothing for its own that is not, and breaks at nothing that it takes", () => {
    const { meta } = exampleOf(type);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = type.read(value);
        if (read === undefined) return;
        type.problem(read, meta);
        type.toJira(read, meta);
        expect(type.read(JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
    );
    fc.assert(fc.property(fc.jsonValue(), (json) => void type.fromDefault(json)));
  });
});

describe("what Jira is sent", () => {
  const of = (id: string): FieldType => {
    const type = fieldTypes.find((one) => one.id === id);
    if (!type) throw new Error(`There is no ${id}`);
    return type;
  };
  const any = field("f");
  const listed = field("f", { allowedValues: [...options, { id: "3", label: "Three", children: options }] });
  const fred = [{ id: "fred", label: "Fred Normal" }];
  it.each<[string, string, unknown, unknown]>([
    ["a line without blanks around it", "text", " a b ", "a b"],
    ["long text as it is", "textarea", " a\n", " a\n"],
    ["a number with a comma", "float", " 12,5", 12.5],
    ["a day", "duedate", "2026-11-12", "2026-11-12"],
    ["a choice by its id", "select", "2", { id: "2" }],
    ["choices by their ids", "components", ["2", "1"], [{ id: "2" }, { id: "1" }]],
    ["a cascade", "cascadingselect", { parent: "3", child: "1" }, { id: "3", child: { id: "1" } }],
    ["a cascade that stays open", "cascadingselect", { parent: "3", child: "" }, { id: "3" }],
    ["no child of another parent", "cascadingselect", { parent: "3", child: "9" }, { id: "3" }],
    ["a person", "userpicker", fred, { name: "fred" }],
    ["people", "multiuserpicker", fred, [{ name: "fred" }]],
    ["a label without a blank", "labels", [{ id: "two words", label: "two words" }], ["two_words"]],
    ["a parent by its key", "parent", [{ id: "demo-1", label: "demo-1" }], { key: "DEMO-1" }],
    ["a sprint by its number", "gh-sprint", [{ id: "42", label: "Sprint 42" }], 42],
    ["one estimate alone", "timetracking", { original: "2d ", remaining: "" }, { originalEstimate: "2d" }],
    ["no choice of another project", "select", "99", undefined],
    ["no choices of another project", "components", ["99", "1"], [{ id: "1" }]],
  ])("is %s", (_, id, value, expected) => {
    expect(of(id).toJira(of(id).read(value), listed)).toEqual(expected);
  });

  it("is a moment with the offset of this device, without a colon", () => {
    const sent = of("datetime").toJira("2026-12-31T09:30", any);
    expect(sent).toMatch(/^2026-12-31T09:30:00\.000[+-]\d{4}$/);
    expect(of("datetime").fromDefault(sent)).toBe("2026-12-31T09:30");
  });

  it.each([
    ["float", "twelve"],
    ["float", "1.2.3"],
    ["float", "Infinity"],
    ["float", "1.234,5"],
    ["url", "example.com"],
    ["timetracking", { original: "two days", remaining: "" }],
    ["worklog", "an hour"],
    ["issuelinks", { kind: "Blocks outward", issue: [] }],
  ])("is no %s that reads %j, and that is said", (id, value) => {
    expect(of(id).problem(of(id).read(value), field("f", { name: "Size" }))).toMatch(/^Size /);
  });
});

describe("defaults", () => {
  it.each<[string, unknown, unknown]>([
    ["select", { id: "10201", value: "High" }, "10201"],
    ["multicheckboxes", [{ id: "1" }, { id: 2 }], ["1", "2"]],
    ["cascadingselect", { id: "1", child: { id: "2" } }, { parent: "1", child: "2" }],
    ["assignee", { name: "fred", displayName: "Fred Normal" }, [{ id: "fred", label: "Fred Normal" }]],
    ["multigrouppicker", [{ name: "support" }], [{ id: "support", label: "support" }]],
    [
      "labels",
      ["a", "b"],
      [
        { id: "a", label: "a" },
        { id: "b", label: "b" },
      ],
    ],
    ["float", 12.5, "12.5"],
    ["duedate", "2026-11-12", "2026-11-12"],
    ["duedate", "12 November", undefined],
    ["assignee", "fred", undefined],
  ])("of %s as Jira writes %j", (id, json, expected) => {
    expect(fieldTypes.find((type) => type.id === id)?.fromDefault(json)).toEqual(expected);
  });
});

it("every kind but the most general has a field in the stand-in", () => {
  const ids = Array.from({ length: 400 }, (_, at) => `customfield_${10_000 + at}`);
  const systems = patterns.flatMap(({ pattern }) => pattern.system ?? []);
  const there = [...ids, ...systems].map((id) => fieldDefinition(id)?.schema ?? {});
  const missing = fieldTypes.filter(
    ({ schemas }) =>
      !schemas.some(({ system, custom: key }) =>
        there.some(
          (one) => (system ?? key) !== undefined && (one["system"] ?? one["custom"]) === (system ?? key),
        ),
      ),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});
