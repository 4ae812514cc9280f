/** The ports in memory, for tests of what stands behind them. Jira's fake keeps what it was given, as Jira does. */
import { MailChanged, type InlinkError } from "../../src/core/errors.ts";
import type {
  CreateScreen,
  FieldMeta,
  IssueHit,
  IssueRef,
  IssueType,
  JiraUser,
  Project,
} from "../../src/core/jira.ts";
import { noTeamDefaults, type TeamDefaults } from "../../src/core/teamDefaults.ts";
import type { MailText } from "../../src/core/mailText.ts";
import type { KnownPicture } from "../../src/core/draft/lookAlikes.ts";
import type { PastIssue } from "../../src/core/draft/habits.ts";
import type { FileContent, Mail, MailFile } from "../../src/core/mail/mail.ts";
import type { Dialogs, Jira, KeptLists, Mailbox, OAuth, Recents, Settings } from "../../src/core/ports.ts";
import type { Site } from "../../src/core/site.ts";
import type { Order } from "../../src/core/submission/order.ts";
import { keepZips, type Zips } from "../../src/core/zips.ts";

export const site: Site = {
  id: "main",
  name: "Example Jira",
  baseUrl: "https://jira.example.com/jira",
  consumerKey: "inlink",
  privateKey: "",
};
export const fred: JiraUser = {
  name: "fred",
  key: "JIRAUSER10100",
  displayName: "Fred Normal",
  emailAddress: "fred@example.com",
};

export function mailFile(id: string, more: Partial<MailFile> = {}): MailFile {
  return {
    id,
    name: `${id}.txt`,
    size: 4,
    contentType: "text/plain",
    contentId: undefined,
    inline: false,
    kind: "file",
    ...more,
  };
}

/** A mail's text in one block. */
export function textOf(markup: string): MailText {
  const block = { part: "own", text: markup, pictures: [] } as const;
  return {
    blocks: [block],
    suggested: new Set([0]),
    bodySize: markup.length,
    markup: (chosen) => (chosen.has(0) ? markup : ""),
  };
}

export function mailOf(id: string, more: Partial<Mail> = {}): Mail {
  return {
    id,
    internetMessageId: `<${id}@example.com>`,
    subject: `Subject of ${id}`,
    from: { name: "Ada Lovelace", address: "ada@example.com" },
    to: [{ name: "Fred Normal", address: "fred@example.com" }],
    cc: [],
    sentAt: new Date("2026-11-12T09:14:00Z"),
    files: [],
    shared: false,
    offers: { files: true, original: true },
    ...more,
  };
}
export const printerOnFire = mailOf("printer", {
  subject: "RE: Printer on fire",
  files: [mailFile("photo"), mailFile("invoice")],
});

/** Where a call may fail: before Jira or Outlook has done anything, or after it has, so that only the answer is lost. */
export type When = "before" | "after";
export type Fault = (call: string, when: When) => InlinkError | undefined | Promise<InlinkError | undefined>;

function faulty(fault: () => Fault, calls: string[]) {
  return async <Value>(call: string, act: () => Value): Promise<Value> => {
    calls.push(call);
    await Promise.resolve();
    const before = await fault()(call, "before");
    if (before) throw before;
    const value = act();
    const after = await fault()(call, "after");
    if (after) throw after;
    return value;
  };
}

/** To the caller an aborted request is over at once; Jira may get it all the same, and later. */
async function untilAborted<Value>(
  signal: AbortSignal | undefined,
  act: () => Promise<Value>,
): Promise<Value> {
  signal?.throwIfAborted();
  const aborted = new Promise<never>((_resolve, reject) =>
    signal?.addEventListener("abort", () => reject(signal.reason as Error)),
  );
  return await Promise.race([act(), aborted]);
}

