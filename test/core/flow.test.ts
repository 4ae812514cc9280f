import { shownText } from "../../src/core/draft/shownText.ts";
import { firstDraft } from "../../src/core/draft/draft.ts";
import {
  DialogRefused,
  JiraRejected,
  JiraUnreachable,
  MailChanged,
  OAuthRefused,
  OutlookFailed,
  SignInDenied,
} from "../../src/core/errors.ts";
import { firstPane, nextPane, type Pane, type PaneEvent, type WorkEvent } from "../../src/core/flow.ts";
import type { Mail } from "../../src/core/mail/mail.ts";
import { noReceipts } from "../../src/core/submission/order.ts";
import { fakeRecents, fred, mailOf, orderOf, textOf } from "./fakes.ts";

const a = mailOf("a");
const b = mailOf("b");
const draftOf = (mail: Mail) => firstDraft(mail, fakeRecents());
const select = (mail: Mail | undefined): PaneEvent => ({
  type: "mail-selected",
  mail,
  draft: mail && draftOf(mail),
});
const on = (mail: Mail, event: WorkEvent): PaneEvent => ({ mailId: mail.id, ...event });
const requestToken = { token: "request-1" };
const signedIn = firstPane({ step: "signed-in", account: fred, notKept: undefined });
const signedOut = firstPane({ step: "signed-out", why: undefined, leftBehind: false });
const after = (pane: Pane, ...events: readonly PaneEvent[]): Pane => events.reduce(nextPane, pane);

const order = orderOf("a");
const receipts = noReceipts(order, new Date(0));
const created = { ...receipts, issue: { id: "1", key: "DEMO-1" } };
const gone = new OAuthRefused("token_rejected", 401, {});
const network = new JiraUnreachable("network");
const running = [
  select(a),
  on(a, { type: "edited", change: { summary: "Mine" } }),
  on(a, { type: "checking" }),
  on(a, { type: "submitted", order, receipts }),
];
const stageOf = (pane: Pane, mail = a) => pane.works[mail.id]?.stage;

describe("signing in", () => {
  const approving = after(
    signedOut,
    select(a),
    { type: "sign-in-asked" },
    { type: "request-token-granted", requestToken },
  );

  it("goes from the request token by the window to the account, and opens the selected mail", () => {
    const pane = after(
      approving,
      { type: "verifier-given" },
      { type: "signed-in", account: fred, draft: draftOf(a) },
    );
    expect(pane.session).toEqual({ step: "signed-in", account: fred, notKept: undefined });
    expect(pane.works["a"]?.draft.summary).toBe("Subject of a");
  });

  it("offers the code where the window is lost, and still takes an answer of the window", () => {
    const why = new DialogRefused("blocked");
    const pane = after(approving, { type: "window-lost", why });
    expect(pane.session).toEqual({ step: "code", requestToken, why });
    expect(after(pane, { type: "verifier-given" }).session.step).toBe("exchanging");
    expect(after(pane, { type: "request-token-granted", requestToken }).session.step).toBe("approving");
  });

  it.each<[string, PaneEvent]>([
    ["fails", { type: "sign-in-failed", why: new SignInDenied() }],
    ["is cancelled", { type: "sign-in-cancelled" }],
  ])("leads back to the button when it %s", (_, event) => {
    expect(after(approving, event).session.step).toBe("signed-out");
  });

  it("ignores what comes too late", () => {
    const cancelled = after(approving, { type: "sign-in-cancelled" });
    const late: PaneEvent[] = [
      { type: "request-token-granted", requestToken },
      { type: "window-lost", why: new DialogRefused("blocked") },
      { type: "verifier-given" },
      { type: "signed-in", account: fred, draft: draftOf(a) },
      { type: "sign-in-failed", why: new SignInDenied() },
    ];
    expect(after(cancelled, ...late)).toBe(cancelled);
  });

  it("is counted, so that what was asked for before is asked again", () => {
    const twice = after(
      signedIn,
      { type: "session-ended", why: gone },
      { type: "sign-in-asked" },
      { type: "request-token-granted", requestToken },
      { type: "verifier-given" },
      { type: "signed-in", account: fred, draft: undefined },
    );
    expect(twice.signIns).toBe(signedIn.signIns + 1);
  });

  it("says so where the mailbox does not keep it", () => {
    const error = new OutlookFailed("saveAsync", 9019, "");
    expect(after(signedIn, { type: "not-kept", error }).session).toMatchObject({
      step: "signed-in",
      notKept: error,
    });
  });
});

