/** The fields of the stand-in, as Jira's create metadata names them. */
import type { JsonObject } from "../json.ts";
import type { FieldDefinition, FieldKind, FieldOption, IssueType } from "./model.ts";

const customPrefix = "com.atlassian.jira.plugin.system.customfieldtypes:";

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

export const fieldDefinitions: readonly FieldDefinition[] = [
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

  // What the project "Every field" has beside these.
  system("environment", "Environment", "long-text", "string"),
  system("resolution", "Resolution", "resolution", "resolution"),
  system("security", "Security Level", "security", "securitylevel"),
  system("timetracking", "Time Tracking", "timetracking", "timetracking"),
  list("versions", "Affects Version/s", "versions", "version"),
  list("fixVersions", "Fix Version/s", "versions", "version"),
  { ...list("issuelinks", "Linked Issues", "issuelinks", "issuelinks"), operations: ["add"] },
  { ...list("worklog", "Log Work", "worklog", "worklog"), operations: ["add"] },
  custom(10200, "Root cause", "long-text", ["string", "textarea"]),
  custom(10201, "Link to the manual", "url", ["string", "url"]),
  custom(10202, "Source", "text", ["string", "readonlyfield"]),
  custom(10203, "Import Id", "number", ["number", "importid"]),
  custom(10204, "Delivery", "date", ["date", "datepicker"]),
  custom(10205, "Downtime began", "datetime", ["datetime", "datetime"]),
  {
    ...custom(10206, "Colour", "option", ["option", "radiobuttons"]),
    options: options(10210, "Red", "Green"),
  },
  {
    ...many(10207, "Channels", "options", ["option", "multicheckboxes"]),
    options: options(10220, "Mail", "Phone", "Chat"),
  },
  { ...many(10208, "Skills", "options", ["option", "multiselect"]), options: options(10300, ...skills()) },
  {
    ...custom(10209, "Device", "cascade", ["option-with-child", "cascadingselect"]),
    options: [
      { id: "10041", value: "Hardware", children: options(10042, "Printer", "Screen") },
      { id: "10051", value: "Software", children: options(10052, "Mail client") },
      { id: "10061", value: "Something else" },
    ],
  },
  custom(10211, "Expert", "user", ["user", "userpicker"]),
  many(10212, "Reviewers", "users", ["user", "multiuserpicker"]),
  custom(10213, "Team", "group", ["group", "grouppicker"]),
  many(10214, "Informed teams", "groups", ["group", "multigrouppicker"]),
  custom(10215, "Other project", "project-pick", ["project", "project"]),
  custom(10216, "Found in", "version", ["version", "version"]),
  many(10217, "Ported to", "versions", ["version", "multiversion"]),
  many(10218, "Keywords", "labels", ["string", "labels"]),
  software(10230, "Epic Link", "epic-link", ["any", "gh-epic-link"]),
  software(10231, "Epic Name", "text", ["string", "gh-epic-label"]),
  {
    ...software(10232, "Epic Status", "option", ["option", "gh-epic-status"]),
    options: options(10240, "To Do", "Done"),
  },
  {
    ...software(10233, "Sprint", "sprint", ["array", "gh-sprint"]),
    schema: ofSoftware(10233, "array", "gh-sprint", "string"),
  },
  software(10234, "Story points", "number", ["number", "jsw-story-points"]),
  app(10235, "Original story points", "number", [
    "number",
    "com.atlassian.jpo:jpo-custom-field-original-story-points",
  ]),
  app(10236, "Target start", "date", ["date", "com.atlassian.jpo:jpo-custom-field-baseline-start"]),
  app(10237, "Target end", "date", ["date", "com.atlassian.jpo:jpo-custom-field-baseline-end"]),
  {
    ...app(10238, "Request participants", "users", [
      "array",
      "com.atlassian.servicedesk:sd-request-participants",
    ]),
    schema: {
      type: "array",
      items: "user",
      custom: "com.atlassian.servicedesk:sd-request-participants",
      customId: 10238,
    },
  },
  app(10240, "Devices concerned", "assets", [
    "any",
    "com.riadalabs.jira.plugins.insight:rlabs-customfield-default-object",
  ]),
  app(10239, "Cost centre", "foreign", ["any", "com.example.costs:cost-centre"]),
];

function options(first: number, ...values: readonly string[]): readonly FieldOption[] {
  return values.map((value, at) => ({ id: String(first + at), value }));
}

/** More than anybody scrolls through. */
function skills(): readonly string[] {
  return Array.from({ length: 60 }, (_, at) => `Skill ${at + 1}`);
}

function many(
  number: number,
  name: string,
  kind: FieldKind,
  [items, plugin]: readonly [string, string],
): FieldDefinition {
  const one = custom(number, name, kind, ["array", plugin]);
  return { ...one, schema: { ...one.schema, items }, operations: ["add", "set", "remove"] };
}

function software(
  number: number,
  name: string,
  kind: FieldKind,
  [type, plugin]: readonly [string, string],
): FieldDefinition {
  return { ...app(number, name, kind, [type, ""]), schema: ofSoftware(number, type, plugin) };
}

function ofSoftware(customId: number, type: string, plugin: string, items?: string) {
  const schema = { type, custom: `com.pyxis.greenhopper.jira:${plugin}`, customId };
  return items === undefined ? schema : { ...schema, items };
}

function app(
  number: number,
  name: string,
  kind: FieldKind,
  [type, custom]: readonly [string, string],
): FieldDefinition {
  return {
    id: `customfield_${number}`,
    name,
    kind,
    schema: { type, custom, customId: number },
    operations: ["set"],
  };
}

const byId = new Map(fieldDefinitions.map((definition) => [definition.id, definition]));

/** A field as it is on this type's screen; one that is not on it as everywhere else. */
export function fieldOf(type: IssueType, id: string): FieldDefinition | undefined {
  return type.screen.find(({ field }) => field === id)?.recorded?.definition ?? fieldDefinition(id);
}

export function fieldDefinition(id: string): FieldDefinition | undefined {
  return byId.get(id);
}

/** The kind of a field that another Jira describes, by its schema; one of an unknown app is "foreign". */
export function kindOf(schema: JsonObject): FieldKind {
  const same = (name: "custom" | "system") =>
    schema[name] === undefined
      ? undefined
      : fieldDefinitions.find((one) => one.schema[name] === schema[name]);
  const known = same("custom") ?? same("system");
  if (known) return known.kind;
  const type = schema["type"] === "array" ? `array of ${String(schema["items"])}` : String(schema["type"]);
  return kindsByType[type] ?? "foreign";
}

const kindsByType: Readonly<Record<string, FieldKind>> = {
  string: "text",
  number: "number",
  date: "date",
  datetime: "datetime",
  option: "option",
  "option-with-child": "cascade",
  user: "user",
  group: "group",
  version: "version",
  "array of option": "options",
  "array of string": "labels",
  "array of user": "users",
  "array of group": "groups",
  "array of version": "versions",
};
