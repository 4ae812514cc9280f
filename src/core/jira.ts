/** Jira's things in our own words, as `jira/` parses them out of its answers. */

export interface JiraUser {
  /** Data Center: the login name. */
  readonly name: string;
  /** Data Center: "JIRAUSER10100". Stable, unlike the name. */
  readonly key: string;
  readonly displayName: string;
  readonly emailAddress: string | undefined;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Jira Service Management: comments may be seen by customers. */
  readonly serviceDesk: boolean;
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly subtask: boolean;
}

/** One field of a create screen (create metadata), of either generation. */
export interface FieldMeta {
  /** `summary`, `customfield_10035`. */
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly hasDefault: boolean;
  readonly schema: FieldSchema;
  /** Undefined where Jira lists none. */
  readonly allowedValues: readonly AllowedValue[] | undefined;
  /** As Jira writes it in an issue: only the kind of field knows its shape. Absent: none, or not told. */
  readonly defaultValue?: unknown;
}

export interface FieldSchema {
  readonly type: string;
  readonly items: string | undefined;
  readonly system: string | undefined;
  /** `com.atlassian.jira.plugin.system.customfieldtypes:select` */
  readonly custom: string | undefined;
}

export interface AllowedValue {
  readonly id: string;
  /** What Jira shows: `name` of a version, `value` of an option. */
  readonly label: string;
  /** Of versions: "Unreleased", "Released". */
  readonly group?: string | undefined;
  /** Options of this option, in a cascade. */
  readonly children?: readonly AllowedValue[] | undefined;
}

/** Something that a search in Jira has found: a person, a group, an issue, a sprint. */
export interface Choice {
  /** What Jira is sent: login name, group name, issue key, number of a sprint. */
  readonly id: string;
  readonly label: string;
  /** What tells it from others of its name: a mail address. */
  readonly detail?: string | undefined;
}

/** What a new issue is made of: field id → the JSON that Jira wants. */
export interface IssueContent {
  readonly fields: Readonly<Record<string, unknown>>;
  /** Lists of operations, for fields that are set in no other way. */
  readonly update: Readonly<Record<string, unknown>>;
}

export interface CreateScreen {
  readonly projectKey: string;
  readonly issueTypeId: string;
  readonly fields: readonly FieldMeta[];
}

export interface IssueRef {
  readonly id: string;
  readonly key: string;
}

/** As it was created. */
export interface CreatedIssue extends IssueRef {
  readonly summary: string;
}

export interface IssueSummary extends IssueRef {
  readonly summary: string;
  readonly status: string | undefined;
  readonly serviceDesk: boolean;
  /** What is attached to it; sizes in bytes. */
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/** An issue as the picker lists it. */
export interface IssueHit {
  readonly key: string;
  readonly summary: string;
}

export interface UploadRules {
  readonly enabled: boolean;
  /** Bytes for one file; undefined where Jira does not say. */
  readonly limit: number | undefined;
}
