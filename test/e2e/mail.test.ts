import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import PostalMime from "postal-mime";
import {
  allow,
  chooseIssue,
  chooseIssueType,
  chooseProject,
  logIn,
  openSignIn,
  send,
  signedIn,
  tickAllFiles,
} from "../../sim/browser/pane.ts";
import { anna, annasMailbox, bensMailbox, reads, select, tellSignedIn, textOf } from "./story.ts";

const folder = `sim/mails/${annasMailbox}`;
const mails = readdirSync(folder)
  .filter((name) => name.endsWith(".eml"))
  .sort();

function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("creating an issue", () => {
  it("carries the mail's text, its files and the mail itself, byte for byte", () =>
    tellSignedIn({}, async ({ jira, pane }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      const count = await tickAllFiles(pane);
      const key = await send(pane, "Create issue");
      const issue = jira.issue(key);
      expect(issue?.fields["summary"]).toMatch(/Printer on fire/i);
      expect(issue?.attachments).toHaveLength(count);
      const source = readFileSync(`${folder}/${mails[0] ?? ""}`);
      const parsed = await PostalMime.parse(source);
      const expected = [
        sha256(source),
        ...parsed.attachments.map(({ content }) =>
          sha256(typeof content === "string" ? content : new Uint8Array(content)),
        ),
      ];
      expect(issue?.attachments.map((file) => file.sha256).sort()).toEqual(expected.sort());
    }));

  it("asks for the fields that a type needs, and shows Jira's complaints beside them", () =>
    tellSignedIn({}, async ({ jira, pane, outlook }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "IT operations");
      await chooseIssueType(pane, "Incident");
      await pane.getByRole("combobox", { name: "Impact" }).waitFor();
      await pane.getByRole("button", { name: "Create issue" }).click();
      await reads(outlook, "Impact is needed.");
      await pane.getByRole("combobox", { name: "Impact" }).selectOption({ index: 1 });
      const key = await send(pane, "Create issue");
      expect(jira.issue(key)?.projectKey).toBe("OPS");
    }));

  it("works with a Jira that has only the old create metadata", () =>
    tellSignedIn({ jira: { createMeta: "old", version: "8.3.0" } }, async ({ jira, pane }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      const key = await send(pane, "Create issue");
      expect(jira.issue(key)?.projectKey).toBe("DEMO");
    }));

  it("makes one issue when the answer to the first attempt is lost", () =>
    tellSignedIn({}, async ({ jira, pane }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      const before = jira.issues().length;
      jira.dropNextAnswerOf(/\/rest\/api\/2\/issue(\?|$)/);
      const key = await send(pane, "Create issue");
      expect(jira.issues()).toHaveLength(before + 1);
      expect(jira.issue(key)?.attachments.length).toBeGreaterThan(0);
    }));

  it("keeps the issue where one file is refused (413), and says which and why", () =>
    tellSignedIn({}, async ({ jira, outlook, pane }) => {
      jira.setProxyUploadLimit(3_000);
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      await pane.getByRole("button", { name: "Create issue" }).click();
      const result = pane.getByRole("region", { name: "Result" });
      await result.getByText(/^Created /).waitFor();
      await result.getByRole("button", { name: /^Try .* again$/ }).waitFor();
      await reads(outlook, /refuses that|takes at most/);
      const key = await result.getByRole("link").first().innerText();
      jira.setProxyUploadLimit(undefined);
      await result.getByRole("button", { name: /^Try .* again$/ }).click();
      await result.getByRole("button", { name: /^Try .* again$/ }).waitFor({ state: "detached" });
      await result.getByRole("button", { name: "Use this mail again" }).waitFor();
      const names = jira.issue(key)?.attachments.map(({ filename }) => filename) ?? [];
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeGreaterThan(1);
    }));

  it("stops on request while files go up two at a time, and sends the rest once", () =>
    tellSignedIn({}, async ({ jira, outlook, pane }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      const count = await tickAllFiles(pane);
      expect(count).toBeGreaterThan(2);
      const release = jira.holdAnswersOf(/\/attachments$/);
      await pane.getByRole("button", { name: "Create issue" }).click();
      const result = pane.getByRole("region", { name: "Result" });
      await result
        .getByRole("progressbar", { name: /^Sending / })
        .nth(1)
        .waitFor();
      const key = await result.getByRole("link").first().innerText();
      const arrived = () => jira.issue(key)?.attachments.length;
      while (arrived() !== 2) await outlook.waitForTimeout(50);
      await outlook.waitForTimeout(500);
      expect(arrived()).toBe(2); // no third one has started

      await result.getByRole("button", { name: "Stop" }).click();
      await reads(outlook, "You stopped the sending");
      await result.getByText(`2 of ${count} files`).waitFor(); // Jira was asked what it has of those cut off
      expect(await result.getByText("not attached").count()).toBe(count - 2);
      release();
      await result.getByRole("button", { name: "Send the rest" }).click();
      await result.getByRole("button", { name: "Use this mail again" }).waitFor();
      const names = jira.issue(key)?.attachments.map(({ filename }) => filename) ?? [];
      expect(new Set(names).size).toBe(count);
      expect(names).toHaveLength(count);
    }));

  it("says that Jira is down, keeps the draft, and goes on when it is back", () =>
    tellSignedIn({}, async ({ jira, outlook, pane }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      await pane.getByRole("textbox", { name: "Summary" }).fill("My own words");
      jira.setDown("503");
      await pane.getByRole("button", { name: "Create issue" }).click();
      await reads(outlook, "Jira is busy or down for a moment");
      expect(await pane.getByRole("textbox", { name: "Summary" }).inputValue()).toBe("My own words");
      jira.setDown("up");
      const key = await send(pane, "Create issue");
      expect(jira.issue(key)?.fields["summary"]).toBe("My own words");
    }));
});