describe("a session that ends", () => {
  it("keeps the drafts, and tells nobody who has signed in again to sign in", () => {
    const ended = after(
      signedIn,
      select(a),
      on(a, { type: "edited", change: { summary: "Mine" } }),
      on(a, { type: "checking" }),
      on(a, { type: "refused", error: gone }),
    );
    expect(ended.session).toEqual({ step: "signed-out", why: gone, leftBehind: false });
    expect(ended.works["a"]?.draft.summary).toBe("Mine");
    expect(stageOf(ended)).toEqual({ step: "editing", refusal: gone });
    const again = after(
      ended,
      { type: "sign-in-asked" },
      { type: "request-token-granted", requestToken },
      { type: "verifier-given" },
      { type: "signed-in", account: fred, draft: draftOf(a) },
    );
    expect(again.works["a"]?.draft.summary).toBe("Mine");
    expect(stageOf(again)).toEqual({ step: "editing", refusal: undefined });
  });

  it("keeps the receipts of what had begun", () => {
    const pane = after(
      signedIn,
      ...running,
      on(a, { type: "finished", outcome: { receipts: created, stoppedBy: gone } }),
    );
    expect(pane.session.step).toBe("signed-out");
    expect(stageOf(pane)).toMatchObject({ step: "stopped", receipts: created, error: gone });
  });

  it("is told apart from signing out, after which the token stays valid in Jira", () => {
    expect(after(signedIn, { type: "signed-out" }).session).toEqual({
      step: "signed-out",
      why: undefined,
      leftBehind: true,
    });
    expect(after(signedIn, { type: "session-ended", why: gone }).session).toMatchObject({
      leftBehind: false,
    });
  });
});

const shown = ({ works }: Pane, id = "a") => works[id] && shownText(works[id]);

describe("another mail", () => {
  it("drops a draft that nobody touched, and keeps one that somebody did", () => {
    const untouched = after(
      signedIn,
      select(a),
      on(a, { type: "text-read", text: textOf("Text") }),
      select(b),
    );
    expect(Object.keys(untouched.works)).toEqual(["b"]);
    const touched = after(
      signedIn,
      select(a),
      on(a, { type: "edited", change: { summary: "Mine" } }),
      select(b),
      select(a),
    );
    expect(touched.works["a"]?.draft.summary).toBe("Mine");
  });

  it("drops nothing where the same mail is told of again", () => {
    const pane = after(signedIn, select(a), on(a, { type: "text-read", text: textOf("Text") }), select(a));
    expect(shown(pane)).toBe("Text");
  });

  it("does not take a late answer for its own", () => {
    const pane = after(
      signedIn,
      select(a),
      on(a, { type: "edited", change: { summary: "Mine" } }),
      select(b),
    );
    const read = after(pane, on(a, { type: "text-read", text: textOf("Text of a") }));
    expect(shown(read, "b")).toBeUndefined();
    expect(shown(read)).toBe("Text of a");
  });

  it("keeps a submission that failed unseen until it has been seen", () => {
    const moved = new MailChanged();
    const failed = after(
      signedIn,
      select(a),
      on(a, { type: "checking" }),
      on(a, { type: "submitted", order, receipts }),
      select(b),
      on(a, { type: "finished", outcome: { receipts, stoppedBy: moved } }),
    );
    const refused = { step: "editing", refusal: moved };
    expect(stageOf(after(failed, select(undefined)))).toEqual(refused);
    const seen = after(failed, select(undefined), select(a));
    expect(stageOf(seen)).toEqual(refused);
    expect(stageOf(after(seen, select(b)))).toBeUndefined();
  });
});

describe("the text of the mail", () => {
  it("never replaces what was typed", () => {
    const pane = after(
      signedIn,
      select(a),
      on(a, { type: "edited", change: { text: "Typed" } }),
      on(a, { type: "text-read", text: textOf("Read") }),
      on(a, { type: "text-unread", error: network }),
    );
    expect(pane.works["a"]?.unread).toBeUndefined();
    expect(shown(pane)).toBe("Typed");
    // The mail's own is there as well, to be taken again.
    expect(shown(after(pane, on(a, { type: "edited", change: { text: undefined } })))).toBe("Read");
  });

  it("can be asked for again", () => {
    const failed = after(signedIn, select(a), on(a, { type: "text-unread", error: network }));
    expect(failed.works["a"]?.unread).toBe(network);
    const again = after(
      failed,
      on(a, { type: "text-asked-again" }),
      on(a, { type: "text-read", text: textOf("Read") }),
    );
    expect(again.works["a"]?.unread).toBeUndefined();
    expect(shown(again)).toBe("Read");
  });
});

