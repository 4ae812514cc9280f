import { useRef } from "react";
import { firstDraft } from "../core/draft/draft.ts";
import { isInlinkError, Stopped } from "../core/errors.ts";
import type { PaneEvent, Work } from "../core/flow.ts";
import { confirmOwner, ownerQuestion, type OwnerQuestion } from "../core/owner.ts";
import type { FileContent } from "../core/mail/mail.ts";
import {
  noReceipts,
  nothingSent,
  ORIGINAL,
  withLightMail,
  type Order,
  type Receipts,
} from "../core/submission/order.ts";
import type { FileContents } from "../core/submission/readFiles.ts";
import { submit } from "../core/submission/submit.ts";
import { usePanePorts } from "./panePorts.ts";
import { useFault } from "./useFault.ts";

export interface SubmissionActions {
  /** Asks first whose account acts, where that is in doubt. */
  send(work: Work, order: Order): void;
  confirm(question: OwnerQuestion, order: Order): void;
  /** From the receipts of a submission that stopped, or left files behind. */
  retry(order: Order, receipts: Receipts): void;
  /**
   * The same, and the mail itself goes without what makes it too large.
   * @param limit bytes; undefined: nobody says.
   */
  retryLight(order: Order, receipts: Receipts, limit: number | undefined): void;
  /** Uploads are cut off; a step that cannot be is finished first. */
  stop(mailId: string): void;
  startOver(work: Work): void;
}

export function useSubmission(tell: (event: PaneEvent) => void): SubmissionActions {
  const ports = usePanePorts();
  /** Mail id → the bytes read for it, kept until all of them have arrived. */
  const contents = useRef(new Map<string, FileContents>());
  const running = useRef(new Map<string, AbortController>());
  const fault = useFault();
  const busy = useRef(new Set<string>());

  /** One at a time for each mail: a button pressed twice before the screen has changed sends once. */
  function alone(mailId: string, act: () => Promise<void>): void {
    if (busy.current.has(mailId)) return;
    busy.current.add(mailId);
    void act()
      .catch(fault)
      .finally(() => busy.current.delete(mailId));
  }

  async function run(order: Order, receipts: Receipts): Promise<void> {
    const { mailId } = order;
    const read: FileContents = contents.current.get(mailId) ?? new Map<string, FileContent>();
    contents.current.set(mailId, read);
    const stopping = new AbortController();
    running.current.set(mailId, stopping);
    tell({ type: "submitted", mailId, order, receipts });
    const attempt = { order, receipts, contents: read, stop: stopping.signal };
    const outcome = await submit(ports, attempt, (now) =>
      tell({ type: "progressed", mailId, receipts: now }),
    ).finally(() => running.current.delete(mailId));
    tell({ type: "finished", mailId, outcome });
    if (outcome.receipts.files.every(({ state }) => state === "attached")) {
      contents.current.delete(mailId);
      ports.zips.forget(mailId);
    }
    if (order.goal.kind === "create" && outcome.receipts.issue) {
      const { projectKey, issueTypeId, habit } = order.goal;
      ports.recents.remember({ projectKey, issueTypeId, ...habit });
    }
    if (order.pictures && !nothingSent(order, outcome.receipts))
      ports.recents.rememberPictures(order.pictures);
  }

  async function askThenRun(work: Work, order: Order): Promise<void> {
    const { mail } = work;
    try {
      const user = await ports.jira.myself();
      const question = ownerQuestion(ports.settings, user, ports.mailbox.address, mail);
      if (question) tell({ type: "owner-asked", mailId: mail.id, question, order });
      else await run(order, noReceipts(order, new Date(ports.now())));
    } catch (error) {
      if (!isInlinkError(error)) throw error;
      tell({ type: "refused", mailId: mail.id, error });
    }
  }

  return {
    send(work, order) {
      alone(order.mailId, async () => {
        contents.current.delete(order.mailId);
        tell({ type: "checking", mailId: order.mailId });
        await askThenRun(work, order);
      });
    },
    confirm(question, order) {
      confirmOwner(ports.settings, question).catch((error: unknown) => {
        if (!isInlinkError(error)) fault(error); // Not stored: it is asked again another time.
      });
      alone(order.mailId, () => run(order, noReceipts(order, new Date(ports.now()))));
    },
    retry(order, receipts) {
      alone(order.mailId, () => run(order, receipts));
    },
    retryLight(order, receipts, limit) {
      alone(order.mailId, () => {
        contents.current.get(order.mailId)?.delete(ORIGINAL);
        return run(order, withLightMail(receipts, limit));
      });
    },
    stop(mailId) {
      running.current.get(mailId)?.abort(new Stopped());
    },
    startOver(work) {
      tell({ type: "started-over", mailId: work.mail.id, draft: firstDraft(work.mail, ports.recents) });
    },
  };
}