export function field(id: string, more: Partial<FieldMeta> & { readonly type?: string } = {}): FieldMeta {
  const { type = "string", ...rest } = more;
  return {
    id,
    name: id,
    required: false,
    hasDefault: false,
    schema: { type, items: undefined, system: undefined, custom: undefined },
    allowedValues: undefined,
    ...rest,
  };
}
export const plainFields = [field("summary", { required: true }), field("description")];

export interface FakeIssue extends IssueRef {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly comments: { readonly body: string; readonly internal: boolean | undefined }[];
  readonly files: FileContent[];
}

export interface FakeJira {
  readonly jira: Jira;
  readonly issues: FakeIssue[];
  readonly calls: string[];
  fault: Fault;
}

export interface JiraContent {
  readonly user?: JiraUser;
  readonly projects?: readonly Project[];
  readonly recent?: readonly Project[];
  readonly types?: readonly IssueType[];
  readonly fields?: readonly FieldMeta[];
  readonly hits?: readonly IssueHit[];
  readonly serviceDesk?: boolean;
  readonly uploadLimit?: number;
  /** HTML for wiki markup. */
  readonly rendered?: (markup: string) => string;
  readonly teamDefaults?: TeamDefaults;
  readonly mayEditProject?: boolean;
}

const demo: Project = { id: "1", key: "DEMO", name: "Demonstration", serviceDesk: false };
const help: Project = { id: "2", key: "SUP", name: "Customer help", serviceDesk: true };

export function fakeJira(content: JiraContent = {}): FakeJira {
  const {
    user = fred,
    projects = [demo, help],
    types = [{ id: "3", name: "Task", subtask: false }],
  } = content;
  const { hits = [], fields = plainFields, recent = projects.slice(0, 1), uploadLimit: limit } = content;
  const fake: { jira?: Jira } & Omit<FakeJira, "jira"> = { issues: [], calls: [], fault: () => undefined };
  const call = faulty(() => fake.fault, fake.calls);
  const { issues } = fake;
  let { teamDefaults: settled = noTeamDefaults } = content;
  const known = (key: string): FakeIssue => {
    const issue = issues.find((one) => one.key === key);
    if (!issue) throw new Error(`There is no ${key}`);
    return issue;
  };
  const jira: Jira = {
    myself: () => call("myself", () => user),
    projects: () => call("projects", () => projects),
    recentProjects: () => call("recentProjects", () => recent),
    issueTypes: () => call("issueTypes", () => types),
    createScreen: (projectKey, issueTypeId) =>
      call("createScreen", (): CreateScreen => ({ projectKey, issueTypeId, fields })),
    teamDefaults: () => call("teamDefaults", () => settled),
    setTeamDefaults: (_project, defaults) => call("setTeamDefaults", () => void (settled = defaults)),
    mayEditProject: () => call("mayEditProject", () => content.mayEditProject ?? false),
    createIssue: ({ fields: values }) =>
      call("createIssue", () => {
        const number = issues.length + 1;
        const issue = {
          id: `${1000 + number}`,
          key: `DEMO-${number}`,
          fields: values,
          comments: [],
          files: [],
        };
        issues.push(issue);
        return { id: issue.id, key: issue.key };
      }),
    people: (words) => call("people", () => [{ id: words, label: words }]),
    assignable: (_project, words) => call("assignable", () => [{ id: words, label: words }]),
    groups: (words) => call("groups", () => [{ id: words, label: words }]),
    labels: (_field, words) => call("labels", () => [{ id: words, label: words }]),
    issuesOf: () => call("issuesOf", () => hits.map((hit) => ({ id: hit.key, label: hit.summary }))),
    epics: () => call("epics", () => []),
    sprints: () => call("sprints", () => [{ id: "42", label: "Sprint 42" }]),
    linkTypes: () => call("linkTypes", () => [{ id: "Blocks outward", label: "blocks" }]),
    issue: (key) =>
      call("issue", () => ({
        id: known(key).id,
        key,
        summary: String(known(key).fields["summary"]),
        status: "Open",
        serviceDesk: content.serviceDesk ?? false,
        files: known(key).files.map(({ name, bytes }) => ({ name, size: bytes.length })),
      })),
    recentIssues: () => call("recentIssues", () => hits),
    searchIssues: (text) =>
      call("searchIssues", () => hits.filter((hit) => `${hit.key} ${hit.summary}`.includes(text))),
    addComment: (key, body, internal) =>
      call("addComment", () => ({ id: String(known(key).comments.push({ body, internal })) })),
    rendered: (markup) => call("rendered", () => content.rendered?.(markup) ?? `<p>${markup}</p>`),
    uploadRules: () => call("uploadRules", () => ({ enabled: true, limit })),
    attach: (key, file, signal) =>
      untilAborted(signal, () =>
        call(`attach ${file.name}`, () => ({ id: String(known(key).files.push(file)) })),
      ),
    issuesCreatedByMe: () =>
      call("issuesCreatedByMe", () =>
        issues.map(({ id, key, fields: values }) => ({ id, key, summary: String(values["summary"]) })),
      ),
    issueCreatedByMe: (_project, summary) =>
      call("issueCreatedByMe", () => issues.find((issue) => issue.fields["summary"] === summary)),
    commentByMe: (key, body) =>
      call("commentByMe", () =>
        known(key).comments.some((one) => one.body === body) ? { id: "1" } : undefined,
      ),
    attachmentByMe: (key, file) =>
      call(`attachmentByMe ${file.name}`, () =>
        known(key).files.some((one) => one.name === file.name) ? { id: "1" } : undefined,
      ),
  };
  return Object.assign(fake, { jira });
}

