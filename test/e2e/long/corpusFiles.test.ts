import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { chooseProject, send, tickAllFiles } from "../../../sim/browser/pane.ts";
import { corpusFile, corpusNames } from "../../corpus.ts";
import { annasMailbox, select, tellSignedIn } from "../story.ts";

jest.setTimeout(1_800_000);

const folder = mkdtempSync(join(tmpdir(), "inlink-corpus-"));
const mailboxes = [{ address: annasMailbox, displayName: "Anna Berg", folder }];

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** The mail itself, and what a reader that is neither the product's nor the simulator's finds in it. */
async function sumsOf(file: string): Promise<readonly string[]> {
  const source = readFileSync(join(folder, file));
  const { attachments } = await simpleParser(source);
  // mailparser shows a delivery report in the text; Outlook has it as a file.
  const [, report] =
    /^Content-Type: message\/delivery-status\r\n\r\n([^]*?)\r\n--/m.exec(source.toString()) ?? [];
  return [source, ...(report === undefined ? [] : [report]), ...attachments.map(({ content }) => content)]
    .map(sha256)
    .sort();
}

it("every mail of the corpus becomes an issue that has the mail and all its files, byte for byte", async () => {
  for (const name of corpusNames) copyFileSync(corpusFile(name), join(folder, `${name}.eml`));
  await tellSignedIn({ mailboxes }, async ({ jira, outlook, pane }) => {
    const mails = await outlook.evaluate(() => window.bench.mails.map(({ n, file }) => ({ n, file })));
    expect(mails).toHaveLength(corpusNames.length);
    const wrong: string[] = [];
    for (const { n, file } of mails) {
      await select(outlook, n);
      if (n === 1) await chooseProject(pane, "Demo project");
      await pane.getByRole("group", { name: "Attach" }).waitFor();
      await tickAllFiles(pane);
      const issue = jira.issue(await send(pane, "Create issue"));
      const sums = issue?.attachments.map((attachment) => attachment.sha256).sort();
      if (String(sums) !== String(await sumsOf(file))) wrong.push(file);
    }
    expect(wrong).toEqual([]);
  });
});
