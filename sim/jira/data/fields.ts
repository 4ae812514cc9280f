/** The fields of the stand-in, as Jira's create metadata names them. */
import type { FieldDefinition, Named } from "./model.ts";

const customPrefix = "com.atlassian.jira.plugin.system.customfieldtypes:";

export const priorities: readonly Named[] = [
  { id: "1", name: "Highest" },
  { id: "2", name: "High" },
  { id: "3", name: "Medium" },
  { id: "4", name: "Low" },
  { id: "5", name: "Lowest" },
];

function system(id: string, name: string, kind: FieldDefinition["kind"], type: string): FieldDefinition {
  return { id, name, kind, schema: { type, system: id }, operations: ["set"] };
}

function list(id: string, name: string, kind: FieldDefinition["kind"], items: string): FieldDefinition {
  return {
    id,
    name,
    kind,
    schema: { type: "array", items, system: id },
    operations: kind === "attachment" ? [] : ["add", "set", "remove"],
  };
}

function custom(
  number: number,
  name: string,
  kind: FieldDefinition["kind"],
  [type, plugin]: readonly [string, string],
): FieldDefinition {
  return {
    id: `customfield_${number}`,
    name,
    kind,
    schema: { type, custom: customPrefix + plugin, customId: number },
    operations: ["set"],
  };
}

const definitions: readonly FieldDefinition[] = [
  { ...system("issuetype", "Issue Type", "issuetype", "issuetype"), operations: [] },
  system("project", "Project", "project", "project"),
  system("parent", "Parent", "parent", "issuelink"),
  system("summary", "Summary", "summary", "string"),
  system("description", "Description", "long-text", "string"),
  system("priority", "Priority", "priority", "priority"),
  system("duedate", "Due Date", "date", "date"),
  system("assignee", "Assignee", "user", "user"),
  system("reporter", "Reporter", "user", "user"),
  list("labels", "Labels", "labels", "string"),
  list("components", "Component/s", "components", "component"),
  list("attachment", "Attachment", "attachment", "attachment"),
  custom(10100, "Customer reference", "text", ["string", "textfield"]),
  {
    ...custom(10101, "Impact", "option", ["option", "select"]),
    options: [
      { id: "10201", value: "Extensive / Widespread" },
      { id: "10202", value: "Significant / Large" },
      { id: "10203", value: "Moderate / Limited" },
      { id: "10204", value: "Minor / Localized" },
    ],
  },
  custom(10102, "Affected users", "number", ["number", "float"]),
];

const byId = new Map(definitions.map((definition) => [definition.id, definition]));

export function fieldDefinition(id: string): FieldDefinition | undefined {
  return byId.get(id);
}
