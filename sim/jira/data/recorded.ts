/**
 * Create metadata that another Jira has answered, as projects of this one: the fields are described word for word,
 * and what is sent for them is checked by the same rules as any other.
 *
 * All forms are understood: whole (`projects`, Jira up to 8), and one type's page (`values` of Data Center,
 * `fields` of Cloud), which says nothing of its project.
 */
import { isObject, textOf, type JsonObject } from "../json.ts";
import { kindOf } from "./fields.ts";
import type { FieldDefinition, FieldOption, IssueType, Project, ScreenField } from "./model.ts";

export function recordedProjects(answers: readonly unknown[]): readonly Project[] {
  return answers.flatMap((answer, at) => {
    if (!isObject(answer)) throw new Error("Recorded create metadata is an object");
    const page = answer["values"] ?? answer["fields"];
    if (page !== undefined) return [project({}, [type({}, fieldList(page))], at)];
    return objects(answer["projects"]).map((one, index) =>
      project(
        one,
        objects(one["issuetypes"]).map((each) => type(each, fieldMap(each["fields"]))),
        at * 100 + index,
      ),
    );
  });
}

function project(said: JsonObject, issueTypes: readonly IssueType[], at: number): Project {
  return {
    id: String(20_000 + at),
    key: textOf(said, "key") ?? `REC${at}`,
    name: textOf(said, "name") ?? `Recorded ${at}`,
    description: "As another Jira described it.",
    typeKey: "software",
    lead: "anna",
    members: undefined,
    components: [],
    versions: [],
    issueTypes,
  };
}

function type(said: JsonObject, fields: readonly (readonly [string, JsonObject])[]): IssueType {
  return {
    id: textOf(said, "id") ?? "1",
    name: textOf(said, "name") ?? "Recorded",
    description: textOf(said, "description") ?? "",
    subtask: said["subtask"] === true,
    screen: fields.map(([id, meta]) => screenField(id, meta)),
  };
}

function fieldMap(said: unknown): readonly (readonly [string, JsonObject])[] {
  return Object.entries(isObject(said) ? said : {}).flatMap(([id, meta]) =>
    isObject(meta) ? [[id, meta] as const] : [],
  );
}

function fieldList(said: unknown): readonly (readonly [string, JsonObject])[] {
  return objects(said).map((meta) => [textOf(meta, "fieldId") ?? textOf(meta, "key") ?? "", meta]);
}

function screenField(field: string, meta: JsonObject): ScreenField {
  const one = {
    field,
    required: meta["required"] === true,
    recorded: { definition: definition(field, meta), meta },
  };
  // Which default it is, its own Jira alone knows.
  return meta["hasDefaultValue"] === true ? { ...one, default: meta["defaultValue"] ?? "default" } : one;
}

function definition(id: string, meta: JsonObject): FieldDefinition {
  const schema = isObject(meta["schema"]) ? meta["schema"] : {};
  const operations: readonly unknown[] = Array.isArray(meta["operations"]) ? meta["operations"] : [];
  const one = {
    id,
    name: textOf(meta, "name") ?? id,
    kind: kindOf(schema),
    schema: { type: textOf(schema, "type") ?? "any" },
    operations: operations.map(String),
  };
  return Array.isArray(meta["allowedValues"])
    ? { ...one, options: objects(meta["allowedValues"]).map(option) }
    : one;
}

function option(said: JsonObject): FieldOption {
  return {
    id: textOf(said, "id") ?? "",
    value: textOf(said, "value") ?? textOf(said, "name") ?? textOf(said, "key") ?? "",
    children: objects(said["children"]).map(option),
  };
}

function objects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
