import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { anna, annasMailbox, select, tellSignedIn, textOf } from "./story.ts";
import { chooseProject, logIn, send } from "../../sim/browser/pane.ts";
import { multipart, part, png } from "./wholeMail.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const photo = png(96, 64, [0, 120, 212]);
const logo = png(120, 24, [16, 124, 16]);
const scan = Buffer.from("%PDF-1.4 scan");

const picture = (name: string, bytes: Buffer) =>
  part(`image/png; name="${name}"`, bytes, [
    `Content-ID: <${name}>`,
    `Content-Disposition: inline; filename="${name}"`,
  ]);
const mail = (subject: string, html: string, parts: readonly string[]) =>
  [
    "From: Paula Fischer <paula.fischer@acme.example>",
    "To: Anna Berg <anna.berg@acme.example>",
    `Subject: ${subject}`,
    "Date: Mon, 16 Nov 2026 09:30:00 +0100",
    `Message-ID: <${subject}@acme.example>`,
    "MIME-Version: 1.0",
    multipart("related", "related", [part("text/html; charset=utf-8", Buffer.from(html)), ...parts]),
  ].join("\r\n");

function mailboxes() {
  const folder = mkdtempSync(join(tmpdir(), "inlink-files-"));
  const html =
    '<p>Before: <img src="cid:photo.png" width="48"></p><p>After: <img src="cid:other.png"></p><p><img src="cid:logo.png"></p>';
  writeFileSync(
    join(folder, "01-valve.eml"),
    mail("Valve", html, [
      picture("photo.png", photo),
      picture("other.png", photo),
      picture("logo.png", logo),
      part('application/pdf; name="scan0001.pdf"', scan, [
        'Content-Disposition: attachment; filename="scan0001.pdf"',
      ]),
    ]),
  );
  const later = '<p>Look: <img src="cid:sign.png"> <img src="cid:photo.png"></p>';
  writeFileSync(
    join(folder, "02-later.eml"),
    mail("Later", later, [picture("sign.png", logo), picture("photo.png", photo)]),
  );
  return [{ address: annasMailbox, displayName: "Anna Berg", folder }];
}

it("the same picture goes up once, files under the names that the user gives, and what was left out stays out", () =>
  tellSignedIn({ mailboxes: mailboxes() }, async ({ bench, jira, outlook, pane }) => {
    await textOf(pane, "Description", "!other.png!");
    await chooseProject(pane, "Demo project");
    const twin = pane.getByRole("checkbox", { name: /^other\.png .*the same as photo\.png/ });
    await twin.waitFor();
    expect(await twin.isChecked()).toBe(false);

    for (const [name, typed] of [
      ["photo.png", "Valve 7, 16|11"],
      ["scan0001.pdf", "Inspection"],
    ] as const) {
      await pane.getByRole("button", { name: `Rename ${name}` }).click();
      await outlook.keyboard.type(typed);
      await outlook.keyboard.press("Enter");
    }
    await pane.getByRole("checkbox", { name: /the same as Valve 7, 16_11\.png/ }).waitFor();
    await textOf(pane, "Description", "!Valve 7, 16_11.png|width=48!");
    await pane.getByRole("checkbox", { name: /^logo\.png/ }).uncheck();
    await pane.getByRole("checkbox", { name: "The mail itself (.eml)" }).uncheck();
    await outlook.waitForTimeout(500); // the logo is looked into
    const key = await send(pane, "Create issue");

    const issue = jira.issue(key);
    expect(issue?.fields["description"]).toMatch(
      /Before: !Valve 7, 16_11\.png\|width=48!\s+After: !Valve 7, 16_11\.png!\s*$/,
    );
    expect(issue?.attachments.map(({ filename, sha256: sum }) => [filename, sum])).toEqual(
      expect.arrayContaining([
        ["Valve 7, 16_11.png", sha256(photo)],
        ["Inspection.pdf", sha256(scan)],
      ]),
    );
    expect(issue?.attachments).toHaveLength(2);

    const page = await outlook.context().newPage();
    await page.goto(`${bench.jiraUrl}/browse/${key}`);
    await logIn(page, anna).catch(() => undefined);
    await page.goto(`${bench.jiraUrl}/browse/${key}`);
    const shown = page.locator("img[alt^=Valve]");
    await shown.nth(1).waitFor();
    const widths = shown.evaluateAll((all) =>
      all.map((one) => one instanceof HTMLImageElement && one.naturalWidth),
    );
    expect(await widths).toEqual([96, 96]);
    await page.close();

    await select(outlook, 2);
    await textOf(pane, "Description", "!photo.png!");
    const known = pane.getByRole("checkbox", { name: /^sign\.png .*left out before/ });
    await known.waitFor();
    expect(await known.isChecked()).toBe(false);
    const second = jira.issue(await send(pane, "Create issue"));
    expect(second?.fields["description"]).not.toContain("sign.png");
    expect(second?.attachments.map(({ filename }) => filename).sort()).toEqual(["Later.eml", "photo.png"]);
  }));
