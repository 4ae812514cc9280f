/** The connection check on the user's screen. That each fault is told apart is shown in test/doctor. */
import { createPrivateKey, createPublicKey } from "node:crypto";
import type { FrameLocator, Locator } from "playwright-core";
import { reads, tell, tellSignedIn, textOf } from "./story.ts";

async function check(pane: FrameLocator): Promise<void> {
  await pane.getByRole("button", { name: "Check the connection" }).click();
  await pane.getByRole("button", { name: "Check again" }).waitFor({ timeout: 60_000 });
}

function step(pane: FrameLocator, id: string): Locator {
  return pane.locator(`[data-check="${id}"]`);
}

describe("the connection check", () => {
  it("says that everything works, and leads back to the draft as it was", () =>
    tellSignedIn({}, async ({ jira, outlook, pane }) => {
      await textOf(pane, "Description", "printer");
      await pane.getByRole("textbox", { name: "Summary" }).fill("Half typed");
      const issues = jira.log().filter(({ method, url }) => method === "POST" && /\/issue$/.test(url)).length;
      await check(pane);
      await reads(outlook, "Everything works");
      expect(
        await pane.locator("[data-verdict=bad], [data-verdict=alarm], [data-verdict=skipped]").count(),
      ).toBe(0);
      await pane.getByText("you are Anna Berg").waitFor();
      await pane.getByRole("button", { name: "Back" }).click();
      expect(await pane.getByRole("textbox", { name: "Summary" }).inputValue()).toBe("Half typed");
      expect(jira.log().filter(({ method, url }) => method === "POST" && /\/issue$/.test(url))).toHaveLength(
        issues,
      );
    }));

  it("names the missing link where sign-in failed, with the screen to open", () =>
    tell(
      { before: (bench) => bench.jira?.deleteLink(bench.site().consumerKey) },
      async ({ outlook, pane }) => {
        await pane.getByRole("button", { name: "Sign in to Jira" }).click();
        await reads(outlook, "Jira does not know Inlink");
        await check(pane);
        await step(pane, "consumer").getByText("Create incoming link").waitFor();
        await step(pane, "consumer").getByText("For the administrator:").waitFor();
        expect(await step(pane, "token").getAttribute("data-verdict")).toBe("skipped");
      },
    ));

  it("works where the pane itself cannot start, and the pane starts once that is mended", () =>
    tell(
      { before: (bench) => bench.setConfig('{ "version": 1, "sites": [') },
      async ({ bench, outlook, pane }) => {
        await reads(outlook, "Inlink is not set up correctly");
        await check(pane);
        await step(pane, "config").getByText("config.json is not JSON").waitFor();
        bench.setConfig(undefined);
        await pane.getByRole("button", { name: "Back" }).click();
        await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
      },
    ));

  it("raises a red alarm where the key alone opens Jira", () =>
    tell(
      {
        before: (bench) => {
          const { consumerKey, privateKey } = bench.site();
          bench.jira?.deleteLink(consumerKey);
          bench.jira?.createLink({
            applicationUrl: "https://nowhere.invalid",
            consumerKey,
            consumerName: "Inlink",
            publicKey: createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString(),
            twoLegged: true,
            twoLeggedImpersonation: true,
          });
        },
      },
      async ({ outlook, pane }) => {
        await check(pane);
        await reads(outlook, "Danger");
        expect(await step(pane, "two-legged").getAttribute("data-verdict")).toBe("alarm");
      },
    ));

  it("takes the passphrase of a locked key, and tries what needs it", () =>
    tell(
      {
        before: (bench) => {
          const passphrase = "correct-horse-battery";
          const key = createPrivateKey(bench.site().privateKey);
          const locked = key.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase });
          bench.setSite({ privateKey: locked.toString() });
        },
      },
      async ({ outlook, pane }) => {
        await check(pane);
        expect(await step(pane, "signature").getAttribute("data-verdict")).toBe("skipped");
        await step(pane, "key").getByLabel("Team passphrase").fill("wrong");
        await step(pane, "key").getByRole("button", { name: "Open" }).click();
        await reads(outlook, "That passphrase does not open the key.");
        await step(pane, "key").getByLabel("Team passphrase").fill("correct-horse-battery");
        await step(pane, "key").getByRole("button", { name: "Open" }).click();
        await step(pane, "signature").and(pane.locator("[data-verdict=good]")).waitFor();
        await pane.getByRole("button", { name: "Back" }).click();
        await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
      },
    ));

  it("gives a report with no secret in it, to copy by hand where the browser does not allow more", () =>
    tellSignedIn({}, async ({ bench, jira, outlook, pane }) => {
      await check(pane);
      await outlook.frame({ url: /taskpane\.html/ })?.evaluate(() => {
        const refuse = () => Promise.reject(new Error("NotAllowedError"));
        Object.defineProperty(navigator.clipboard, "writeText", { value: refuse });
      });
      await pane.getByRole("button", { name: "Copy report" }).click();
      const box = pane.getByRole("textbox", { name: /The report/ });
      await box.waitFor();
      const report = await box.inputValue();
      expect(report).toContain("Inlink connection report");
      expect(report).toContain("[good] token: token-works");
      for (const token of jira.tokens()) expect(report).not.toContain(token.token);
      expect(report).not.toContain(bench.site().privateKey.split("\n")[1]);
      expect(report).not.toMatch(/printer/i);
    }));
});
