/** What the stand-in knows. The first half is fixed by `seed.ts`; the second half changes, and is what a data folder keeps. */

import type { JsonObject } from "../json.ts";

export interface User {
  readonly name: string;
  readonly key: string;
  readonly displayName: string;
  readonly emailAddress: string;
  readonly password: string;
  readonly admin: boolean;
  /** IANA name. JQL dates without a zone are read in it. */
  readonly timeZone: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Version extends Named {
  readonly released: boolean;
  readonly archived: boolean;
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly typeKey: "software" | "business" | "service_desk";
  readonly lead: string;
  /** Login names of those who may see it and create in it; undefined: every user. */
  readonly members: readonly string[] | undefined;
  readonly components: readonly Named[];
  readonly versions: readonly Version[];
  readonly issueTypes: readonly IssueType[];
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly subtask: boolean;
  /** The create screen, in order. */
  readonly screen: readonly ScreenField[];
}

export interface ScreenField {
  readonly field: string;
  readonly required: boolean;
  /** As stored, see `fields.ts`. */
  readonly default?: unknown;
  readonly recorded?: RecordedField;
}

/** A field as another Jira described it, which may know the same id for another field. */
export interface RecordedField {
  readonly definition: FieldDefinition;
  /** Create metadata, word for word. */
  readonly meta: JsonObject;
}

export type FieldKind =
  | "project"
  | "issuetype"
  | "parent"
  | "attachment"
  | "summary"
  | "text"
  | "long-text"
  | "number"
  | "date"
  | "labels"
  | "priority"
  | "components"
  | "user"
  | "users"
  | "group"
  | "groups"
  | "option"
  | "options"
  | "cascade"
  | "version"
  | "versions"
  | "resolution"
  | "security"
  | "project-pick"
  | "url"
  | "datetime"
  | "timetracking"
  | "worklog"
  | "issuelinks"
  | "epic-link"
  | "sprint"
  | "assets"
  /** Of an app: nothing but the app knows its value. */
  | "foreign";

export interface FieldOption {
  readonly id: string;
  readonly value: string;
  readonly children?: readonly FieldOption[];
}

export interface FieldDefinition {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly schema: Readonly<Record<string, string | number>>;
  readonly operations: readonly string[];
  readonly options?: readonly FieldOption[];
}

/** An application link; `incoming` is what makes it an OAuth consumer. */
export interface Link {
  readonly id: string;
  readonly applicationUrl: string;
  readonly name: string;
  incoming: Consumer | undefined;
}

export interface Consumer {
  readonly key: string;
  readonly name: string;
  readonly publicKey: string;
  readonly callbackUrl: string | undefined;
  readonly twoLegged: boolean;
  readonly twoLeggedImpersonation: boolean;
  /** Whom two-legged requests run as; undefined: anonymous. */
  readonly executeAs: string | undefined;
}

/** Times in milliseconds of the stand-in's clock. */
export interface Token {
  readonly token: string;
  readonly secret: string;
  readonly consumerKey: string;
  readonly kind: "request" | "access";
  createdAt: number;
  readonly timeToLive: number;
  /** 1.0: asked for without oauth_callback. */
  readonly version: "1.0" | "1.0a";
  /** Request tokens: undefined for `oob`. */
  readonly callback: string | undefined;
  readonly verifier: string | undefined;
  state: "new" | "authorised" | "denied";
  userName: string | undefined;
  readonly session: { readonly handle: string; readonly timeToLive: number } | undefined;
}

export interface Comment {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  readonly created: number;
  readonly visibility: { readonly type: string; readonly value: string } | undefined;
  /** Jira Service Management: hidden from customers. */
  readonly internal: boolean;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly author: string;
  readonly created: number;
  readonly size: number;
  readonly mimeType: string;
  readonly sha256: string;
}

export interface RemoteLink {
  readonly id: number;
  globalId: string | undefined;
  /** As sent: application, relationship, object. */
  content: Readonly<Record<string, unknown>>;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  readonly issueTypeId: string;
  /** Field id to value, as stored, see `fields.ts`. */
  readonly fields: Record<string, unknown>;
  readonly status: string;
  readonly creator: string;
  readonly created: number;
  updated: number;
  readonly comments: Comment[];
  readonly attachments: Attachment[];
  readonly remoteLinks: RemoteLink[];
  readonly properties: Record<string, unknown>;
}

/** All that changes. */
export interface Data {
  nextId: number;
  /** Project key to the last number given. */
  readonly counters: Record<string, number>;
  readonly links: Link[];
  readonly tokens: Token[];
  readonly allowlist: string[];
  readonly issues: Issue[];
  /** Project key to its entity properties. */
  readonly projectProperties: Record<string, Record<string, unknown>>;
  /** Login name to keys, latest first. */
  readonly recentProjects: Record<string, string[]>;
  readonly recentIssues: Record<string, string[]>;
}
