import type { IssueType } from "../core/jira.ts";
import { flag, object, optional, text } from "../core/parse.ts";

export const issueType = object<IssueType>((field) => ({
  id: field("id", text),
  name: field("name", text),
  subtask: field("subtask", optional(flag)) ?? false,
}));
