import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { simpleParser } from "mailparser";
import { chooseProject, send } from "../../../sim/browser/pane.ts";
import { annasMailbox, reads, tellSignedIn, textOf } from "../story.ts";
import { megabyte } from "../wholeMail.ts";

const log = Buffer.from(
  Array.from(
    { length: 400_000 },
    (_, at) => `2026-11-28 12:00:00 INFO request ${at} answered in ${(at * 7) % 997} ms\n`,
  ).join(""),
).subarray(0, 20 * megabyte);
const note = Buffer.from("All of it happened at noon.\n");

const folder = mkdtempSync(join(tmpdir(), "inlink-large-"));
const file = (name: string, bytes: Buffer) =>
  [
    `--mixed\r\nContent-Type: text/plain; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    "Content-Transfer-Encoding: base64",
    "",
    bytes.toString("base64").replace(/(.{76})/g, "$1\r\n"),
    "",
  ].join("\r\n");
writeFileSync(
  join(folder, "01-log.eml"),
  [
    "From: Ben Ito <ben.ito@acme.example>\r\nTo: Anna Berg <anna.berg@acme.example>\r\nSubject: Noon",
    "Date: Sat, 28 Nov 2026 12:30:00 +0100\r\nMessage-ID: <noon@acme.example>\r\nMIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="mixed"\r\n',
    "--mixed\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe log of noon, all of it.\r\n",
    `${file("server.log", log)}${file("note.txt", note)}--mixed--\r\n`,
  ].join("\r\n"),
);
const mailboxes = [{ address: annasMailbox, displayName: "Anna Berg", folder }];

describe("what is larger than Jira takes", () => {
  it("goes on request: a file as a zip of its bytes, and the mail without it, which it names", () =>
    tellSignedIn(
      { mailboxes, before: ({ jira }) => jira?.setUploadLimit(10 * megabyte) },
      async ({ jira, pane }) => {
        await textOf(pane, "Description", "log of noon");
        await pane.getByText("20.0 MB; Jira takes at most 10.0 MB, so it is left out").waitFor();
        await pane.getByText("With its files it has about 27.4 MB").waitFor();
        await pane.getByRole("button", { name: "Zip it: server.log" }).click();
        const row = pane.getByRole("checkbox", { name: /^server\.log\.zip \(\d\.\d MB\)$/ });
        await row.waitFor({ timeout: 30_000 });
        expect(await row.isChecked()).toBe(true);
        await pane.getByRole("button", { name: "Take it without its large files" }).click();
        await chooseProject(pane, "Demo project");
        const issue = jira.issue(await send(pane, "Create issue"));
        const bytes = new Map(issue?.attachments.map(({ filename, bytes: sent }) => [filename, sent]));
        expect([...bytes.keys()].sort()).toEqual(["Noon.eml", "note.txt", "server.log.zip"]);
        const files = unzipSync(bytes.get("server.log.zip") ?? Buffer.alloc(0));
        expect(Object.keys(files)).toEqual(["server.log"]);
        expect(log.equals(files["server.log"] ?? Buffer.alloc(0))).toBe(true);
        const mail = await simpleParser(bytes.get("Noon.eml") ?? "");
        expect(mail.headers.get("x-inlink-rebuilt")).toMatch(/too large for Jira/);
        expect(mail.text).toMatch(
          /log of noon[^]*rebuilt this mail, too large for Jira, without: server\.log\]/,
        );
        expect(mail.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
          ["note.txt", note.toString()],
        ]);
      },
    ));

  it("is offered without its files where only a proxy's refusal tells that the mail is too large", () =>
    tellSignedIn(
      { mailboxes, before: ({ jira }) => jira?.setUploadLimit(40 * megabyte) },
      async ({ jira, outlook, pane }) => {
        jira.setProxyUploadLimit(22 * megabyte);
        await textOf(pane, "Description", "log of noon");
        await chooseProject(pane, "Demo project");
        await pane.getByRole("button", { name: "Create issue" }).click();
        const result = pane.getByRole("region", { name: "Result" });
        await result
          .getByRole("button", { name: "Attach the mail without its files" })
          .click({ timeout: 60_000 });
        await reads(outlook, "attached (without what makes it too large)");
        await result.getByRole("button", { name: /^Try .* again$/ }).waitFor({ state: "detached" });
        const key = await result.getByRole("link").first().innerText();
        const attachments = jira.issue(key)?.attachments ?? [];
        expect(attachments.map(({ filename }) => filename).sort()).toEqual([
          "Noon.eml",
          "note.txt",
          "server.log",
        ]);
        const mail = await simpleParser(
          attachments.find(({ filename }) => filename === "Noon.eml")?.bytes ?? "",
        );
        expect(mail.text).toContain("without: server.log; note.txt]");
      },
    ));
});
