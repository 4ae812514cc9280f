/** Jira's lists as this device keeps them from one pane to the next: shown at once, while Jira is asked anew. */
import type { AllowedValue, CreateScreen, FieldMeta, FieldSchema, IssueType, Project } from "./jira.ts";
import { anything, flag, list, object, optional, text, type Reader } from "./parse.ts";

export const keptProjects: Reader<readonly Project[]> = list(
  object<Project>((field) => ({
    id: field("id", text),
    key: field("key", text),
    name: field("name", text),
    serviceDesk: field("serviceDesk", flag),
  })),
);

export const keptIssueTypes: Reader<readonly IssueType[]> = list(
  object<IssueType>((field) => ({
    id: field("id", text),
    name: field("name", text),
    subtask: field("subtask", flag),
  })),
);

const schema = object<FieldSchema>((field) => ({
  type: field("type", text),
  items: field("items", optional(text)),
  system: field("system", optional(text)),
  custom: field("custom", optional(text)),
}));

const allowedValue: Reader<AllowedValue> = object<AllowedValue>((field) => ({
  id: field("id", text),
  label: field("label", text),
  group: field("group", optional(text)),
  children: field("children", optional(list((value, path) => allowedValue(value, path)))),
}));

export const keptCreateScreen: Reader<CreateScreen> = object<CreateScreen>((screen) => ({
  projectKey: screen("projectKey", text),
  issueTypeId: screen("issueTypeId", text),
  fields: screen(
    "fields",
    list(
      object<FieldMeta>((field) => ({
        id: field("id", text),
        name: field("name", text),
        required: field("required", flag),
        hasDefault: field("hasDefault", flag),
        schema: field("schema", schema),
        allowedValues: field("allowedValues", optional(list(allowedValue))),
        defaultValue: field("defaultValue", optional(anything)),
      })),
    ),
  ),
}));
