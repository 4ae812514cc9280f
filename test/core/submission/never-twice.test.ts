import fc from "fast-check";
import {
  FileTooLarge,
  JiraBusy,
  JiraRejected,
  JiraUnexpected,
  JiraUnreachable,
  OutlookSilent,
  Stopped,
  type InlinkError,
} from "../../../src/core/errors.ts";
import type { FileContents } from "../../../src/core/submission/readFiles.ts";
import {
  noReceipts,
  ORIGINAL,
  withLightMail,
  type Order,
  type Outcome,
  type Receipts,
} from "../../../src/core/submission/order.ts";
import { submit } from "../../../src/core/submission/submit.ts";
import { fakeJira, fakeMailbox, mailFile, mailOf, noHabit } from "../fakes.ts";

const mail = mailOf("printer", { files: ["photo", "invoice", "plan", "log"].map((id) => mailFile(id)) });

/** @param mark put into every text that is sent, but for some files' names. */
const orderWith = (mark: string): Order => ({
  mailId: mail.id,
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
    { id: "plan", name: "plan.txt" },
    { id: "zip of log", name: `log${mark}.txt.zip`, zipOf: "log" },
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

/** As the receipt offers it: what was too large, and cannot be there, goes without its files. */
function lightened(receipts: Receipts, contents: FileContents): Receipts {
  const original = receipts.files.find(({ id }) => id === ORIGINAL);
  if (original?.error?.code !== "file-too-large" || receipts.unsure.includes(ORIGINAL)) return receipts;
  contents.delete(ORIGINAL);
  return withLightMail(receipts, original.error.limit);
}

/** "stop": the user presses the button. `turns` is how long it takes, so that two uploads meet in any order. */
const weather = fc.array(
  fc.record({
    when: fc.constantFrom("none", "none", "none", "none", "before", "after", "stop"),
    which: fc.nat(41),
    turns: fc.nat(6),
  }),
  { maxLength: 60, size: "max" }, // by default they would be over before the uploads begin
);

it("ends in one issue, one comment and each file once, whatever fails or is stopped at whichever step, however often", async () => {
  await fc.assert(
    fc.asyncProperty(weather, fc.constantFrom(...orders), async (days, order) => {
      const jira = fakeJira();
      const outlook = fakeMailbox(mail);
      const contents: FileContents = new Map();
      let call = 0;
      let stopping = new AbortController();
      const fault = async (_: string, when: "before" | "after"): Promise<InlinkError | undefined> => {
        for (let turn = days[call]?.turns ?? 0; turn > 0; turn -= 1) await Promise.resolve();
        const today = days[call];
        if (today?.when === "stop") stopping.abort(new Stopped());
        if (when === "after") call += 1;
        if (today?.when !== when) return undefined;
        if (when === "before") call += 1;
        const list = failures[when];
        return list[today.which % list.length];
      };
      let uploading = 0;
      const counted: typeof jira.jira = {
        ...jira.jira,
        async attach(...file) {
          uploading += 1;
          expect(uploading).toBeLessThanOrEqual(2);
          return await jira.jira.attach(...file).finally(() => (uploading -= 1));
        },
      };
      jira.fault = fault;
      outlook.fault = fault;

      let outcome: Outcome = { receipts: noReceipts(order, new Date(0)), stoppedBy: undefined };
      const open = (): boolean =>
        outcome.stoppedBy !== undefined || outcome.receipts.files.some(({ state }) => state !== "attached");
      let tries = 0;
      do {
        stopping = new AbortController();
        outcome = await submit(
          { jira: counted, mailbox: outlook.mailbox, zips: { zip: outlook.mailbox.file } },
          { order, receipts: lightened(outcome.receipts, contents), contents, stop: stopping.signal },
          () => undefined,
        );
        expect(uploading).toBe(0);
        await new Promise(setImmediate); // What was cut off may still reach Jira before anybody presses a button.
        tries += 1;
      } while (open() && tries < 100);

      expect(open()).toBe(false);
      expect(jira.issues).toHaveLength(1);
      expect(jira.issues[0]?.comments).toHaveLength(1);
      const names = jira.issues[0]?.files.map(({ name }) => name.replace(/ ?🔥?(?=\.)/u, "")).sort();
      expect(names).toEqual(["invoice.txt", "log.txt.zip", "mail.eml", "photo.txt", "plan.txt"]);
      expect(outcome.receipts.unsure).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