describe("adding a mail to an issue", () => {
  it("puts the second mail on the issue of the first, as a comment with its files", () =>
    tellSignedIn({}, async ({ jira, outlook, pane }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      const key = await send(pane, "Create issue");
      const before = jira.issue(key)?.attachments.length ?? 0;
      await select(outlook, 2);
      await chooseIssue(pane, key);
      await textOf(pane, "Comment", "techn");
      expect(await send(pane, "Add to issue")).toBe(key);
      expect(jira.issue(key)?.comments).toHaveLength(1);
      expect(jira.issue(key)?.attachments.length).toBeGreaterThan(before);
    }));

  it("keeps a comment in a service desk internal unless the user says that customers see it", () =>
    tellSignedIn({}, async ({ jira, pane }) => {
      const key = jira.issues().find(({ projectKey }) => projectKey === "SUP")?.key ?? "";
      await chooseIssue(pane, key);
      await textOf(pane, "Comment", "printer");
      await pane.getByRole("radio", { name: "Only the team (internal)" }).waitFor();
      await send(pane, "Add to issue");
      await pane.getByRole("button", { name: "Use this mail again" }).click();
      await chooseIssue(pane, key);
      await textOf(pane, "Comment", "printer");
      await pane.getByRole("radio", { name: "The customer sees this" }).check();
      await send(pane, "Add to issue");
      expect(
        jira
          .issue(key)
          ?.comments.map(({ internal }) => internal)
          .slice(-2),
      ).toEqual([true, false]);
    }));
});

describe("the session ends while a draft is open", () => {
  it.each(["revoked by the user", "gone with the application link"])(
    "keeps the draft on screen: token %s",
    (how) =>
      tellSignedIn({}, async ({ bench, jira, outlook, pane }) => {
        await textOf(pane, "Description", "printer");
        await chooseProject(pane, "Demo project");
        await pane.getByRole("textbox", { name: "Summary" }).fill("Typed before");
        await pane.getByRole("combobox", { name: "Priority" }).waitFor(); // the form has come
        const byUser = how === "revoked by the user";
        if (byUser) jira.revokeTokens("anna");
        else jira.deleteLink(bench.site().consumerKey);
        await pane.getByRole("button", { name: "Create issue" }).click();
        await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
        const summary = pane.getByRole("textbox", { name: "Summary" });
        expect(await summary.inputValue()).toBe("Typed before");
        if (!byUser) {
          await pane.getByRole("button", { name: "Sign in to Jira" }).click();
          await reads(outlook, "Jira does not know Inlink");
          expect(await summary.inputValue()).toBe("Typed before");
          return;
        }
        const popup = await openSignIn(outlook);
        await logIn(popup, anna);
        await allow(popup);
        await signedIn(outlook).waitFor();
        expect(await summary.inputValue()).toBe("Typed before");
        const key = await send(pane, "Create issue");
        expect(jira.issue(key)?.fields["summary"]).toBe("Typed before");
      }),
  );
});

