/**
 * Every way Inlink can fail, as a class with a literal `code`.
 *
 * Errors carry facts, never wording: `ui/explain.ts` finds the words and switches over `InlinkError["code"]`,
 * so that a class added here and forgotten there does not compile. `message` is for the log only, and holds
 * no secret: no token, no key, no passphrase.
 */

abstract class BaseError extends Error {
  abstract readonly code: string;
}

/** config.json is missing, not JSON, or breaks a rule. `key` is a path such as `sites[0].baseUrl`, "" for the file itself. */
export class ConfigInvalid extends BaseError {
  readonly code = "config-invalid";
  constructor(
    readonly key: string,
    readonly problem: string,
    readonly remedy: string,
  ) {
    super(`config.json ${key}: ${problem}`);
  }
}

/** The private key of the link cannot be used: damaged, not RSA, a certificate by mistake, an unknown cipher. */
export class KeyUnreadable extends BaseError {
  readonly code = "key-unreadable";
  constructor(
    readonly reason: "not-a-key" | "certificate" | "not-rsa" | "unknown-cipher",
    cause?: unknown,
  ) {
    super(`The private key cannot be read: ${reason}`, { cause });
  }
}

/** The private key is encrypted: it needs the team passphrase (`given` tells whether one was tried and was wrong). */
export class KeyLocked extends BaseError {
  readonly code = "key-locked";
  constructor(readonly given: boolean) {
    super(given ? "The passphrase does not open the private key" : "The private key needs a passphrase");
  }
}

/** office.js was not loaded, did not get ready in time, or says that this is not Outlook. */
export class OutlookAbsent extends BaseError {
  readonly code = "outlook-absent";
  constructor(readonly reason: "script-blocked" | "not-ready" | "not-outlook") {
    super(`office.js: ${reason}`);
  }
}

/** Outlook answered a call with an error. `officeCode` is AsyncResult.error.code. */
export class OutlookFailed extends BaseError {
  readonly code = "outlook-failed";
  constructor(
    readonly call: string,
    readonly officeCode: number,
    readonly officeMessage: string,
  ) {
    super(`${call}: ${officeCode} ${officeMessage}`);
  }
}

/** Outlook did not call back within the call's time limit. */
export class OutlookSilent extends BaseError {
  readonly code = "outlook-silent";
  constructor(readonly call: string) {
    super(`${call}: no answer`);
  }
}

/** This Outlook does not have the method. */
export class OutlookLacks extends BaseError {
  readonly code = "outlook-lacks";
  constructor(readonly call: string) {
    super(`${call}: not in this Outlook`);
  }
}

/** The selected mail changed while something was being read from it; what was read is dropped. */
export class MailChanged extends BaseError {
  readonly code = "mail-changed";
  constructor() {
    super("The selected mail changed while it was being read");
  }
}

/** The mailbox's roaming settings hold something for this site that cannot be used. */
export class SettingsUnusable extends BaseError {
  readonly code = "settings-unusable";
  constructor(readonly reason: "damaged" | "outdated" | "other-mailbox" | "other-jira" | "expired") {
    super(`Roaming settings: ${reason}`);
  }
}

/** The sign-in window could not be opened. `officeCode` 12011: blocked by the browser; 12009: refused by the user. */
export class DialogRefused extends BaseError {
  readonly code = "dialog-refused";
  constructor(readonly reason: "blocked" | "ignored" | "unavailable" | "already-open") {
    super(`Sign-in window: ${reason}`);
  }
}

/** The sign-in window is gone without an answer: closed by the user, or cut off by a page's opener policy (12006). */
export class DialogClosed extends BaseError {
  readonly code = "dialog-closed";
  constructor() {
    super("The sign-in window closed without an answer");
  }
}

/** The user pressed Deny on Jira's page. */
export class SignInDenied extends BaseError {
  readonly code = "sign-in-denied";
  constructor() {
    super("Access was denied on Jira's page");
  }
}

/** What came back from the sign-in window is not an answer to what was asked: other token, or not ours at all. */
export class SignInMismatch extends BaseError {
  readonly code = "sign-in-mismatch";
  constructor() {
    super("The sign-in answer does not belong to this sign-in");
  }
}

