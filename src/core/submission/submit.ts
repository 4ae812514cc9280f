/**
 * The submission: read the files, create or comment, upload, each step with a receipt.
 *
 * All files are read before anything is sent: once the user moves on to another mail, Outlook no longer gives
 * them. Then the issue comes first and the files after it, one by one, for Jira has no transaction over them;
 * a file that fails must not lose the issue. A step whose answer got lost is looked up before it is repeated.
 */
import { isInlinkError, type InlinkError } from "../errors.ts";
import type { IssueRef } from "../jira.ts";
import type { FileContent } from "../mail/mail.ts";
import type { Jira, Mailbox } from "../ports.ts";
import type { FileReceipt, Order, Outcome, Receipts } from "./order.ts";
import { readFiles, type FileContents } from "./readFiles.ts";
import { checkSize } from "./uploadRules.ts";
import { once } from "./once.ts";

export interface SubmissionPorts {
  readonly mailbox: Mailbox;
  readonly jira: Jira;
}

/**
 * Never throws an InlinkError: what happened is in the outcome.
 * @param contents what earlier attempts have read; filled on the way.
 * @param report   told of each change, so that progress can be shown.
 */
export async function submit(
  ports: SubmissionPorts,
  { order, receipts, contents }: { order: Order; receipts: Receipts; contents: FileContents },
  report: (receipts: Receipts) => void,
): Promise<Outcome> {
  const { jira } = ports;
  let now = receipts;
  const note = (change: Partial<Receipts>): void => {
    now = { ...now, ...change };
    report(now);
  };
  const noteFile = (id: string, change: Partial<FileReceipt>): void =>
    note({ files: now.files.map((file) => (file.id === id ? { ...file, ...change } : file)) });

  /** Runs one step that writes; marks it as unsure while its fate is unknown. */
  async function step<Value>(id: string, look: () => Promise<Value | undefined>, send: () => Promise<Value>) {
    const others = now.unsure.filter((other) => other !== id);
    const value = await once(now.unsure.includes(id), look, send, () => note({ unsure: [...others, id] }));
    note({ unsure: others });
    return value;
  }

  try {
    // What failed before comes last, so that one file which never goes through holds up no other.
    const open = now.files.filter(({ state }) => state !== "attached");
    const failed = open.filter(({ state }) => state === "failed");
    const toSend = [...open.filter((file) => !failed.includes(file)), ...failed];
    await readFiles(ports.mailbox, order.mailId, toSend, {
      contents,
      failed: (id, error) => noteFile(id, { state: "failed", error }),
    });
    const issue = now.issue ?? (await create());
    note({ issue });
    await comment(issue);
    for (const { id, name } of toSend) {
      const content = contents.get(id);
      // An attached event was taken for a mail until it was read.
      const rightName = content?.contentType === "text/calendar" ? name.replace(/\.eml$/, ".ics") : name;
      if (content) await upload(issue, id, { ...content, name: rightName });
    }
    return { receipts: now, stoppedBy: undefined };
  } catch (error) {
    if (!isInlinkError(error)) throw error;
    return { receipts: now, stoppedBy: error };
  }

  async function create(): Promise<IssueRef> {
    const { goal } = order;
    if (goal.kind === "add") return goal.issue;
    return step(
      "issue",
      () => jira.issueCreatedByMe(goal.projectKey, goal.summary, now.startedAt),
      () => jira.createIssue(goal.content),
    );
  }

  async function comment({ key }: IssueRef): Promise<void> {
    const body = order.goal.comment;
    if (now.commented || body === undefined) return;
    const internal = order.goal.kind === "add" ? order.goal.internal : undefined;
    await step(
      "comment",
      () => jira.commentByMe(key, body, now.startedAt),
      () => jira.addComment(key, body, internal),
    );
    note({ commented: true });
  }

  async function upload({ key }: IssueRef, id: string, file: FileContent): Promise<void> {
    noteFile(id, { state: "sending", error: undefined });
    try {
      checkSize(file, await jira.uploadRules());
      await step(
        id,
        () => jira.attachmentByMe(key, file, now.startedAt),
        () => jira.attach(key, file),
      );
      noteFile(id, { state: "attached" });
    } catch (error) {
      if (!isInlinkError(error)) throw error;
      noteFile(id, { state: "failed", error });
      if (!concernsOneFile(error)) throw error;
    }
  }
}

/** Another file may well go through; anything else would meet the same wall. */
function concernsOneFile(error: InlinkError): boolean {
  return error.code === "file-too-large" || (error.code === "jira-rejected" && error.status !== 401);
}
