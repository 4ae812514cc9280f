import type { Page } from "playwright-core";
import { allow, logIn, openSignIn, signedIn, signIn } from "../../sim/browser/pane.ts";
import { anna, annasMailbox, ben, bensMailbox, makeLink, reads, tell, tellSignedIn } from "./story.ts";

/** The code that our sign-in page shows where it cannot hand it over. */
async function shownCode(page: Page): Promise<string> {
  const code = page.locator("#verifier");
  await code.waitFor();
  return code.innerText();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe("signing in", () => {
  it("grants this mailbox a token by Jira's own page in a window, and says whose account acts", () =>
    tell({}, async ({ bench, jira, outlook, pane }) => {
      await signIn(outlook, anna);
      await pane.getByText("Anna Berg").waitFor();
      const stored: unknown = JSON.parse(bench.outlook.settings(annasMailbox)["inlink.main"] ?? "null");
      expect(stored).toMatchObject({
        v: 1,
        baseUrl: bench.jiraUrl,
        mailbox: annasMailbox,
        user: { name: "anna", displayName: "Anna Berg" },
      });
      expect(JSON.stringify(stored)).not.toContain("secret");
      expect(jira.log().filter(({ hadCookie, url }) => hadCookie && url.includes("/rest/"))).toEqual([]);
    }));

  it("needs no link whose application URL resolves", () =>
    tell(
      { before: (bench) => makeLink(bench, { applicationUrl: "https://nowhere.invalid" }) },
      async ({ outlook }) => {
        await signIn(outlook, anna);
      },
    ));

  it("says so when the user denies, and stores nothing", () =>
    tell({}, async ({ bench, outlook }) => {
      const popup = await openSignIn(outlook);
      await logIn(popup, anna);
      await popup.locator("[name=deny]").click();
      await reads(outlook, "You denied access in Jira");
      expect(bench.outlook.settings(annasMailbox)).toEqual({});
    }));

  it("offers to go on with a code when the window is closed", () =>
    tell({}, async ({ outlook, pane }) => {
      const popup = await openSignIn(outlook);
      await logIn(popup, anna);
      await popup.close();
      await reads(outlook, "The sign-in window can no longer reach Outlook");
      await pane.getByRole("button", { name: "Cancel" }).click();
      await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
    }));

  it("goes on with the code by hand where a page of the login cuts the opener", () =>
    tell({}, async ({ jira, outlook, pane }) => {
      jira.setOpenerPolicy(true);
      const popup = await openSignIn(outlook);
      await logIn(popup, anna);
      await popup.locator("[name=approve]").click();
      const code = await shownCode(popup);
      await pane.getByRole("textbox", { name: "Verification code" }).fill(code);
      await pane.getByRole("button", { name: "Sign in with this code" }).click();
      await signedIn(outlook).waitFor();
    }));

  it("says so where the browser blocks the window, and opens it by a second click", () =>
    // The answer takes longer than a click counts as one.
    tell({ browser: { popups: "blocked" } }, async ({ bench, jira, outlook, pane }) => {
      bench.setRelay({ slow: 6_000 });
      await pane.getByRole("button", { name: "Sign in to Jira" }).click();
      // Looking into the page meanwhile would count as a click.
      while (!jira.log().some(({ url }) => url.includes("/oauth/request-token"))) await pause(100);
      bench.setRelay();
      await pause(3_000);
      await reads(outlook, "Your browser blocked the sign-in window");
      const opening = outlook.context().waitForEvent("page");
      await pane.getByRole("button", { name: "Open the window again" }).click();
      const popup = await opening;
      await logIn(popup, anna);
      await allow(popup);
      await signedIn(outlook).waitFor();
      expect(jira.tokens()).toHaveLength(1);
    }));

  it("says so when the wrong code is typed, and lets the user start again", () =>
    tell({}, async ({ outlook, pane }) => {
      const popup = await openSignIn(outlook);
      await logIn(popup, anna);
      await pane.getByRole("button", { name: "Type a code instead" }).click();
      await pane.getByRole("textbox", { name: "Verification code" }).fill("wrong1");
      await pane.getByRole("button", { name: "Sign in with this code" }).click();
      await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
      await reads(outlook, /Jira no longer accepts this sign-in|Access was not allowed in Jira/);
    }));

  it("corrects a clock that is twenty minutes off by itself", () =>
    tell({}, async ({ jira, outlook }) => {
      jira.setClockOffset(20 * 60_000);
      await signIn(outlook, anna);
      expect(jira.log().some(({ oauthProblem }) => oauthProblem === "timestamp_refused")).toBe(true);
    }));

  it("names the application link where Jira does not know the consumer key", () =>
    tell({ before: (bench) => bench.setSite({ consumerKey: "mistyped" }) }, async ({ outlook, pane }) => {
      await pane.getByRole("button", { name: "Sign in to Jira" }).click();
      await reads(outlook, "Jira does not know Inlink");
    }));

  it("tells an address problem from what Jira itself signs", () =>
    tell(
      { before: (bench) => bench.setSite({ baseUrl: "https://other.bench.test/jira" }) },
      async ({ outlook, pane }) => {
        await pane.getByRole("button", { name: "Sign in to Jira" }).click();
        await reads(outlook, /Jira believes its address is https:\/\/jira\.bench\.test/);
      },
    ));

  it("keeps two mailboxes' tokens apart", () =>
    tellSignedIn({}, async ({ bench, jira, outlook, pane }) => {
      await outlook.evaluate((address) => window.bench.switchMailbox(address), bensMailbox);
      await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
      await outlook.context().clearCookies(); // Ben is somebody else on the same machine.
      await signIn(outlook, ben);
      await pane.getByText("Ben Ito").waitFor();
      await outlook.evaluate((address) => window.bench.switchMailbox(address), annasMailbox);
      await pane.getByText("Anna Berg").waitFor();
      expect(jira.tokens()).toHaveLength(2);
      expect(bench.outlook.settings(bensMailbox)["inlink.main"]).toContain("Ben Ito");
    }));

  it("signs out: the mailbox forgets, and the pane says where the access is revoked", () =>
    tellSignedIn({}, async ({ bench, outlook, pane }) => {
      await pane.getByRole("button", { name: "Sign out" }).click();
      const link = pane.getByRole("link", { name: "authorised applications" });
      await link.waitFor();
      expect(await link.getAttribute("href")).toBe(
        `${bench.jiraUrl}/plugins/servlet/oauth/users/access-tokens`,
      );
      await outlook.reload();
      await outlook.getByRole("button", { name: "Inlink", exact: true }).click();
      await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
    }));

  it.each([
    ["damaged", { "inlink.main": '{"v":1,"token":5}' }, /damaged/],
    [
      "another Jira's",
      { "inlink.main": stored({ baseUrl: "https://old.example/jira" }) },
      /another Jira address/,
    ],
    ["another mailbox's", { "inlink.main": stored({ mailbox: "someone@else.example" }) }, /another mailbox/],
    ["outdated", { "inlink.main": stored({ v: 99 }) }, /another version/],
  ])("recognises %s settings and offers to sign in", (_, bag, words) =>
    tell({ before: (bench) => bench.outlook.setSettings(annasMailbox, bag) }, async ({ outlook, pane }) => {
      await reads(outlook, words);
      await pane.getByRole("button", { name: "Sign in to Jira" }).waitFor();
    }),
  );
});

describe("the sign-in page", () => {
  it("refuses to go to an address from its own URL", () =>
    tell({}, async ({ bench, outlook }) => {
      const page = await outlook.context().newPage();
      for (const query of [
        "site=main&token=abc&url=https://evil.example",
        "site=https://evil.example&token=abc",
      ]) {
        await page.goto(`${bench.addinOrigin}/signin.html?${query}`);
        await page.getByRole("status").getByText(/./).first().waitFor();
        await page.waitForTimeout(500);
        expect(new URL(page.url()).origin).toBe(bench.addinOrigin);
      }
    }));

  it("cannot be finished in a frame: Jira's page refuses to be framed", () =>
    tell({}, async ({ bench, outlook }) => {
      const page = await outlook.context().newPage();
      const refusals: string[] = [];
      page.on("console", (message) => refusals.push(message.text()));
      await page.goto(`${bench.outlookOrigin}/mail/?select=none`);
      await page.evaluate((src) => {
        const frame = document.createElement("iframe");
        frame.src = src;
        document.body.append(frame);
      }, `${bench.jiraUrl}/login.jsp`);
      await page.waitForTimeout(1500);
      expect(refusals.join("\n")).toMatch(/frame/i);
    }));
});

function stored(change: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    v: 1,
    baseUrl: "https://jira.bench.test/jira",
    mailbox: annasMailbox,
    token: "x",
    user: { name: "anna", key: "k", displayName: "Anna Berg" },
    ...change,
  });
}