/** Jira's OAuth provider refused. `problem` as the OAuth Problem Reporting extension names it. */
export class OAuthRefused extends BaseError {
  readonly code = "oauth-refused";
  constructor(
    readonly problem: OAuthProblem,
    readonly status: number,
    /** What Jira added, such as oauth_problem_advice, oauth_parameters_absent or its own base string. */
    readonly details: Readonly<Record<string, string>>,
  ) {
    super(`OAuth problem ${problem} (${status})`);
  }
}

/** http://wiki.oauth.net/w/page/12238543/ProblemReporting, as far as Jira uses it; "unknown" for anything else. */
export const oauthProblems = [
  "version_rejected",
  "parameter_absent",
  "parameter_rejected",
  "timestamp_refused",
  "nonce_used",
  "signature_method_rejected",
  "signature_invalid",
  "consumer_key_unknown",
  "consumer_key_rejected",
  "consumer_key_refused",
  "token_used",
  "token_expired",
  "token_revoked",
  "token_rejected",
  "additional_authorization_required",
  "permission_unknown",
  "permission_denied",
  "user_refused",
  "unknown",
] as const;
export type OAuthProblem = (typeof oauthProblems)[number];

/** Jira answered, and the answer was no, with Jira's own words (ErrorCollection). */
export class JiraRejected extends BaseError {
  readonly code = "jira-rejected";
  constructor(
    readonly status: number,
    readonly messages: readonly string[],
    /** Field id → message. */
    readonly fieldErrors: Readonly<Record<string, string>>,
  ) {
    super(
      `Jira answered ${status}: ${[...messages, ...Object.values(fieldErrors)].join("; ") || "no message"}`,
    );
  }
}

/** No answer from Jira: network, DNS, CORS, local network access, or no answer in time. Whether it acted is not known. */
export class JiraUnreachable extends BaseError {
  readonly code = "jira-unreachable";
  constructor(
    readonly reason: "network" | "timeout",
    cause?: unknown,
  ) {
    super(`No answer from Jira: ${reason}`, { cause });
  }
}

/** Jira asks for patience: 429, 502, 503, 504. `retryAfter` in seconds, where it says so. */
export class JiraBusy extends BaseError {
  readonly code = "jira-busy";
  constructor(
    readonly status: number,
    readonly retryAfter: number | undefined,
  ) {
    super(`Jira is busy: ${status}`);
  }
}

/** Something answered that is not Jira's REST: a login page, a proxy's page, a shape that does not parse. */
export class JiraUnexpected extends BaseError {
  readonly code = "jira-unexpected";
  constructor(
    readonly status: number,
    /** What was wrong, as `path: expected …`; never the body itself. */
    readonly problem: string,
  ) {
    super(`Unexpected answer (${status}): ${problem}`);
  }
}

/** A file is larger than Jira, or the proxy in front of it, accepts. Sizes in bytes. */
export class FileTooLarge extends BaseError {
  readonly code = "file-too-large";
  constructor(
    readonly fileName: string,
    readonly size: number,
    /** As Jira states it; undefined where only the refusal (413) is known. */
    readonly limit: number | undefined,
  ) {
    super(`File of ${size} bytes refused, limit ${limit ?? "unknown"}`);
  }
}

/** The user stopped the submission. What was under way was cut off; whether Jira has it is not known. */
export class Stopped extends BaseError {
  readonly code = "stopped";
  constructor() {
    super("Stopped by the user");
  }
}

export type InlinkError =
  | ConfigInvalid
  | KeyUnreadable
  | KeyLocked
  | OutlookAbsent
  | OutlookFailed
  | OutlookSilent
  | OutlookLacks
  | MailChanged
  | SettingsUnusable
  | DialogRefused
  | DialogClosed
  | SignInDenied
  | SignInMismatch
  | OAuthRefused
  | JiraRejected
  | JiraUnreachable
  | JiraBusy
  | JiraUnexpected
  | FileTooLarge
  | Stopped;

/** Anything else that is thrown is a bug, and goes to the error boundary. */
export function isInlinkError(error: unknown): error is InlinkError {
  return error instanceof BaseError;
}

/** True where Jira no longer accepts the user's token: the way out is to sign in again. */
export function endsSession(error: InlinkError): boolean {
  const problems: readonly OAuthProblem[] = [
    "token_rejected",
    "token_expired",
    "token_revoked",
    "token_used",
    "permission_denied",
  ];
  if (error.code === "oauth-refused") return problems.includes(error.problem);
  return error.code === "jira-rejected" && error.status === 401;
}
