import { Stopped } from "../../../src/core/errors.ts";
import type { FileContents } from "../../../src/core/submission/readFiles.ts";
import { noReceipts, ORIGINAL, type Order } from "../../../src/core/submission/order.ts";
import { submit } from "../../../src/core/submission/submit.ts";
import { fakeJira, fakeMailbox, noHabit, printerOnFire, type JiraContent } from "../fakes.ts";

export const files = [
  { id: ORIGINAL, name: "Printer on fire.eml" },
  { id: "photo", name: "photo.txt" },
  { id: "invoice", name: "invoice.txt" },
];
export const creating: Order = {
  mailId: printerOnFire.id,
  goal: {
    kind: "create",
    habit: noHabit,
    projectKey: "DEMO",
    issueTypeId: "3",
    summary: "Printer on fire",
    content: { fields: { summary: "Printer on fire" }, update: {} },
    comment: undefined,
  },
  files,
};
/** One submission after another, over ports in memory. */
export function bench(content?: JiraContent) {
  const jira = fakeJira(content);
  const outlook = fakeMailbox(printerOnFire);
  const contents: FileContents = new Map();
  const reports: string[][] = [];
  let stopping = new AbortController();
  return {
    jira,
    outlook,
    reports,
    stop: () => stopping.abort(new Stopped()),
    run(order: Order, receipts = noReceipts(order, new Date(0))) {
      stopping = new AbortController();
      return submit(
        { jira: jira.jira, mailbox: outlook.mailbox, zips: outlook.zips },
        { order, receipts, contents, stop: stopping.signal },
        (now) => reports.push(now.files.map(({ state }) => state)),
      );
    },
  };
}
/** What comes when it is told to. */
export function later() {
  let come: () => void = () => undefined;
  const promise = new Promise<undefined>((resolve) => (come = () => resolve(undefined)));
  return { promise, come: () => come() };
}
export const names = (files: readonly { readonly name: string }[] | undefined) =>
  files?.map(({ name }) => name);
export const states = (files: readonly { readonly state: string }[]) => files.map(({ state }) => state);
