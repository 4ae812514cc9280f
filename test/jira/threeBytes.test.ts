import { noReceipts, type Order } from "../../src/core/submission/order.ts";
import type { FileContents } from "../../src/core/submission/readFiles.ts";
import { submit } from "../../src/core/submission/submit.ts";
import { fakeMailbox, noHabit, printerOnFire } from "../core/fakes.ts";
import { startClient } from "./standIn.ts";

it.each([true, false])(
  "an issue full of emoji is created at once, with a database of three bytes: %s",
  async (threeBytes) => {
    const { jira, control, close } = await startClient("anna", { threeBytes });
    try {
      const type = (await jira.issueTypes("DEMO")).find(({ name }) => name === "Bug");
      const summary = "Feuer 🔥 im Drucker";
      const fields = {
        project: { key: "DEMO" },
        issuetype: { id: type?.id },
        summary,
        description: "Hilfe 👩‍👧",
      };
      const order: Order = {
        mailId: printerOnFire.id,
        goal: {
          kind: "create",
          ...{
            projectKey: "DEMO",
            issueTypeId: type?.id ?? "",
            summary,
            comment: "Bitte 🙏",
            habit: noHabit,
          },
          content: { fields, update: {} },
        },
        files: [{ id: "photo", name: "Foto 📎.txt" }],
      };
      const ports = { ...fakeMailbox(printerOnFire), jira };
      const contents: FileContents = new Map();
      const { receipts, stoppedBy } = await submit(
        ports,
        { order, receipts: noReceipts(order, new Date()), contents, stop: new AbortController().signal },
        () => undefined,
      );
      expect(stoppedBy).toBeUndefined();
      expect(receipts.plain).toBe(threeBytes);
      const issue = control.issue(receipts.issue?.key ?? "");
      expect(issue?.fields).toMatchObject(
        threeBytes
          ? { summary: "Feuer  im Drucker", description: "Hilfe " }
          : { summary, description: "Hilfe 👩‍👧" },
      );
      expect(issue?.attachments.map(({ filename }) => filename)).toEqual([
        threeBytes ? "Foto .txt" : "Foto 📎.txt",
      ]);
    } finally {
      await close();
    }
  },
);
