/** A customer looks, before sending, at how Jira will show the mail. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { chooseIssue, chooseProject, logIn, send } from "../../../sim/browser/pane.ts";
import { anna, annasMailbox, reads, tellSignedIn, textOf } from "../story.ts";
import { violationsIn } from "../violations.ts";
import { files } from "../wholeMail.ts";

jest.setTimeout(180_000);

const html = `<html><body><h2>Pump 7</h2>
<p>The pressure rises since Monday, see <span style="color:#c00000">the red part</span>:<br>
<img width="96" height="64" src="cid:image001.png@01DC0001.00000001" alt="chart"></p>
<ul><li>valve <b>7</b> leaks<ul><li>since noon</li></ul></li><li>see <a href="https://pumps.example/7?a=b">its page</a></li></ul>
<table border="1"><tr><th>Valve</th><th>State</th><th>Responsible since the inspection</th></tr>
<tr><td>7</td><td><i>leaks</i></td><td>Ben-with-a-name-that-is-longer-than-a-pane-is-wide-and-cannot-be-parted</td></tr></table>
<blockquote><p>All valves were tight.</p></blockquote>
<pre>if (pressure > limit) { alarm("a line of code that is longer than a narrow pane is wide"); }</pre>
<p>${"x".repeat(120)}</p></body></html>`;

function mailbox() {
  const folder = mkdtempSync(join(tmpdir(), "inlink-mail-"));
  const lines = (bytes: Buffer) => bytes.toString("base64").replace(/(.{76})/g, "$1\r\n");
  const part = (headers: readonly string[], bytes: Buffer) =>
    ["--r", ...headers, "Content-Transfer-Encoding: base64", "", lines(bytes), ""].join("\r\n");
  const mail = [
    "From: Paula Fischer <paula.fischer@acme.example>",
    "To: Anna Berg <anna.berg@acme.example>",
    "Subject: Pump 7",
    "Date: Mon, 16 Nov 2026 09:30:00 +0100",
    "Message-ID: <pump@acme.example>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/related; boundary="r"',
    "",
    part(["Content-Type: text/html; charset=utf-8"], Buffer.from(html)) +
      part(
        [
          'Content-Type: image/png; name="image001.png"',
          "Content-ID: <image001.png@01DC0001.00000001>",
          'Content-Disposition: inline; filename="image001.png"',
        ],
        files.chart.bytes,
      ),
    "--r--",
    "",
  ].join("\r\n");
  writeFileSync(join(folder, "01-pump.eml"), mail);
  return [{ address: annasMailbox, displayName: "Anna Berg", folder }];
}

/** Tags and words in order. @param selector of one element. */
function outline(frame: FrameLocator | Page, selector: string): Promise<string> {
  return frame.locator(selector).evaluate((root) => {
    const tags = "H2,UL,LI,TABLE,TH,TD,BLOCKQUOTE,PRE,B,EM,A,IMG";
    const read = (node: Node): string => {
      if (node instanceof HTMLImageElement) return `[${node.naturalWidth} as ${node.width}]`;
      if (!(node instanceof Element)) return (node.textContent ?? "").replace(/\s+/g, " ");
      const inner = [...node.childNodes].map(read).join("");
      return tags.split(",").includes(node.tagName) ? `<${node.tagName}>${inner.trim()}</>` : inner;
    };
    return read(root)
      .replace(/\s*(<|\[)/g, "$1")
      .trim();
  });
}

describe.each(["light", "dark"])("the preview in the %s theme", (theme) => {
  it("shows what the issue then shows, within 320 px, and keeps to the page policy", () =>
    tellSignedIn(
      {
        mailboxes: mailbox(),
        page: { theme, width: "320" },
        browser: { viewport: { width: 1280, height: 1400 } },
      },
      async ({ bench, jira, outlook, pane }) => {
        const violations = violationsIn(outlook.context());
        const written = await textOf(pane, "Description", "valve");
        await chooseProject(pane, "Demo project");
        expect(jira.log().some(({ url }) => url.includes("/render"))).toBe(false);

        await pane.getByRole("tab", { name: "Preview" }).click();
        const preview = pane.getByRole("region", { name: "Description in Jira" });
        const picture = preview.getByRole("img", { name: /^image001-\w{4}\.png$/ });
        await picture.waitFor();
        expect(await picture.getAttribute("src")).toMatch(/^blob:/);
        await picture.evaluate((image) => (image instanceof HTMLImageElement ? image.decode() : undefined));
        const link = preview.getByRole("link", { name: "its page" });
        expect(await link.getAttribute("rel")).toBe("noreferrer");
        const seen = await outline(pane, "[role=region][aria-label$='in Jira']");
        expect(seen).toContain("[96 as 96]");

        await preview.scrollIntoViewIfNeeded();
        mkdirSync("screenshots/screens", { recursive: true });
        await outlook.locator("#taskpane").screenshot({ path: `screenshots/screens/${theme}-preview.png` });
        const widths = await preview.evaluate((box) => [
          box.scrollWidth - box.clientWidth,
          document.documentElement.scrollWidth,
        ]);
        expect(widths).toEqual([0, 320]);

        await pane.getByRole("tab", { name: "Text" }).click();
        expect(await pane.getByRole("textbox", { name: "Description" }).inputValue()).toBe(written);
        const key = await send(pane, "Create issue");
        expect(jira.issue(key)?.fields["description"]).toBe(written);

        const page = await outlook.context().newPage();
        await page.goto(`${bench.jiraUrl}/browse/${key}`);
        await logIn(page, anna).catch(() => undefined);
        await page.goto(`${bench.jiraUrl}/browse/${key}`);
        await page.locator("#description img").waitFor();
        expect(seen).toBe(await outline(page, "#description"));
        expect(violations.ours).toEqual([]);
      },
    ));
});

it("is of the issue that the mail is added to, and a Jira that refuses it loses nothing", () =>
  tellSignedIn({ mailboxes: mailbox() }, async ({ jira, outlook, pane }) => {
    await chooseIssue(pane, "DEMO-1");
    const written = await textOf(pane, "Comment", "valve");
    await pane.getByRole("tab", { name: "Preview" }).click();
    await pane.getByRole("region", { name: "Comment in Jira" }).getByRole("img").waitFor();
    await pane.getByRole("tab", { name: "Text" }).click();
    jira.setDown("503");
    await pane.getByRole("tab", { name: "Preview" }).click();
    await reads(outlook, "This Jira gave no preview. The text is sent as it is written.");
    await outlook.locator("#taskpane").screenshot({ path: "screenshots/screens/no-preview.png" });
    jira.setDown("up");
    const key = await send(pane, "Add to issue");
    expect(jira.issue(key)?.comments.at(-1)?.body).toBe(written);
  }));
