/**
 * The pane as one value, and the only function that changes it.
 *
 * Session and work stand side by side, so that a token that Jira rejects leads back to sign-in with the draft
 * still on screen. Each mail has its own work, so that a late answer finds its own mail, whatever is selected
 * by then. An event that does not fit the present step is ignored: double clicks and late answers need no flags.
 */
import type { Draft } from "./draft/draft.ts";
import { withPrint, type Prints } from "./draft/prints.ts";
import { endsSession, type InlinkError } from "./errors.ts";
import type { Mail } from "./mail/mail.ts";
import type { MailText } from "./mailText.ts";
import type { OwnerQuestion } from "./owner.ts";
import type { RequestToken } from "./ports.ts";
import type { Account } from "./session.ts";
import { nothingSent, type Order, type Outcome, type Receipts } from "./submission/order.ts";

export interface Pane {
  readonly session: SessionState;
  readonly mail: Mail | undefined;
  /** Mail id → work. Drafts that nobody touched are not kept when another mail is selected. */
  readonly works: Readonly<Record<string, Work>>;
  /** Counts up with each sign-in: what was asked for before it may have failed, or was for somebody else. */
  readonly signIns: number;
}

export type SessionState =
  | { readonly step: "signed-out"; readonly why: InlinkError | undefined; readonly leftBehind: boolean }
  /** Waiting for the request token. */
  | { readonly step: "asking" }
  /** The window is open (or about to be). */
  | { readonly step: "approving"; readonly requestToken: RequestToken }
  /** The window cannot open or cannot answer, or the user asked for it: they may open it by a click, or type the code. */
  | { readonly step: "code"; readonly requestToken: RequestToken; readonly why: InlinkError | undefined }
  | { readonly step: "exchanging" }
  | { readonly step: "signed-in"; readonly account: Account; readonly notKept: InlinkError | undefined };

export interface Work {
  readonly mail: Mail;
  readonly draft: Draft;
  /** The mail's text, as it was read; undefined: not yet. */
  readonly text: MailText | undefined;
  /** Why the mail's text could not be read. */
  readonly unread: InlinkError | undefined;
  /** What looking into its files has shown. */
  readonly prints: Prints;
  readonly stage: Stage;
}

export type Stage =
  | { readonly step: "editing"; readonly refusal: InlinkError | undefined }
  /** Finding out whose account acts, before the first write. */
  | { readonly step: "checking" }
  | { readonly step: "asked"; readonly question: OwnerQuestion; readonly order: Order }
  | { readonly step: "running"; readonly order: Order; readonly receipts: Receipts }
  /** Something has reached Jira, or may have: no more editing, only finishing. */
  | {
      readonly step: "stopped";
      readonly order: Order;
      readonly receipts: Receipts;
      readonly error: InlinkError;
    }
  | { readonly step: "done"; readonly order: Order; readonly receipts: Receipts };

export type PaneEvent =
  | { readonly type: "mail-selected"; readonly mail: Mail | undefined; readonly draft: Draft | undefined }
  | SessionEvent
  | ({ readonly mailId: string } & WorkEvent);

export type SessionEvent =
  | { readonly type: "sign-in-asked" }
  | { readonly type: "request-token-granted"; readonly requestToken: RequestToken }
  | { readonly type: "window-lost"; readonly why: InlinkError | undefined }
  | { readonly type: "verifier-given" }
  | { readonly type: "signed-in"; readonly account: Account; readonly draft: Draft | undefined }
  /** Outlook did not write the roaming settings, at sign-in or sign-out. */
  | { readonly type: "not-kept"; readonly error: InlinkError }
  | { readonly type: "sign-in-failed"; readonly why: InlinkError }
  | { readonly type: "sign-in-cancelled" }
  | { readonly type: "session-ended"; readonly why: InlinkError }
  | { readonly type: "signed-out" };

export type WorkEvent =
  | { readonly type: "text-read"; readonly text: MailText }
  | { readonly type: "text-unread"; readonly error: InlinkError }
  | { readonly type: "text-asked-again" }
  /** A file has been looked into. @see Prints */
  | { readonly type: "file-printed"; readonly fileId: string; readonly hash: string | undefined }
  | { readonly type: "edited"; readonly change: Partial<Draft> }
  | { readonly type: "checking" }
  | { readonly type: "owner-asked"; readonly question: OwnerQuestion; readonly order: Order }
  | { readonly type: "owner-declined" }
  | { readonly type: "refused"; readonly error: InlinkError }
  | { readonly type: "submitted"; readonly order: Order; readonly receipts: Receipts }
  | { readonly type: "progressed"; readonly receipts: Receipts }
  | { readonly type: "finished"; readonly outcome: Outcome }
  /** The user leaves the rest undone. */
  | { readonly type: "left" }
  | { readonly type: "started-over"; readonly draft: Draft };

export function firstPane(session: SessionState): Pane {
  return { session, mail: undefined, works: {}, signIns: 0 };
}

export function nextPane(pane: Pane, event: PaneEvent): Pane {
  if (event.type === "mail-selected")
    return withWork({ ...pane, mail: event.mail, works: kept(pane, event.mail) }, event.draft);
  if ("mailId" in event) return withWorkEvent(pane, event.mailId, event);
  const session = nextSession(pane.session, event);
  if (session === pane.session) return pane;
  if (event.type !== "signed-in") return { ...pane, session };
  return withWork(
    { ...pane, session, works: withoutEnds(pane.works), signIns: pane.signIns + 1 },
    event.draft,
  );
}