describe("sending", () => {
  const question = { reason: "other-owner", user: fred, mailbox: "mary@example.com" } as const;

  it("asks whose account it is, and sends nothing when declined", () => {
    const asked = after(
      signedIn,
      select(a),
      on(a, { type: "checking" }),
      on(a, { type: "owner-asked", question, order }),
    );
    expect(stageOf(asked)).toEqual({ step: "asked", question, order });
    expect(stageOf(after(asked, on(a, { type: "owner-declined" })))).toEqual({
      step: "editing",
      refusal: undefined,
    });
    expect(stageOf(after(asked, on(a, { type: "submitted", order, receipts })))?.step).toBe("running");
  });

  it("begins once", () => {
    const pane = after(signedIn, ...running);
    expect(
      after(pane, on(a, { type: "checking" }), on(a, { type: "submitted", order, receipts: created })),
    ).toBe(pane);
  });

  it("goes back to the form where nothing has reached Jira", () => {
    const no = new JiraRejected(400, [], { summary: "Too long" });
    const pane = after(
      signedIn,
      ...running,
      on(a, { type: "finished", outcome: { receipts, stoppedBy: no } }),
    );
    expect(stageOf(pane)).toEqual({ step: "editing", refusal: no });
    expect(pane.works["a"]?.draft.summary).toBe("Mine");
    expect(pane.session.step).toBe("signed-in");
  });

  it("stops where something has reached Jira, or may have, and goes on from its receipts", () => {
    const unsure = { ...receipts, unsure: ["issue"] };
    const stopped = after(
      signedIn,
      ...running,
      on(a, { type: "finished", outcome: { receipts: unsure, stoppedBy: network } }),
    );
    expect(stageOf(stopped)).toMatchObject({ step: "stopped", receipts: unsure });
    expect(stageOf(after(stopped, on(a, { type: "left" })))).toEqual({ step: "editing", refusal: network });
    const again = after(stopped, on(a, { type: "submitted", order, receipts: unsure }));
    expect(stageOf(again)).toMatchObject({ step: "running", receipts: unsure });
    const done = after(
      again,
      on(a, { type: "finished", outcome: { receipts: created, stoppedBy: undefined } }),
    );
    expect(stageOf(done)).toEqual({ step: "done", order, receipts: created });
  });

  it("ends with its receipts when the user leaves the rest", () => {
    const stopped = after(
      signedIn,
      ...running,
      on(a, { type: "finished", outcome: { receipts: created, stoppedBy: network } }),
    );
    expect(stageOf(after(stopped, on(a, { type: "left" })))).toEqual({
      step: "done",
      order,
      receipts: created,
    });
  });

  it("can be followed by another with the same mail, whose text is read anew", () => {
    const done = after(
      signedIn,
      ...running,
      on(a, { type: "finished", outcome: { receipts: created, stoppedBy: undefined } }),
    );
    const over = after(done, on(a, { type: "started-over", draft: draftOf(a) }));
    expect(over.works["a"]).toMatchObject({
      stage: { step: "editing" },
      draft: { touched: false, text: undefined },
    });
  });

  it("keeps what was learnt of files until it begins, and learns nothing of them on the way", () => {
    const printed = (hash: string) => on(a, { type: "file-printed", fileId: "1", hash });
    const pane = after(signedIn, select(a), printed("one"), ...running.slice(1));
    expect(pane.works["a"]?.prints["1"]?.hash).toBe("one");
    expect(after(pane, printed("two"))).toBe(pane);
    expect(
      after(signedIn, select(a), on(a, { type: "checking" }), printed("one")).works["a"]?.prints,
    ).toEqual({});
  });

  it("takes no more edits once it has begun", () => {
    const pane = after(signedIn, ...running);
    expect(after(pane, on(a, { type: "edited", change: { summary: "Late" } }))).toBe(pane);
  });
});
