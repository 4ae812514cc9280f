import fc from "fast-check";
import { firstDraft } from "../../src/core/draft/draft.ts";
import { endsSession, JiraUnreachable, MailChanged, OAuthRefused } from "../../src/core/errors.ts";
import { firstPane, nextPane, type Pane, type PaneEvent } from "../../src/core/flow.ts";
import { noReceipts, nothingSent } from "../../src/core/submission/order.ts";
import { fakeRecents, fred, mailOf, orderOf, textOf } from "./fakes.ts";

const mails = ["a", "b", "c"].map((id) => mailOf(id));
const draftOf = (id: string) => firstDraft(mailOf(id), fakeRecents());
const gone = new OAuthRefused("token_revoked", 401, {});
const errors = [gone, new JiraUnreachable("network"), new MailChanged()];
const requestToken = { token: "request-1" };
const question = { reason: "other-owner", user: fred, mailbox: "mary@example.com" } as const;

const error = fc.constantFrom(...errors);
const sessionEvent: fc.Arbitrary<PaneEvent> = fc.oneof(
  fc.constantFrom<PaneEvent>(
    { type: "sign-in-asked" },
    { type: "request-token-granted", requestToken },
    { type: "window-lost", why: undefined },
    { type: "verifier-given" },
    { type: "sign-in-cancelled" },
    { type: "signed-out" },
    { type: "session-ended", why: gone },
  ),
  error.map((why): PaneEvent => ({ type: "sign-in-failed", why })),
  error.map((why): PaneEvent => ({ type: "not-kept", error: why })),
);
const workEvent: fc.Arbitrary<PaneEvent> = fc
  .record({
    mailId: fc.constantFrom("a", "b", "c", "never seen"),
    error,
    typed: fc.string(),
    made: fc.boolean(),
    stops: fc.boolean(),
  })
  .chain(({ mailId, error, typed, made, stops }) => {
    const order = orderOf(mailId);
    const none = noReceipts(order, new Date(0));
    const receipts = made ? { ...none, issue: { id: "1", key: "DEMO-1" } } : none;
    return fc.constantFrom<PaneEvent>(
      { mailId, type: "text-read", text: textOf(typed) },
      { mailId, type: "text-unread", error },
      { mailId, type: "text-asked-again" },
      { mailId, type: "edited", change: { summary: typed } },
      { mailId, type: "edited", change: { text: typed } },
      { mailId, type: "checking" },
      { mailId, type: "owner-asked", question, order },
      { mailId, type: "owner-declined" },
      { mailId, type: "refused", error },
      { mailId, type: "submitted", order, receipts },
      { mailId, type: "progressed", receipts },
      { mailId, type: "finished", outcome: { receipts, stoppedBy: stops || !made ? error : undefined } },
      { mailId, type: "left" },
      { mailId, type: "started-over", draft: draftOf(mailId) },
    );
  });
const step = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom("select a", "select b", "select c", "select nothing", "sign in") },
  { weight: 1, arbitrary: sessionEvent },
  { weight: 4, arbitrary: workEvent },
);

/** What depends on the pane itself, as the user interface makes it. */
function eventFor(pane: Pane, step: string | PaneEvent): PaneEvent {
  if (typeof step !== "string") return step;
  if (step === "sign in")
    return { type: "signed-in", account: fred, draft: pane.mail && draftOf(pane.mail.id) };
  const mail = mails.find(({ id }) => step === `select ${id}`);
  return { type: "mail-selected", mail, draft: mail && draftOf(mail.id) };
}

function walk(
  steps: readonly (string | PaneEvent)[],
  look: (before: Pane, event: PaneEvent, now: Pane) => void,
): void {
  let pane = firstPane({ step: "signed-in", account: fred, notKept: undefined });
  for (const step of steps) {
    const event = eventFor(pane, step);
    const next = nextPane(pane, event);
    look(pane, event, next);
    pane = next;
  }
}

const always = (look: (before: Pane, event: PaneEvent, now: Pane) => void): void =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => walk(steps, look)),
    { numRuns: 1000 },
  );

it("never loses a touched draft, but by starting over what is done", () => {
  always((before, event, now) => {
    for (const [id, { draft, stage }] of Object.entries(before.works)) {
      if (!draft.touched) continue;
      const mine = "mailId" in event && event.mailId === id;
      if (mine && event.type === "started-over" && stage.step === "done") continue;
      const change = mine && event.type === "edited" && stage.step === "editing" ? event.change : {};
      expect(now.works[id]?.draft).toEqual({ ...draft, ...change });
    }
  });
});

it("never loses a submission: what runs, runs on, and what stopped or is done stays", () => {
  always((before, event, now) => {
    for (const [id, { stage }] of Object.entries(before.works)) {
      if (stage.step === "editing" || ("mailId" in event && event.mailId === id)) continue;
      expect(now.works[id]?.stage).toBe(stage);
    }
  });
});

it("never begins a submission twice, nor one that was not asked for", () => {
  always((before, event, now) => {
    for (const [id, { stage }] of Object.entries(now.works)) {
      const last = before.works[id]?.stage;
      if (stage.step !== "running" || last?.step === "running") continue;
      expect(event.type).toBe("submitted");
      expect(["checking", "asked", "stopped", "done"]).toContain(last?.step);
    }
  });
});

it("never stands in an impossible state", () => {
  always((before, event, now) => {
    for (const [id, work] of Object.entries(now.works)) {
      expect(work.mail.id).toBe(id);
      const { stage } = work;
      if (stage.step === "stopped") expect(nothingSent(stage.order, stage.receipts)).toBe(false);
      if (stage.step === "done") expect(stage.receipts.issue).toBeDefined();
      if (work.unread) expect(work.text).toBeUndefined();
    }
    if (now.session.step === "signed-in" && now.mail) expect(now.works[now.mail.id]).toBeDefined();
    const heard = event.type === "refused" && before.works[event.mailId]?.stage.step === "checking";
    if (heard && endsSession(event.error)) expect(now.session.step).not.toBe("signed-in");
  });
});

it("always has a way to signing in, whatever has happened", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let last = firstPane({ step: "signed-out", why: undefined, leftBehind: false });
      walk(steps, (_, __, now) => (last = now));
      const ways: PaneEvent[] = [
        { type: "signed-out" },
        { type: "sign-in-cancelled" },
        { type: "sign-in-asked" },
        { type: "request-token-granted", requestToken },
        { type: "verifier-given" },
        { type: "signed-in", account: fred, draft: last.mail && draftOf(last.mail.id) },
      ];
      expect(ways.reduce(nextPane, last).session.step).toBe("signed-in");
    }),
  );
});
