/**
 * The submission: read the files, create or comment, upload, each step with a receipt.
 *
 * All files are read before anything is sent: once the user moves on to another mail, Outlook no longer gives
 * them. Then the issue comes first and the files after it, two at a time, for Jira has no transaction over them;
 * a file that fails must not lose the issue. A step whose answer got lost is looked up before it is repeated.
 * The user may stop: uploads are cut off, all else is finished first.
 */
import { isInlinkError, type InlinkError } from "../errors.ts";
import type { IssueContent, IssueRef } from "../jira.ts";
import type { FileContent } from "../mail/mail.ts";
import type { Jira } from "../ports.ts";
import type { FileReceipt, Order, Outcome, Receipts } from "./order.ts";
import { readFiles, type FileContents, type ReadingPorts } from "./readFiles.ts";
import { formsOf, withoutRare, withoutRareWithin, type Forms } from "./rareCharacters.ts";
import { atMost } from "./atMost.ts";
import { checkSize } from "./uploadRules.ts";
import { once } from "./once.ts";

export interface SubmissionPorts extends ReadingPorts {
  readonly jira: Jira;
}

export interface Attempt {
  readonly order: Order;
  readonly receipts: Receipts;
  /** What earlier attempts have read; filled on the way. */
  readonly contents: FileContents;
  /** Aborted with a Stopped. */
  readonly stop: AbortSignal;
}

/** A second file hides the waiting for the first one's answer; more would take a pane's memory and Jira's patience. */
const uploadsAtOnce = 2;

/**
 * Never throws an InlinkError: what happened is in the outcome.
 * @param report told of each change, so that progress can be shown.
 */
export async function submit(
  ports: SubmissionPorts,
  { order, receipts, contents, stop }: Attempt,
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
    const others = () => now.unsure.filter((other) => other !== id);
    const value = await once(now.unsure.includes(id), look, send, () => note({ unsure: [...others(), id] }));
    note({ unsure: others() });
    return value;
  }

  /** The same, and once more without emoji and the like where this Jira fails over them. */
  async function stepInForms<Form, Value>(
    id: string,
    { whole, plain }: Forms<Form>,
    actions: { look(form: Form): Promise<Value | undefined>; send(form: Form): Promise<Value> },
  ): Promise<Value> {
    if (plain === undefined)
      return step(
        id,
        () => actions.look(whole),
        () => actions.send(whole),
      );
    const alreadyPlain = now.plain; // the other upload may change it meanwhile
    // An earlier attempt may have sent either.
    const look = async () => (await actions.look(whole)) ?? (await actions.look(plain));
    try {
      return await step(id, look, () => actions.send(alreadyPlain ? plain : whole));
    } catch (error) {
      if (alreadyPlain || !isInlinkError(error) || !failedInside(error)) throw error;
      const value = await step(id, look, () => actions.send(plain));
      note({ plain: true });
      return value;
    }
  }

  try {
    // What failed before comes last, so that one file which never goes through holds up no other.
    const open = now.files.filter(({ state }) => state !== "attached");
    const failed = open.filter(({ state }) => state === "failed");
    const toSend = [...open.filter((file) => !failed.includes(file)), ...failed];
    await readFiles(ports, order.mailId, toSend, {
      contents,
      stop,
      failed: (id, error) => noteFile(id, { state: "failed", error }),
    });
    const issue = now.issue ?? (await create());
    note({ issue });
    await comment(issue);
    await atMost(uploadsAtOnce, toSend, async ({ id, name }) => {
      const content = contents.get(id);
      // An attached event was taken for a mail until it was read.
      const rightName = content?.contentType === "text/calendar" ? name.replace(/\.eml$/, ".ics") : name;
      if (content) await upload(issue, id, { ...content, name: rightName });
    });
    return { receipts: now, stoppedBy: undefined };
  } catch (error) {
    if (!isInlinkError(error)) throw error;
    return { receipts: now, stoppedBy: error };
  }

  async function create(): Promise<IssueRef> {
    const { goal } = order;
    if (goal.kind === "add") return goal.issue;
    const { content, summary } = goal;
    const plain = { content: plainContent(content), summary: withoutRare(summary) };
    const isPlain = JSON.stringify(plain.content) === JSON.stringify(content);
    return stepInForms(
      "issue",
      { whole: { content, summary }, plain: isPlain ? undefined : plain },
      {
        look: (form) => jira.issueCreatedByMe(goal.projectKey, form.summary, now.startedAt),
        send: (form) => jira.createIssue(form.content),
      },
    );
  }

  async function comment({ key }: IssueRef): Promise<void> {
    const body = order.goal.comment;
    if (now.commented || body === undefined) return;
    stop.throwIfAborted();
    const internal = order.goal.kind === "add" ? order.goal.internal : undefined;
    await stepInForms("comment", formsOf(body), {
      look: (form) => jira.commentByMe(key, form, now.startedAt),
      send: (form) => jira.addComment(key, form, internal),
    });
    note({ commented: true });
  }

  async function upload({ key }: IssueRef, id: string, file: FileContent): Promise<void> {
    stop.throwIfAborted();
    noteFile(id, { state: "sending", error: undefined });
    try {
      checkSize(file, await jira.uploadRules());
      stop.throwIfAborted(); // what was never sent is not in doubt
      const { plain } = formsOf(file.name);
      const named = (name: string): FileContent => ({ ...file, name });
      await stepInForms(
        id,
        { whole: file, plain: plain === undefined ? undefined : named(plain) },
        {
          look: (form) => jira.attachmentByMe(key, form, now.startedAt),
          send: (form) => jira.attach(key, form, stop),
        },
      );
      noteFile(id, { state: "attached" });
    } catch (error) {
      if (!isInlinkError(error)) throw error;
      const stopped = error.code === "stopped";
      noteFile(id, stopped ? { state: "waiting", error: undefined } : { state: "failed", error });
      if (!concernsOneFile(error)) throw error;
    }
  }
}

function plainContent({ fields, update }: IssueContent): IssueContent {
  const within = (values: IssueContent["fields"]) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [id, withoutRareWithin(value)]));
  return { fields: within(fields), update: within(update) };
}

/** Jira's own failure, and not that of a proxy, a network or the request. */
function failedInside(error: InlinkError): boolean {
  return (error.code === "jira-rejected" || error.code === "jira-unexpected") && error.status === 500;
}

/** Another file may well go through; anything else would meet the same wall. */
function concernsOneFile(error: InlinkError): boolean {
  return error.code === "file-too-large" || (error.code === "jira-rejected" && error.status !== 401);
}
