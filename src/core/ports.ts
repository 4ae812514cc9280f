/** What the core asks of the outside. One page, so that a reader sees the whole contract; adapters live in their folders. */
import type { PastIssue } from "./draft/habits.ts";
import type { KnownPicture, PictureHabit } from "./draft/lookAlikes.ts";
import type { TeamDefaults } from "./teamDefaults.ts";
import type {
  Choice,
  CreatedIssue,
  CreateScreen,
  IssueContent,
  IssueHit,
  IssueRef,
  IssueSummary,
  IssueType,
  JiraUser,
  Project,
  UploadRules,
} from "./jira.ts";
import type { FileContent, Mail, MailBody } from "./mail/mail.ts";

/** The mailbox that Outlook has open. Every method throws OutlookFailed, OutlookSilent, OutlookLacks or MailChanged. */
export interface Mailbox {
  /** SMTP address of the signed-in user's mailbox. */
  readonly address: string;
  /** undefined: no mail, or several, selected. */
  currentMail(): Mail | undefined;
  /** Tells of every change of selection; returns how to stop. */
  onMailChanged(listener: () => void): () => void;
  body(mailId: string): Promise<MailBody>;
  file(mailId: string, fileId: string): Promise<FileContent>;
  /** The mail itself as an RFC 5322 message (`.eml`); to be asked for only where the mail offers it. */
  original(mailId: string): Promise<FileContent>;
}

/** Roaming settings: a small bag that Outlook keeps in the mailbox. Loaded once; written whole; the last writer wins. */
export interface Settings {
  read(key: string): unknown;
  /** undefined removes the key. Throws OutlookFailed, OutlookSilent. */
  write(key: string, value: unknown): Promise<void>;
}

/** Opens a page of our own in a window of its own. Throws DialogRefused. */
export interface Dialogs {
  open(url: string): Promise<Dialog>;
}
export interface Dialog {
  /** The page's one message, as text. Rejects with DialogClosed. */
  readonly answer: Promise<string>;
  close(): void;
}

/** The three legs, RFC 5849 section 2. Every method throws OAuthRefused, JiraUnreachable, JiraBusy or JiraUnexpected. */
export interface OAuth {
  /** @param callback absolute URL that Jira sends the browser back to. */
  requestToken(callback: string): Promise<RequestToken>;
  accessToken(requestToken: string, verifier: string): Promise<AccessToken>;
}
export interface RequestToken {
  readonly token: string;
}
export interface AccessToken {
  readonly token: string;
  readonly sessionHandle: string | undefined;
  /** Seconds from now. */
  readonly expiresIn: number | undefined;
}

/**
 * Jira's REST as its signed-in user.
 * Every method throws OAuthRefused, JiraRejected, JiraUnreachable, JiraBusy or JiraUnexpected.
 */
export interface Jira extends Lookups {
  myself(signal?: AbortSignal): Promise<JiraUser>;
  projects(signal?: AbortSignal): Promise<readonly Project[]>;
  /** The user's recent projects as Jira remembers them, latest first. */
  recentProjects(signal?: AbortSignal): Promise<readonly Project[]>;
  /** In the order of the create dialog. Empty: the user may not create issues there. */
  issueTypes(projectKey: string, signal?: AbortSignal): Promise<readonly IssueType[]>;
  createScreen(projectKey: string, issueTypeId: string, signal?: AbortSignal): Promise<CreateScreen>;
  /** What the project's team has settled; nothing is settled in most. */
  teamDefaults(projectKey: string, signal?: AbortSignal): Promise<TeamDefaults>;
  /** Throws JiraRejected for whoever may not edit the project. */
  setTeamDefaults(projectKey: string, defaults: TeamDefaults): Promise<void>;
  mayEditProject(projectKey: string, signal?: AbortSignal): Promise<boolean>;
  createIssue(content: IssueContent): Promise<IssueRef>;
  issue(key: string, signal?: AbortSignal): Promise<IssueSummary>;
  /** Issues that the user looked at lately. */
  recentIssues(signal?: AbortSignal): Promise<readonly IssueHit[]>;
  searchIssues(text: string, signal?: AbortSignal): Promise<readonly IssueHit[]>;
  /** @param internal Jira Service Management only: true hides the comment from customers, undefined elsewhere. */
  addComment(key: string, body: string, internal: boolean | undefined): Promise<{ readonly id: string }>;
  /**
   * How Jira would show wiki markup: HTML, hostile as a mail's. Keeps nothing. Not every Jira says it.
   * @param issueKey of the issue it is for; undefined: a new one.
   */
  rendered(markup: string, issueKey: string | undefined, signal?: AbortSignal): Promise<string>;
  uploadRules(signal?: AbortSignal): Promise<UploadRules>;
  /** One file, one request. Throws FileTooLarge as well, and the signal's reason once that is aborted. */
  attach(key: string, file: FileContent, signal?: AbortSignal): Promise<{ readonly id: string }>;

