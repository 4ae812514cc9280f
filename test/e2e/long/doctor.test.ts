/** The connection check on the user's screen. That each fault is told apart is shown in test/doctor. */
import { createPrivateKey } from "node:crypto";
import type { FrameLocator, Locator } from "playwright-core";
import { startBench } from "../../../sim/bench.ts";
import { launchBrowser } from "../../../sim/browser/launch.ts";
import { openOutlook, openPane } from "../../../sim/browser/pane.ts";
import { names } from "../../../sim/names.ts";
import { pageHeaders } from "../../../src/setup/hosting/policy.ts";
import { makeLink, reads, tell, tellSignedIn, textOf } from "../story.ts";

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
        before: (bench) => makeLink(bench, { twoLegged: true, twoLeggedImpersonation: true }),
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

/**
 * Outlook and the add-in on the internet, Jira in a private network, asked by the pane itself. A headless browser
 * answers its own question with no.
 */
async function withPrivateJira(
  { passesOn = true, granted = false },
  story: (pane: FrameLocator) => Promise<void>,
): Promise<void> {
  const bench = await startBench({ layout: "names", pageHeaders });
  const rules = bench.hostRules ?? "";
  const addresses = [...rules.matchAll(/MAP (\S+):443 (127\.0\.0\.1:\d+)/g)];
  const browser = await launchBrowser({
    headless: true,
    storage: "partitioned",
    rules,
    addressSpaces: addresses.map(
      ([, name, address]) => `${address ?? ""}=${name === names.jira ? "local" : "public"}`,
    ),
  });
  browser.setDefaultTimeout(15_000);
  try {
    bench.setSite({ via: undefined });
    bench.jira?.setCorsAtEdge({ origin: bench.addinOrigin, always: true, preflights: true });
    bench.jira?.allow(bench.addinOrigin);
    if (granted) await browser.grantPermissions(["local-network-access"]);
    const page = { select: "1", localNetwork: passesOn ? "yes" : "no" };
    await story(await openPane(await openOutlook(browser, bench.outlookUrl(page))));
  } finally {
    await browser.close();
    await bench.close();
  }
}

describe("a Jira in a private network, for a pane from the internet", () => {
  it("is no failed fetch to the user: sign-in says what may be in the way, and the check names the browser's rule", () =>
    withPrivateJira({}, async (pane) => {
      await pane.getByRole("button", { name: "Sign in to Jira" }).click();
      await pane.getByText("Jira cannot be reached").first().waitFor();
      expect(await pane.getByText("Failed to fetch").count()).toBe(0);
      await check(pane);
      await step(pane, "reach").getByText("LocalNetworkAccessAllowedForUrls").waitFor();
      await step(pane, "reach").getByText("It has been refused for this page.").waitFor();
    }));

  it("is told apart where Outlook's page does not pass the permission on", () =>
    withPrivateJira({ passesOn: false }, async (pane) => {
      await check(pane);
      await step(pane, "reach").getByText("does not pass that permission on to add-ins").waitFor();
    }));

  it("is reached once the browser may", () =>
    withPrivateJira({ granted: true }, async (pane) => {
      await check(pane);
      expect(await step(pane, "reach").getAttribute("data-verdict")).toBe("good");
    }));
});