/** An issue that somebody else made before. */
export function existing(jira: FakeJira, key: string, summary: string): FakeIssue {
  const issue: FakeIssue = {
    id: `id of ${key}`,
    key,
    fields: { summary },
    comments: [],
    files: [],
  };
  jira.issues.push(issue);
  return issue;
}

export interface FakeMailbox {
  readonly mailbox: Mailbox;
  readonly zips: Zips;
  readonly calls: string[];
  fault: Fault;
  select(mail: Mail | undefined): void;
}

/** Hands out what belongs to the selected mail only, as Outlook does. */
export function fakeMailbox(first?: Mail, address = "fred@example.com"): FakeMailbox {
  const listeners = new Set<() => void>();
  let selected = first;
  const fake: Omit<FakeMailbox, "mailbox" | "zips"> = {
    calls: [],
    fault: () => undefined,
    select(mail) {
      selected = mail;
      for (const listener of listeners) listener();
    },
  };
  const call = faulty(() => fake.fault, fake.calls);
  const of = <Value>(mailId: string, name: string, value: Value): Promise<Value> =>
    call(name, () => {
      if (selected?.id !== mailId) throw new MailChanged();
      return value;
    });
  const mailbox: Mailbox = {
    address,
    currentMail: () => selected,
    onMailChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    body: (mailId) => of(mailId, "body", { html: undefined, text: `Text of ${mailId}` }),
    file: (mailId, fileId) => of(mailId, `file ${fileId}`, bytesNamed(fileId)),
    original: (mailId) => of(mailId, "original", bytesNamed("mail.eml")),
  };
  return Object.assign(fake, { mailbox, zips: keepZips(mailbox) });
}

function bytesNamed(name: string): FileContent {
  return { name, contentType: "text/plain", bytes: new TextEncoder().encode(`bytes of ${name}`) };
}

export interface FakeSettings {
  readonly settings: Settings;
  readonly bag: Map<string, unknown>;
  failure: InlinkError | undefined;
}

/** What is written has been through JSON, as in a mailbox. */
export function fakeSettings(content: Readonly<Record<string, unknown>> = {}): FakeSettings {
  const bag = new Map(Object.entries(content));
  const fake: Omit<FakeSettings, "settings"> = { bag, failure: undefined };
  const settings: Settings = {
    read: (key) => bag.get(key),
    async write(key, value) {
      await Promise.resolve();
      if (fake.failure) throw fake.failure;
      if (value === undefined) bag.delete(key);
      else bag.set(key, JSON.parse(JSON.stringify(value)));
    },
  };
  return Object.assign(fake, { settings });
}

