import {
  FileTooLarge,
  JiraBusy,
  JiraRejected,
  JiraUnreachable,
  OAuthRefused,
  OutlookFailed,
} from "../../../src/core/errors.ts";
import { noReceipts, nothingSent, ORIGINAL, type Order } from "../../../src/core/submission/order.ts";
import { submit } from "../../../src/core/submission/submit.ts";
import { existing, fakeMailbox, mailOf, printerOnFire } from "../fakes.ts";
import { bench, creating, files, later, names, states } from "./submitting.ts";

function adding(key: string, internal?: boolean): Order {
  return {
    mailId: printerOnFire.id,
    goal: { kind: "add", issue: { id: `id of ${key}`, key }, comment: "The mail's text", internal },
    files,
  };
}

describe("creating an issue", () => {
  it("creates one and attaches every file under its ordered name", async () => {
    const { jira, run } = bench();
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBeUndefined();
    expect(receipts.issue).toEqual({ id: "1001", key: "DEMO-1" });
    expect(names(jira.issues[0]?.files)).toEqual(files.map(({ name }) => name));
    expect(jira.issues[0]?.comments).toEqual([]);
  });

  it("has read every file before Jira hears of anything", async () => {
    const { jira, outlook, run } = bench();
    outlook.fault = () => {
      expect(jira.calls).toEqual([]);
      return undefined;
    };
    await run(creating);
    expect(outlook.calls).toEqual(["file photo", "file invoice", "original"]);
  });

  it("sends nothing when another mail was selected while the files were read", async () => {
    const { jira, outlook, run } = bench();
    outlook.fault = (call, when) => {
      if (call === "file photo" && when === "before") outlook.select(mailOf("other"));
      return undefined;
    };
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy?.code).toBe("mail-changed");
    expect(jira.calls).toEqual([]);
    expect(nothingSent(creating, receipts)).toBe(true);
  });

  it("makes one issue when the answer was lost but the issue is there", async () => {
    const { jira, run } = bench();
    jira.fault = (call, when) =>
      call === "createIssue" && when === "after" ? new JiraUnreachable("network") : undefined;
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBeUndefined();
    expect(receipts.issue?.key).toBe("DEMO-1");
    expect(receipts.unsure).toEqual([]);
    expect(jira.issues).toHaveLength(1);
  });

  it("leaves emoji out, and says so, only where Jira fails inside over them", async () => {
    const { jira, run } = bench();
    const summary = "Printer 🔥 of 𠮷田";
    const goal = { ...creating.goal, summary, content: { fields: { summary }, update: {} } } as const;
    const order: Order = { ...creating, goal, files: [{ id: "photo", name: "photo 😀.txt" }] };
    jira.fault = (call, when) =>
      when === "before" && jira.issues.length === 0 && call === "createIssue" && jira.calls.length === 1
        ? new JiraRejected(500, ["Internal server error"], {})
        : undefined;
    const { receipts, stoppedBy } = await run(order);
    expect(stoppedBy).toBeUndefined();
    expect(receipts).toMatchObject({ plain: true, unsure: [] });
    expect(jira.issues.map(({ fields }) => fields["summary"])).toEqual(["Printer  of \ufffd田"]);
    expect(names(jira.issues[0]?.files)).toEqual(["photo .txt"]);
  });

  it("does not touch emoji after other failures", async () => {
    const { jira, run } = bench();
    const goal = {
      ...creating.goal,
      summary: "🔥",
      content: { fields: { summary: "🔥" }, update: {} },
    } as const;
    jira.fault = (call) => (call === "createIssue" ? new JiraRejected(400, ["No"], {}) : undefined);
    await run({ ...creating, goal });
    expect(jira.calls.filter((call) => call === "createIssue")).toHaveLength(1);
  });

  it("looks before it creates again when neither the answer nor the look-up came back", async () => {
    const { jira, run } = bench();
    jira.fault = (call, when) => {
      if (call === "createIssue" && when === "after") return new JiraUnreachable("timeout");
      return call === "issueCreatedByMe" ? new JiraUnreachable("network") : undefined;
    };
    const first = await run(creating);
    expect(first.stoppedBy).toEqual(new JiraUnreachable("timeout"));
    expect(first.receipts.unsure).toEqual(["issue"]);
    expect(nothingSent(creating, first.receipts)).toBe(false);

    jira.fault = () => undefined;
    const second = await run(creating, first.receipts);
    expect(second.stoppedBy).toBeUndefined();
    expect(jira.issues).toHaveLength(1);
    expect(jira.calls.filter((call) => call === "createIssue")).toHaveLength(1);
    expect(names(jira.issues[0]?.files)).toEqual(files.map(({ name }) => name));
  });

  it.each([
    ["Jira's no", new JiraRejected(400, [], { summary: "Too long" })],
    ["a request for patience", new JiraBusy(429, 10)],
    ["Jira being down", new JiraBusy(503, undefined)],
  ])("is sure that nothing was sent after %s", async (_, refusal) => {
    const { jira, run } = bench();
    jira.fault = (call) => (call === "createIssue" ? refusal : undefined);
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBe(refusal);
    expect(nothingSent(creating, receipts)).toBe(true);
    expect(jira.calls).not.toContain("issueCreatedByMe");
  });

  it("adds the text as a comment where it is ordered, visible as in any project", async () => {
    const { jira, run } = bench();
    await run({ ...creating, goal: { ...adding("DEMO-1").goal, ...creating.goal, comment: "The text" } });
    expect(jira.issues[0]?.comments).toEqual([{ body: "The text", internal: undefined }]);
  });
});

