/** From a create screen and a draft to what Jira is sent, and to what stands in the way. */
import type { Draft } from "../core/draft/draft.ts";
import type { CreateScreen, FieldMeta } from "../core/jira.ts";
import type { Account } from "../core/session.ts";
import { fieldTypeFor } from "./registry.ts";

/** These have places of their own in the form, or are filled by Jira. */
const elsewhere = ["project", "issuetype", "summary", "description", "reporter", "attachment", "issuelinks"];

/** The fields that must be filled before Jira creates the issue. */
export function neededFields(screen: CreateScreen): readonly FieldMeta[] {
  return screen.fields.filter(
    ({ id, required, hasDefault }) => required && !hasDefault && !elsewhere.includes(id),
  );
}

/** Needed fields of a kind that Inlink cannot fill: the issue has to be created in Jira itself. */
export function fieldsBeyondUs(screen: CreateScreen): readonly FieldMeta[] {
  const attachment = screen.fields.filter(({ id, required }) => id === "attachment" && required);
  return [...neededFields(screen).filter((meta) => !fieldTypeFor(meta)), ...attachment];
}

export function hasDescription(screen: CreateScreen): boolean {
  return screen.fields.some(({ id }) => id === "description");
}

/** Field id → what is wrong with it. */
export function draftProblems(screen: CreateScreen, draft: Draft): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const summary = draft.summary.trim();
  if (summary === "") problems["summary"] = "Summary is needed.";
  if (summary.length > 255) problems["summary"] = "Jira takes at most 255 characters here.";
  for (const meta of neededFields(screen)) {
    const type = fieldTypeFor(meta);
    const problem = type?.problem(draft.values[meta.id] ?? type.empty(), meta);
    if (problem !== undefined) problems[meta.id] = problem;
  }
  return problems;
}

export function toJiraFields(
  screen: CreateScreen,
  draft: Draft,
  account: Account,
): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {
    project: { key: screen.projectKey },
    issuetype: { id: screen.issueTypeId },
    summary: draft.summary.trim(),
  };
  if (hasDescription(screen) && draft.text) fields["description"] = draft.text;
  if (screen.fields.some(({ id, required }) => id === "reporter" && required))
    fields["reporter"] = { name: account.name };
  for (const meta of neededFields(screen)) {
    const type = fieldTypeFor(meta);
    const value = type?.toJira(draft.values[meta.id] ?? type.empty(), meta);
    if (value !== undefined) fields[meta.id] = value;
  }
  return fields;
}
