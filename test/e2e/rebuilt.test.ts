import { readFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { chooseProject, send, tickAllFiles } from "../../sim/browser/pane.ts";
import { tellSignedIn, textOf } from "./story.ts";
import { mailboxWithEverything, megabyte } from "./wholeMail.ts";

const mailboxes = mailboxWithEverything({ large: megabyte, tooLarge: 2 * megabyte });
const source = readFileSync(join(mailboxes[0]?.folder ?? "", "01-everything.eml"));

describe("an Outlook that does not give the original mail", () => {
  it("still has the mail on the issue, rebuilt: what it says, and all its files byte for byte", () =>
    tellSignedIn({ mailboxes, page: { lacks: "getAsFileAsync" } }, async ({ jira, pane }) => {
      await textOf(pane, "Description", "pressure rises");
      await pane.getByText("This Outlook does not give the original").waitFor();
      expect(
        await pane.getByRole("checkbox", { name: "The mail, rebuilt by Inlink (.eml)" }).isChecked(),
      ).toBe(true);
      await chooseProject(pane, "Demo project");
      await pane.getByRole("checkbox", { name: /^video/ }).uncheck(); // the mail has it all the same
      const issue = jira.issue(await send(pane, "Create issue"));
      const file = issue?.attachments.find(({ filename }) => filename === "Boiler.eml");
      const [was, is] = await Promise.all(
        [source, file?.bytes ?? ""].map((eml) => simpleParser(eml, { keepCidLinks: true })),
      );
      expect(is?.headers.has("x-inlink-rebuilt")).toBe(true);
      const said = (mail: typeof was) => ({
        subject: mail?.subject,
        from: mail?.from?.value,
        to: [mail?.to ?? []].flat().map(({ value }) => value),
        date: mail?.date,
        messageId: mail?.messageId,
        html: typeof mail?.html === "string" && mail.html.trim(),
        files: new Map(
          mail?.attachments.map(({ filename, contentType, cid, checksum }) => [
            filename,
            { contentType, cid, checksum },
          ]),
        ),
      });
      // The cloud file is a link, and named as missing.
      const wanted = said(was);
      wanted.files.delete("Plan.docx");
      const note = "<p>[Inlink rebuilt this mail without: Plan.docx (a link to a cloud file)]</p>";
      expect(said(is)).toEqual({ ...wanted, html: `${String(wanted.html)}\n${note}` });
      expect(said(is).files.size).toBe(7);
    }));

  it("has the mail's text where it gives no files either, and says which are missing", () =>
    tellSignedIn(
      { mailboxes, page: { lacks: "getAsFileAsync,getAttachmentContentAsync" } },
      async ({ jira, pane }) => {
        await textOf(pane, "Description", "pressure rises");
        await pane.getByText("its files are only named in it").waitFor();
        await chooseProject(pane, "Demo project");
        expect(await tickAllFiles(pane)).toBe(1);
        const issue = jira.issue(await send(pane, "Create issue"));
        expect(issue?.attachments.map(({ filename }) => filename)).toEqual(["Boiler.eml"]);
        const mail = await simpleParser(issue?.attachments[0]?.bytes ?? "");
        expect(mail.text).toMatch(
          /pressure rises[^]*rebuilt this mail without: .*Inspection; Plan.docx \(a link to a cloud file\); readings.bin; video.bin/,
        );
        expect(mail.attachments).toEqual([]);
      },
    ));
});