function nextSession(session: SessionState, event: SessionEvent): SessionState {
  const { step } = session;
  const busy = step === "asking" || step === "approving" || step === "code" || step === "exchanging";
  switch (event.type) {
    case "sign-in-asked":
      return step === "signed-out" || step === "code" ? { step: "asking" } : session;
    case "request-token-granted":
      return step === "asking" || step === "code"
        ? { step: "approving", requestToken: event.requestToken }
        : session;
    case "window-lost":
      return step === "approving"
        ? { step: "code", requestToken: session.requestToken, why: event.why }
        : session;
    case "verifier-given":
      return step === "approving" || step === "code" ? { step: "exchanging" } : session;
    case "signed-in":
      return step === "exchanging"
        ? { step: "signed-in", account: event.account, notKept: undefined }
        : session;
    case "not-kept":
      if (step === "signed-in") return { ...session, notKept: event.error };
      return step === "signed-out" ? { ...session, why: event.error } : session;
    case "sign-in-failed":
      return busy ? { step: "signed-out", why: event.why, leftBehind: false } : session;
    case "sign-in-cancelled":
      return busy ? { step: "signed-out", why: undefined, leftBehind: false } : session;
    case "session-ended":
      return step === "signed-in" ? { step: "signed-out", why: event.why, leftBehind: false } : session;
    case "signed-out":
      return step === "signed-in" ? { step: "signed-out", why: undefined, leftBehind: true } : session;
  }
}

/** Opens work on the selected mail once somebody is signed in. */
function withWork(pane: Pane, draft: Draft | undefined): Pane {
  const { mail, session, works } = pane;
  if (!mail || !draft || session.step !== "signed-in") return pane;
  const before = works[mail.id];
  const work: Work = before
    ? { ...before, mail }
    : {
        mail,
        draft,
        text: undefined,
        unread: undefined,
        prints: {},
        stage: { step: "editing", refusal: undefined },
      };
  return { ...pane, works: { ...works, [mail.id]: work } };
}

/** A refusal that came while another mail was selected has not been seen yet. */
function kept({ mail: last, works }: Pane, next: Mail | undefined): Pane["works"] {
  return Object.fromEntries(
    Object.entries(works).filter(([id, { draft, stage }]) => {
      if (draft.touched || stage.step !== "editing") return true;
      return id === last?.id ? id === next?.id : stage.refusal !== undefined;
    }),
  );
}

/** Nobody who has just signed in is to be told to sign in. */
function withoutEnds(works: Pane["works"]): Pane["works"] {
  return Object.fromEntries(
    Object.entries(works).map(([id, work]) => {
      const { stage } = work;
      const ended = stage.step === "editing" && stage.refusal && endsSession(stage.refusal);
      return [id, ended ? { ...work, stage: { step: "editing", refusal: undefined } } : work];
    }),
  );
}

function withWorkEvent(pane: Pane, mailId: string, event: WorkEvent): Pane {
  const work = pane.works[mailId];
  if (!work) return pane;
  const next = nextWork(work, event);
  if (next === work) return pane;
  const ended = endOfSession(event);
  const session = ended ? nextSession(pane.session, { type: "session-ended", why: ended }) : pane.session;
  return { ...pane, session, works: { ...pane.works, [mailId]: next } };
}

/** Jira no longer takes the token: whatever the step, the way on is to sign in again. */
function endOfSession(event: WorkEvent): InlinkError | undefined {
  const error =
    event.type === "finished" ? event.outcome.stoppedBy : event.type === "refused" ? event.error : undefined;
  return error && endsSession(error) ? error : undefined;
}

function nextWork(work: Work, event: WorkEvent): Work {
  const { stage, draft } = work;
  switch (event.type) {
    case "text-read":
      return work.text ? work : { ...work, unread: undefined, text: event.text };
    case "text-unread":
      return work.text ? work : { ...work, unread: event.error };
    case "text-asked-again":
      return { ...work, unread: undefined };
    case "file-printed":
      return stage.step === "editing" ? { ...work, prints: withPrint(work, event.fileId, event.hash) } : work;
    case "edited":
      return stage.step === "editing"
        ? { ...work, draft: { ...draft, ...event.change, touched: true } }
        : work;
    case "checking":
      return stage.step === "editing" ? { ...work, stage: { step: "checking" } } : work;
    case "owner-asked": {
      if (stage.step !== "checking") return work;
      return { ...work, stage: { step: "asked", question: event.question, order: event.order } };
    }
    case "owner-declined":
      return stage.step === "asked" ? { ...work, stage: { step: "editing", refusal: undefined } } : work;
    case "refused":
      return stage.step === "checking" ? { ...work, stage: { step: "editing", refusal: event.error } } : work;
    case "submitted": {
      if (stage.step === "running" || stage.step === "editing") return work;
      return { ...work, stage: { step: "running", order: event.order, receipts: event.receipts } };
    }
    case "progressed":
      return stage.step === "running" ? { ...work, stage: { ...stage, receipts: event.receipts } } : work;
    case "finished":
      return stage.step === "running" ? { ...work, stage: finished(stage.order, event.outcome) } : work;
    case "left":
      return stage.step === "stopped" ? { ...work, stage: left(stage) } : work;
    case "started-over":
      return stage.step === "done"
        ? { ...work, draft: event.draft, prints: {}, stage: { step: "editing", refusal: undefined } }
        : work;
  }
}

function left({ order, receipts, error }: Extract<Stage, { step: "stopped" }>): Stage {
  return receipts.issue ? { step: "done", order, receipts } : { step: "editing", refusal: error };
}

function finished(order: Order, { receipts, stoppedBy }: Outcome): Stage {
  if (!stoppedBy) return { step: "done", order, receipts };
  if (nothingSent(order, receipts)) return { step: "editing", refusal: stoppedBy };
  return { step: "stopped", order, receipts, error: stoppedBy };
}