function later() {
  let resolve: (message: string) => void = () => undefined;
  let reject: (error: InlinkError) => void = () => undefined;
  const promise = new Promise<string>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

export interface FakeDialogs {
  readonly dialogs: Dialogs;
  readonly opened: string[];
  closed: number;
  refusal: InlinkError | undefined;
  /** What the last window says, or how it ends. */
  answer(message: string): void;
  end(error: InlinkError): void;
}

export function fakeDialogs(): FakeDialogs {
  let settle = later();
  const fake: Omit<FakeDialogs, "dialogs"> = {
    opened: [],
    closed: 0,
    refusal: undefined,
    answer: (message) => settle.resolve(message),
    end: (error) => settle.reject(error),
  };
  const dialogs: Dialogs = {
    async open(url) {
      await Promise.resolve();
      if (fake.refusal) throw fake.refusal;
      fake.opened.push(url);
      settle = later();
      return { answer: settle.promise, close: () => (fake.closed += 1) };
    },
  };
  return Object.assign(fake, { dialogs });
}

export interface FakeOAuth {
  readonly oauth: OAuth;
  readonly exchanged: (readonly [requestToken: string, verifier: string])[];
  failure: InlinkError | undefined;
  exchangeFailure: InlinkError | undefined;
}

export function fakeOAuth(): FakeOAuth {
  const fake: Omit<FakeOAuth, "oauth"> = { exchanged: [], failure: undefined, exchangeFailure: undefined };
  const oauth: OAuth = {
    async requestToken() {
      await Promise.resolve();
      if (fake.failure) throw fake.failure;
      return { token: "request-1" };
    },
    async accessToken(requestToken, verifier) {
      await Promise.resolve();
      fake.exchanged.push([requestToken, verifier]);
      if (fake.exchangeFailure) throw fake.exchangeFailure;
      return { token: "access-1", sessionHandle: "handle-1", expiresIn: 157_680_000 };
    },
  };
  return Object.assign(fake, { oauth });
}

export function fakeRecents(before: readonly PastIssue[] = []): Recents {
  const past = [...before];
  let all = false;
  let leftOut: readonly KnownPicture[] = [];
  return {
    past: () => past,
    projects: () => past.map(({ projectKey }) => projectKey),
    issueTypes: (project) =>
      past.filter(({ projectKey }) => projectKey === project).map(({ issueTypeId }) => issueTypeId),
    remember: (issue) => past.unshift(issue),
    picturesLeftOut: () => leftOut,
    rememberPictures: ({ left, taken }) => {
      leftOut = [...left, ...leftOut].filter(({ hash }) => !taken.includes(hash));
    },
    forget() {
      past.splice(0);
      leftOut = [];
    },
    wantsAllFields: () => all,
    wantAllFields: (wanted) => void (all = wanted),
  };
}

/** What is kept has been through JSON, as in a browser's storage. */
export function fakeKeptLists(): KeptLists {
  const kept = new Map<string, string>();
  return {
    read: (name): unknown => {
      const text = kept.get(name);
      return text === undefined ? undefined : JSON.parse(text);
    },
    write: (name, value) => void kept.set(name, JSON.stringify(value)),
    clear: () => kept.clear(),
  };
}

/** Nothing to be learnt. */
export const noHabit = { sender: "", values: {} };

/** The smallest order of this mail: an issue with nothing but a summary. */
export const orderOf = (mailId: string): Order => ({
  mailId,
  goal: {
    kind: "create",
    projectKey: "DEMO",
    issueTypeId: "3",
    summary: "S",
    content: { fields: {}, update: {} },
    comment: undefined,
    habit: noHabit,
  },
  files: [],
});
