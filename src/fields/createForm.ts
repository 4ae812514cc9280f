/** From a create screen and a draft to what Jira is sent, and to what stands in the way. */
import type { Draft } from "../core/draft/draft.ts";
import type { CreateScreen, FieldMeta, IssueContent } from "../core/jira.ts";
import type { TypeDefaults } from "../core/teamDefaults.ts";
import type { Account } from "../core/session.ts";
import type { FieldType } from "./fieldType.ts";
import { fieldTypeFor } from "./registry.ts";

/** These have places of their own in the form, or are filled by Jira. */
const elsewhere = ["project", "issuetype", "summary", "description", "attachment"];
/** What many fill although Jira does not ask for it. */
const usual = ["priority", "assignee", "reporter", "labels"];

/** A field that Inlink draws. */
export interface DrawnField {
  readonly meta: FieldMeta;
  readonly type: FieldType;
}

export interface FormFields {
  /** Must be filled before Jira creates the issue. */
  readonly needed: readonly DrawnField[];
  readonly usual: readonly DrawnField[];
  readonly rest: readonly DrawnField[];
}

export function formFields(screen: CreateScreen): FormFields {
  const drawn = drawnFields(screen);
  const optional = drawn.filter(({ meta }) => !isNeeded(meta));
  return {
    needed: drawn.filter(({ meta }) => isNeeded(meta)),
    usual: optional.filter(({ meta }) => usual.includes(meta.id)),
    rest: optional.filter(({ meta }) => !usual.includes(meta.id)),
  };
}

function drawnFields({ fields }: CreateScreen): readonly DrawnField[] {
  return fields.flatMap((meta) => {
    const type = elsewhere.includes(meta.id) ? undefined : fieldTypeFor(meta);
    return type ? [{ meta, type }] : [];
  });
}

function isNeeded({ id, required, hasDefault }: FieldMeta): boolean {
  // Inlink names the reporter where nobody else does.
  return required && !hasDefault && id !== "reporter";
}

/** Without the fields that are to be hidden; what Jira needs and does not fill in by itself stays. */
export function withoutHidden(screen: CreateScreen, { fields }: TypeDefaults): CreateScreen {
  const isHidden = (id: string): boolean => fields[id]?.as === "hidden";
  return {
    ...screen,
    fields: screen.fields.filter(
      ({ id, required, hasDefault }) => !isHidden(id) || (required && !hasDefault),
    ),
  };
}

/** Needed fields of a kind that Inlink cannot fill: the issue has to be created in Jira itself. */
export function fieldsBeyondUs(screen: CreateScreen): readonly FieldMeta[] {
  return screen.fields.filter(
    (meta) =>
      isNeeded(meta) && (meta.id === "attachment" || (!elsewhere.includes(meta.id) && !fieldTypeFor(meta))),
  );
}

export function hasDescription(screen: CreateScreen): boolean {
  return screen.fields.some(({ id }) => id === "description");
}

/** What the user has entered, else what Jira would. @param entered of the draft. */
export function valueOf({ meta, type }: DrawnField, entered: unknown): unknown {
  return type.read(entered) ?? type.fromDefault(meta.defaultValue) ?? type.empty();
}

/** Field id → what is wrong with it. */
export function draftProblems(screen: CreateScreen, draft: Draft): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  const summary = draft.summary.trim();
  if (summary === "") problems["summary"] = "Summary is needed.";
  if (summary.length > 255) problems["summary"] = "Jira takes at most 255 characters here.";
  for (const field of drawnFields(screen)) {
    const { meta, type } = field;
    // The reporter is filled in.
    const asked = isNeeded(meta) ? meta : { ...meta, required: false };
    const problem = type.problem(valueOf(field, draft.values[meta.id]), asked);
    if (problem !== undefined) problems[meta.id] = problem;
  }
  return problems;
}

/** What the next mail may well ask for again: field id → value. */
export function recurringValues(screen: CreateScreen, draft: Draft): Draft["values"] {
  return Object.fromEntries(
    drawnFields(screen).flatMap(({ meta, type }) => {
      const value = type.recurs ? type.read(draft.values[meta.id]) : undefined;
      return value === undefined || type.toJira(value, meta) === undefined ? [] : [[meta.id, value]];
    }),
  );
}

export function toJiraContent(screen: CreateScreen, draft: Draft, account: Account): IssueContent {
  const fields: Record<string, unknown> = {
    project: { key: screen.projectKey },
    issuetype: { id: screen.issueTypeId },
    summary: draft.summary.trim(),
  };
  const update: Record<string, unknown> = {};
  if (hasDescription(screen) && draft.text) fields["description"] = draft.text;
  if (screen.fields.some(({ id, required }) => id === "reporter" && required))
    fields["reporter"] = { name: account.name };
  for (const { meta, type } of drawnFields(screen)) {
    // What nobody touched is left to Jira's own default.
    const entered = type.read(draft.values[meta.id]);
    if (entered === undefined) continue;
    const value = type.toJira(entered, meta);
    if (value !== undefined) (type.sentAs === "update" ? update : fields)[meta.id] = value;
    // Emptied on purpose: Jira would put its default in again, which a needed field cannot do without.
    else if (meta.hasDefault && !meta.required && type.sentAs !== "update") fields[meta.id] = null;
  }
  return { fields, update };
}
