import fc from "fast-check";
import {
  FileTooLarge,
  JiraBusy,
  JiraRejected,
  JiraUnexpected,
  JiraUnreachable,
  OutlookSilent,
  type InlinkError,
} from "../../../src/core/errors.ts";
import type { FileContents } from "../../../src/core/submission/readFiles.ts";
import { noReceipts, ORIGINAL, type Order, type Outcome } from "../../../src/core/submission/order.ts";
import { submit } from "../../../src/core/submission/submit.ts";
import { fakeJira, fakeMailbox, printerOnFire, noHabit } from "../fakes.ts";

/** @param mark put into every text that is sent, but for one file's name. */
const orderWith = (mark: string): Order => ({
  mailId: printerOnFire.id,
  goal: {
    kind: "create",
    habit: noHabit,
    projectKey: "DEMO",
    issueTypeId: "3",
    summary: `Printer on fire${mark}`,
    content: { fields: { summary: `Printer on fire${mark}` }, update: {} },
    comment: `The mail's text${mark}`,
  },
  files: [
    { id: ORIGINAL, name: `mail${mark}.eml` },
    { id: "photo", name: "photo.txt" },
    { id: "invoice", name: `invoice${mark}.txt` },
  ],
});
/** With an emoji, a Jira that fails inside is asked once more without it. */
const orders = ["", " 🔥"].map(orderWith);

/** Refused at the door, or lost on the way back; in Jira's words, a proxy's, or nobody's. */
const failures = {
  before: [
    new JiraUnreachable("network"),
    new JiraBusy(429, 1),
    new JiraBusy(503, undefined),
    new JiraRejected(400, ["No"], {}),
    new JiraRejected(401, [], {}),
    new FileTooLarge("photo.txt", 1, undefined),
    new OutlookSilent("file"),
  ],
  after: [
    new JiraUnreachable("network"),
    new JiraUnreachable("timeout"),
    new JiraBusy(502, undefined),
    new JiraBusy(504, undefined),
    new JiraRejected(500, [], {}),
    new JiraUnexpected(200, "expected JSON"),
    new JiraUnexpected(500, "expected JSON"),
  ],
} as const satisfies Record<string, readonly InlinkError[]>;

const weather = fc.array(
  fc.record({
    when: fc.constantFrom("none", "before", "after"),
    which: fc.nat(41),
  }),
  { maxLength: 60 },
);

it("ends in one issue, one comment and each file once, whatever fails at whichever step, however often", async () => {
  await fc.assert(
    fc.asyncProperty(weather, fc.constantFrom(...orders), async (days, order) => {
      const jira = fakeJira();
      const outlook = fakeMailbox(printerOnFire);
      const contents: FileContents = new Map();
      let call = 0;
      const fault = (_: string, when: "before" | "after"): InlinkError | undefined => {
        const today = days[call];
        if (when === "after") call += 1;
        if (today?.when !== when) return undefined;
        if (when === "before") call += 1;
        const list = failures[when];
        return list[today.which % list.length];
      };
      jira.fault = fault;
      outlook.fault = fault;

      let outcome: Outcome = { receipts: noReceipts(order, new Date(0)), stoppedBy: undefined };
      const open = (): boolean =>
        outcome.stoppedBy !== undefined || outcome.receipts.files.some(({ state }) => state !== "attached");
      let tries = 0;
      do {
        outcome = await submit(
          { jira: jira.jira, mailbox: outlook.mailbox },
          { order, receipts: outcome.receipts, contents },
          () => undefined,
        );
        tries += 1;
      } while (open() && tries < 100);

      expect(open()).toBe(false);
      expect(jira.issues).toHaveLength(1);
      expect(jira.issues[0]?.comments).toHaveLength(1);
      const names = jira.issues[0]?.files.map(({ name }) => name.replace(/ ?🔥?(?=\.)/u, "")).sort();
      expect(names).toEqual(["invoice.txt", "mail.eml", "photo.txt"]);
      expect(outcome.receipts.unsure).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
