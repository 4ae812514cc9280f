import { createHash } from "node:crypto";
import { chooseProject, send } from "../../sim/browser/pane.ts";
import { anna, tellSignedIn, textOf } from "./story.ts";
import { logIn } from "../../sim/browser/pane.ts";
import { files, mailboxWithEverything, megabyte } from "./wholeMail.ts";

jest.setTimeout(180_000);

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** With the mail's own mark. */
function pictureNames(text: string): (number: number) => string {
  const mark = /image001(-\w{4})\.png/.exec(text)?.[1] ?? "";
  return (number) => `image00${number}${mark}.png`;
}

describe("a mail with everything in it", () => {
  // The long run takes what people send; parsing it again and again is slow.
  const limit = process.env["LONG"] ? 21 : 3;
  const sizes = { large: (limit - 1) * megabyte, tooLarge: (limit + 1) * megabyte };
  const setting = { jira: { uploadLimit: limit * megabyte }, mailboxes: mailboxWithEverything(sizes) };

  it("becomes an issue that reads like it, with its pictures in place, and no more than was meant", () =>
    tellSignedIn(setting, async ({ bench, jira, outlook, pane }) => {
      await textOf(pane, "Description", "pressure rises");
      await chooseProject(pane, "Demo project");
      await pane.getByText(`Jira takes at most ${limit}.0 MB, so it is left out`).waitFor();
      await pane.getByRole("checkbox", { name: "The mail itself (.eml)" }).uncheck(); // larger than Jira takes
      const key = await send(pane, "Create issue");
      const issue = jira.issue(key);
      const text = String(issue?.fields["description"]);
      const picture = pictureNames(text);
      expect(text).toContain(`see {color:#ff0000}the red part{color}:\n!${picture(1)}|width=96!`);
      expect(text).toContain(`* valve 7 !${picture(2)}|width=64! leaks\n* \\[~admin] was told`);
      expect(text).toMatch(/\nPlan\.docx: https:\/\/files\.example\.com\/plan\?id=7$/);
      expect(text).not.toMatch(/Kind regards|1234567|How is it|image003|image004/);

      const sent = new Map(issue?.attachments.map(({ filename, sha256: sum }) => [filename, sum]));
      expect([...sent.keys()].sort()).toEqual(["Inspection.eml", picture(1), picture(2), "readings.bin"]);
      expect(sent.get(picture(1))).toBe(sha256(files.chart.bytes));
      expect(sent.get(picture(2))).toBe(sha256(files.valve.bytes));
      expect(sent.get("readings.bin")).toBe(sha256(Buffer.alloc(sizes.large, "0123456789abcdef")));

      const page = await outlook.context().newPage();
      await page.goto(`${bench.jiraUrl}/browse/${key}`);
      await logIn(page, anna).catch(() => undefined);
      await page.goto(`${bench.jiraUrl}/browse/${key}`);
      await page.locator(`img[alt='${picture(1)}']`).waitFor();
      expect(
        await page
          .locator("img[alt^=image]")
          .evaluateAll((all) =>
            all.map((one) => one instanceof HTMLImageElement && [one.naturalWidth, one.naturalHeight]),
          ),
      ).toEqual([
        [96, 64],
        [64, 64],
      ]);
      expect(await page.getByRole("listitem").filter({ hasText: "valve 7" }).count()).toBe(1);
    }));

  it("is corrected by one click: the earlier mail goes along, with its picture", () =>
    tellSignedIn(setting, async ({ jira, pane }) => {
      await textOf(pane, "Description", "pressure rises");
      await pane.getByRole("checkbox", { name: /^Earlier mail/ }).check();
      await textOf(pane, "Description", "How is it?");
      await pane.getByRole("button", { name: "Choose paragraphs" }).click();
      await pane.getByRole("checkbox", { name: /valve 7/ }).uncheck();
      await chooseProject(pane, "Demo project");
      await pane.getByRole("checkbox", { name: "The mail itself (.eml)" }).uncheck();
      await pane.getByRole("checkbox", { name: /^readings/ }).uncheck();
      const key = await send(pane, "Create issue");
      const text = String(jira.issue(key)?.fields["description"]);
      const picture = pictureNames(text);
      expect(text).toContain(`How is it? !${picture(4)}|width=32!`);
      expect(text).not.toMatch(/valve 7|image002/);
      expect(
        jira
          .issue(key)
          ?.attachments.map(({ filename }) => filename)
          .sort(),
      ).toEqual(["Inspection.eml", picture(1), picture(4)]);
    }));
});