  // What happened? Asked after an answer got lost, before anything is sent a second time.
  /** What the signed-in user created since then, and up to some minutes before; newest first. */
  issuesCreatedByMe(since: Date): Promise<readonly CreatedIssue[]>;
  /** An issue that the signed-in user created since `since` with exactly this summary in this project. */
  issueCreatedByMe(projectKey: string, summary: string, since: Date): Promise<IssueRef | undefined>;
  commentByMe(key: string, body: string, since: Date): Promise<{ readonly id: string } | undefined>;
  attachmentByMe(key: string, file: FileContent, since: Date): Promise<{ readonly id: string } | undefined>;
}

/**
 * What fields search in, as the signed-in user may see it; at most some twenty, the likeliest first.
 * Every method throws OAuthRefused, JiraRejected, JiraUnreachable, JiraBusy or JiraUnexpected.
 */
export interface Lookups {
  /** @param words the beginning of a name, login name or mail address; "" finds nobody in particular. */
  people(words: string, signal?: AbortSignal): Promise<readonly Choice[]>;
  /** People to whom issues of the project may be assigned. */
  assignable(projectKey: string, words: string, signal?: AbortSignal): Promise<readonly Choice[]>;
  groups(words: string, signal?: AbortSignal): Promise<readonly Choice[]>;
  /** Labels in use. @param fieldId `labels`, or a custom field's. */
  labels(fieldId: string, words: string, signal?: AbortSignal): Promise<readonly Choice[]>;
  /** By key or words. @param projectKey undefined: of all projects. */
  issuesOf(projectKey: string | undefined, words: string, signal?: AbortSignal): Promise<readonly Choice[]>;
  epics(words: string, signal?: AbortSignal): Promise<readonly Choice[]>;
  /** Active and future ones, of the boards that show the project. */
  sprints(projectKey: string, words: string, signal?: AbortSignal): Promise<readonly Choice[]>;
  /** Both ways of each link type: id "Blocks outward", label "blocks". */
  linkTypes(signal?: AbortSignal): Promise<readonly Choice[]>;
}

/** What was chosen last, kept on this device; forgetful where browser storage is blocked. */
export interface Recents {
  /** Issues that the user created from mails, newest first. */
  past(): readonly PastIssue[];
  /** Project keys, newest first. */
  projects(): readonly string[];
  /** Ids of issue types chosen in this project, newest first. */
  issueTypes(projectKey: string): readonly string[];
  remember(issue: PastIssue): void;
  /** Pictures that the user left out of what they sent, newest first. */
  picturesLeftOut(): readonly KnownPicture[];
  rememberPictures(habit: PictureHabit): void;
  /** Takes what the user created, and left out, off this device. */
  forget(): void;
  /** Whether the form shows all that can be filled. */
  wantsAllFields(): boolean;
  wantAllFields(wanted: boolean): void;
}

/** Jira's lists as this device keeps them, by a name; may be lost at any time. What is read has been through JSON. */
export interface KeptLists {
  /** undefined: not kept. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  clear(): void;
}

/** Milliseconds since 1970, as Date.now. */
export type Clock = () => number;