describe("a pinned pane", () => {
  it("follows the selection, keeps each mail's draft, and drops late answers", () =>
    tellSignedIn({}, async ({ outlook, pane }) => {
      const summary = pane.getByRole("textbox", { name: "Summary" });
      await textOf(pane, "Description", "printer");
      await summary.fill("Only for the first mail");
      // The first mail's text comes late, when the second is already selected.
      await outlook.evaluate(() =>
        window.bench.faults.add({ match: { dispid: 37 }, effect: "delay", ms: 700, times: 1 }),
      );
      await select(outlook, 3);
      await select(outlook, 2);
      const text = await textOf(pane, "Description", "techn");
      expect(text).not.toContain("Checklist");
      expect(await summary.inputValue()).not.toBe("Only for the first mail");
      await select(outlook, 1);
      expect(await summary.inputValue()).toBe("Only for the first mail");
      await select(outlook, null);
      await reads(outlook, "Select a mail");
    }));

  it("sends nothing where the mail changes while its files are read", () =>
    tellSignedIn({}, async ({ jira, outlook, pane }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      const before = jira.issues().length;
      await outlook.evaluate(() =>
        window.bench.faults.add({ match: { dispid: 150 }, effect: "delay", ms: 1500, times: 1 }),
      );
      await pane.getByRole("button", { name: "Create issue" }).click();
      await pane.getByText("Creating the issue…").waitFor();
      await select(outlook, 2);
      await textOf(pane, "Description", "techn");
      await outlook.waitForTimeout(2000);
      expect(jira.issues()).toHaveLength(before);
      await select(outlook, 1);
      await reads(outlook, "Another mail was selected in the meantime");
      await send(pane, "Create issue");
      expect(jira.issues()).toHaveLength(before + 1);
    }));
});

describe("whose account acts", () => {
  it("is asked before the first write where the mailbox is not the account's", () =>
    tellSignedIn({ page: { mailbox: bensMailbox } }, async ({ jira, pane }) => {
      await textOf(pane, "Description", "");
      await chooseProject(pane, "Demo project");
      const before = jira.issues().length;
      await pane.getByRole("button", { name: "Create issue" }).click();
      await pane.getByText("Send as Anna Berg?").waitFor();
      await pane.getByRole("button", { name: "Do not send" }).click();
      expect(jira.issues()).toHaveLength(before);
      await send(pane, "Create issue");
      expect(jira.issues()).toHaveLength(before + 1);
    }));
});

describe("an Outlook that fails", () => {
  it("says so where a file cannot be read, and keeps the rest", () =>
    tellSignedIn({}, async ({ jira, outlook, pane }) => {
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "Demo project");
      await outlook.evaluate(() =>
        window.bench.faults.add({ match: { dispid: 150 }, effect: "fail", errorCode: 9043, times: 1 }),
      );
      await pane.getByRole("button", { name: "Create issue" }).click();
      const result = pane.getByRole("region", { name: "Result" });
      await result.getByText(/Outlook reported/).waitFor();
      await result.getByRole("button", { name: "Try the file again" }).waitFor();
      const key = await result.getByRole("link").first().innerText();
      expect(jira.issue(key)?.attachments.length).toBeGreaterThan(0);
      await result.getByRole("button", { name: "Try the file again" }).click();
      await result.getByText(/Outlook reported/).waitFor({ state: "detached" });
    }));
});