describe("adding to an issue", () => {
  it.each([true, false, undefined])(
    "comments with internal = %s and attaches the files",
    async (internal) => {
      const { jira, run } = bench();
      const issue = existing(jira, "DEMO-7", "Old");
      const { stoppedBy } = await run(adding("DEMO-7", internal));
      expect(stoppedBy).toBeUndefined();
      expect(issue.comments).toEqual([{ body: "The mail's text", internal }]);
      expect(issue.files).toHaveLength(3);
      expect(jira.calls).not.toContain("createIssue");
    },
  );

  it("comments once when the answer to the comment was lost", async () => {
    const { jira, run } = bench();
    const issue = existing(jira, "DEMO-7", "Old");
    jira.fault = (call, when) =>
      call === "addComment" && when === "after" ? new JiraUnreachable("network") : undefined;
    const { receipts } = await run(adding("DEMO-7"));
    expect(receipts.commented).toBe(true);
    expect(issue.comments).toHaveLength(1);
  });

  it("counts as nothing sent while only the target is known", () => {
    expect(nothingSent(adding("DEMO-7"), noReceipts(adding("DEMO-7"), new Date(0)))).toBe(true);
  });
});

describe("files", () => {
  it("go on after one that is too large", async () => {
    const { jira, run } = bench();
    jira.fault = (call) =>
      call === "attach photo.txt" ? new FileTooLarge("photo.txt", 14, undefined) : undefined;
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBeUndefined();
    expect(states(receipts.files)).toEqual(["attached", "failed", "attached"]);
    expect(receipts.files[1]?.error?.code).toBe("file-too-large");
  });

  it("above Jira's limit are not sent at all", async () => {
    const { jira, run } = bench({ uploadLimit: 3 });
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBeUndefined();
    expect(states(receipts.files)).toEqual(["failed", "failed", "failed"]);
    expect(jira.calls.filter((call) => call.startsWith("attach "))).toEqual([]);
  });

  it("that Outlook cannot give are told, and the others still go", async () => {
    const { outlook, jira, run } = bench();
    outlook.fault = (call) => (call === "file photo" ? new OutlookFailed("file", 5001, "") : undefined);
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBeUndefined();
    expect(states(receipts.files)).toEqual(["attached", "failed", "attached"]);
    expect(names(jira.issues[0]?.files)).toEqual(["Printer on fire.eml", "invoice.txt"]);
  });

  it("are left where they are when Jira rejects the token, and the receipts are kept", async () => {
    const { jira, run } = bench();
    const gone = new OAuthRefused("token_rejected", 401, {});
    jira.fault = (call) => (call === "attach photo.txt" ? gone : undefined);
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBe(gone);
    expect(receipts.issue?.key).toBe("DEMO-1");
    expect(states(receipts.files)).toEqual(["attached", "failed", "waiting"]);
    expect(jira.calls).not.toContain("attach invoice.txt");
  });

  it("are uploaded by a retry only as far as they are missing, without Outlook", async () => {
    const { jira, outlook, run } = bench();
    jira.fault = (call) => (call === "attach photo.txt" ? new JiraRejected(401, [], {}) : undefined);
    const first = await run(creating);
    jira.fault = () => undefined;
    outlook.select(mailOf("other"));
    jira.calls.length = 0;
    const second = await run(creating, first.receipts);
    expect(second.stoppedBy).toBeUndefined();
    expect(jira.calls.filter((call) => call.startsWith("attach ") || call === "createIssue")).toEqual([
      "attach invoice.txt",
      "attach photo.txt",
    ]);
    expect(states(second.receipts.files)).toEqual(["attached", "attached", "attached"]);
  });

  it("that never go through do not hold up the others for ever", async () => {
    const { jira, run } = bench();
    jira.fault = (call) => (call === "attach photo.txt" ? new JiraBusy(503, undefined) : undefined);
    const first = await run(creating);
    expect(states(first.receipts.files)).toEqual(["attached", "failed", "waiting"]);
    const second = await run(creating, first.receipts);
    expect(states(second.receipts.files)).toEqual(["attached", "failed", "attached"]);
  });

  it("are counted as they go up", async () => {
    const { reports, run } = bench();
    await run(creating);
    expect(reports).toContainEqual(["sending", "waiting", "waiting"]);
    expect(reports).toContainEqual(["sending", "sending", "waiting"]);
    expect(reports).not.toContainEqual(["sending", "sending", "sending"]);
    expect(reports.at(-1)).toEqual(["attached", "attached", "attached"]);
  });

  it("that take long hold up no other, and the order of the receipts stays", async () => {
    const { jira, run } = bench();
    const slow = later();
    jira.fault = (call, when) => {
      if (call.startsWith("attach Printer") && when === "before") return slow.promise;
      if (call === "attach invoice.txt" && when === "after") slow.come();
      return undefined;
    };
    const { receipts } = await run(creating);
    expect(names(jira.issues[0]?.files)).toEqual(["photo.txt", "invoice.txt", "Printer on fire.eml"]);
    expect(receipts.files.map(({ name }) => name)).toEqual(names(files));
  });

  it("under way when Jira goes down are waited for, and noted", async () => {
    const { jira, run } = bench();
    const slow = later();
    const down = new JiraBusy(503, undefined);
    jira.fault = (call, when) => {
      if (call.startsWith("attach Printer") && when === "before") return slow.promise;
      if (call !== "attach photo.txt") return undefined;
      setTimeout(slow.come);
      return down;
    };
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBe(down);
    expect(states(receipts.files)).toEqual(["attached", "failed", "waiting"]);
  });

  it("that both lost their answer are both in doubt, until each is found", async () => {
    const { jira, run } = bench();
    jira.fault = (call, when) => {
      const lost = call.startsWith("attach ") ? when === "after" : call.startsWith("attachmentByMe");
      return lost ? new JiraUnreachable("network") : undefined;
    };
    const first = await run(creating);
    expect([...first.receipts.unsure].sort()).toEqual([ORIGINAL, "photo"]);
    jira.fault = () => undefined;
    const { receipts } = await run(creating, first.receipts);
    expect(receipts.unsure).toEqual([]);
    expect(jira.issues[0]?.files).toHaveLength(3);
  });

  it("that Jira fails over one after the other, though sent at once, are each sent once more without emoji", async () => {
    const { jira, run } = bench();
    const rare = ["photo", "invoice"].map((id) => ({ id, name: `${id} 😀.txt` }));
    const other = later();
    jira.fault = async (call, when) => {
      if (when === "after" && call === "attach photo .txt") setTimeout(other.come);
      if (when === "after" || !/^attach .*😀/u.test(call)) return undefined;
      if (call.includes("invoice")) await other.promise;
      return new JiraRejected(500, ["No"], {});
    };
    const { receipts, stoppedBy } = await run({ ...creating, files: rare });
    expect(stoppedBy).toBeUndefined();
    expect(states(receipts.files)).toEqual(["attached", "attached"]);
    expect(names(jira.issues[0]?.files)?.sort()).toEqual(["invoice .txt", "photo .txt"]);
  });
});

it("lets a bug through instead of taking it for a failure", async () => {
  const { jira, run } = bench();
  const broken = { ...jira.jira, createIssue: () => Promise.reject(new TypeError("bug")) };
  await expect(
    submit(
      { ...fakeMailbox(printerOnFire), jira: broken },
      {
        order: creating,
        receipts: noReceipts(creating, new Date(0)),
        contents: new Map(),
        stop: new AbortController().signal,
      },
      () => undefined,
    ),
  ).rejects.toThrow(new TypeError("bug"));
  expect((await run(creating)).stoppedBy).toBeUndefined();
});
