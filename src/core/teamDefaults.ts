/** What a team has settled for the issues that are made from mails in its project; kept in Jira, and on the device. */
import { anything, entries, object, optional, ParseProblem, text, type Reader } from "./parse.ts";

export interface TeamDefaults {
  /** The type that a new issue starts as. */
  readonly issueTypeId: string | undefined;
  /** Issue type id → what its form starts with. */
  readonly types: Readonly<Record<string, TypeDefaults>>;
}

export interface TypeDefaults {
  /** Field id → what is settled for it. */
  readonly fields: Readonly<Record<string, FieldDefault>>;
  /** Template; undefined: the mail's subject. */
  readonly summary: string | undefined;
  /** Template, in wiki markup; undefined: the mail's text. */
  readonly description: string | undefined;
}

/** `fixed`: the user sees it and cannot change it. */
export type FieldDefault =
  { readonly as: "suggested" | "fixed"; readonly value: unknown } | { readonly as: "hidden" };

export const noTeamDefaults: TeamDefaults = { issueTypeId: undefined, types: {} };
export const noTypeDefaults: TypeDefaults = { fields: {}, summary: undefined, description: undefined };

const fieldDefault: Reader<FieldDefault> = (value, path) =>
  object<FieldDefault>((field) => {
    const as = field("as", text);
    if (as === "hidden") return { as };
    if (as === "suggested" || as === "fixed") return { as, value: field("value", anything) };
    throw new ParseProblem(`${path}.as`, "suggested, fixed or hidden");
  })(value, path);

const typeDefaults = object((field) => ({
  fields: Object.fromEntries(field("fields", optional(entries(fieldDefault))) ?? []),
  summary: field("summary", optional(text)),
  description: field("description", optional(text)),
}));

export const teamDefaults: Reader<TeamDefaults> = object<TeamDefaults>((field) => ({
  ...noTeamDefaults,
  issueTypeId: field("issueTypeId", optional(text)),
  types: Object.fromEntries(field("types", optional(entries(typeDefaults))) ?? []),
}));
