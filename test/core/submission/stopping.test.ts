import { Stopped } from "../../../src/core/errors.ts";
import { nothingSent, ORIGINAL } from "../../../src/core/submission/order.ts";
import { bench, creating, files, later, states } from "./submitting.ts";

describe("stopping", () => {
  it("cuts off what is under way, and looks for it before it is sent again", async () => {
    const { jira, run, stop } = bench();
    const slow = later();
    jira.fault = (call, when) => {
      if (call === "attach photo.txt" && when === "before") stop();
      return call.startsWith("attach ") && when === "before" ? slow.promise : undefined;
    };
    const first = await run(creating);
    expect(first.stoppedBy).toBeInstanceOf(Stopped);
    expect(states(first.receipts.files)).toEqual(["waiting", "waiting", "waiting"]);
    expect([...first.receipts.unsure].sort()).toEqual([ORIGINAL, "photo"]);
    expect(jira.calls).not.toContain("attach invoice.txt");
    expect(nothingSent(creating, first.receipts)).toBe(false);

    slow.come(); // Jira had them after all, after we had looked
    await new Promise(setImmediate);
    jira.calls.length = 0;
    const { receipts, stoppedBy } = await run(creating, first.receipts);
    expect(stoppedBy).toBeUndefined();
    expect(receipts.unsure).toEqual([]);
    expect(jira.calls.filter((call) => call.startsWith("attach "))).toEqual(["attach invoice.txt"]);
    expect(jira.issues[0]?.files).toHaveLength(3);
  });

  it("knows at once what Jira has of that", async () => {
    const { jira, run, stop } = bench();
    jira.fault = (call, when) => {
      if (call === "attach photo.txt" && when === "after") stop();
      return undefined;
    };
    const { receipts } = await run(creating);
    expect(states(receipts.files)).toEqual(["attached", "attached", "waiting"]);
    expect(receipts.unsure).toEqual([]);
  });

  it("waits for the issue, and sends nothing after it", async () => {
    const { jira, run, stop } = bench();
    const goal = { ...creating.goal, comment: "The text" };
    jira.fault = (call) => {
      if (call === "createIssue") stop();
      return undefined;
    };
    const { receipts, stoppedBy } = await run({ ...creating, goal });
    expect(stoppedBy).toBeInstanceOf(Stopped);
    expect(receipts).toMatchObject({ issue: { key: "DEMO-1" }, commented: false, unsure: [] });
    expect(jira.calls).toEqual(["createIssue"]);
  });

  it("while files are read sends nothing at all", async () => {
    const { jira, outlook, run, stop } = bench();
    outlook.fault = () => {
      stop();
      return undefined;
    };
    const { receipts, stoppedBy } = await run(creating);
    expect(stoppedBy).toBeInstanceOf(Stopped);
    expect(outlook.calls).toEqual(["file photo"]);
    expect(jira.calls).toEqual([]);
    expect(nothingSent(creating, receipts)).toBe(true);
  });

  it("is too late once everything is there", async () => {
    const { jira, run, stop } = bench();
    const order = { ...creating, files: files.slice(0, 1) };
    jira.fault = (call, when) => {
      if (call.startsWith("attach ") && when === "after") stop();
      return undefined;
    };
    const { receipts, stoppedBy } = await run(order);
    expect(stoppedBy).toBeUndefined();
    expect(states(receipts.files)).toEqual(["attached"]);
  });
});
