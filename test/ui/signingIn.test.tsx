import { screen, waitFor } from "@testing-library/react";
import { DialogClosed, DialogRefused, OAuthRefused, OutlookFailed } from "../../src/core/errors.ts";
import { box, button, readyButton, renderPane } from "./renderPane.tsx";

const answer = (verifier: string) => JSON.stringify({ oauth_token: "request-1", oauth_verifier: verifier });

async function untilWindow(pane: ReturnType<typeof renderPane>): Promise<void> {
  await pane.user.click(await button("Sign in to Jira"));
  await button("Type a code instead");
  await waitFor(() => expect(pane.dialogs.opened).toHaveLength(1));
}

describe("signing in", () => {
  it("opens our own page in a window, and shows whose account acts", async () => {
    const pane = renderPane({ signedIn: false });
    await untilWindow(pane);
    expect(pane.dialogs.opened).toEqual(["https://addin.example.com/signin.html?site=main&token=request-1"]);
    pane.dialogs.answer(answer("abc123"));
    await screen.findByText("Fred Normal");
    expect(pane.oauth.exchanged).toEqual([["request-1", "abc123"]]);
    expect(pane.dialogs.closed).toBeGreaterThan(0);
    await waitFor(() => expect(pane.settings.bag.get("inlink.main")).toMatchObject({ token: "access-1" }));
    await readyButton("Create issue");
  });

  it("says that access was denied, and can be tried again", async () => {
    const pane = renderPane({ signedIn: false });
    await untilWindow(pane);
    pane.dialogs.answer(answer("denied"));
    await screen.findByText("You denied access in Jira");
    await button("Sign in to Jira");
    expect(pane.oauth.exchanged).toEqual([]);
  });

  it("takes the code by hand where the window was closed or cut off", async () => {
    const pane = renderPane({ signedIn: false });
    await untilWindow(pane);
    pane.dialogs.end(new DialogClosed());
    await screen.findByText("The sign-in window can no longer reach Outlook");
    await pane.user.type(await box("Verification code"), " abc123 {Enter}");
    await screen.findByText("Fred Normal");
    expect(pane.oauth.exchanged).toEqual([["request-1", "abc123"]]);
  });

  it("offers Jira's page in a tab where the browser blocks windows", async () => {
    const pane = renderPane({ signedIn: false });
    pane.dialogs.refusal = new DialogRefused("blocked");
    await pane.user.click(await button("Sign in to Jira"));
    await screen.findByText("Your browser blocked the sign-in window");
    const link = await screen.findByRole("link", { name: /new tab/ });
    expect(link.getAttribute("href")).toBe("https://addin.example.com/signin.html?site=main&token=request-1");
    pane.dialogs.refusal = undefined;
    await pane.user.click(await button("Open the window again"));
    await waitFor(() => expect(pane.dialogs.opened).toHaveLength(1));
    pane.dialogs.answer(answer("abc123"));
    await screen.findByText("Fred Normal");
  });

  it("does not tell somebody who asked for the code that the window has a fault", async () => {
    const pane = renderPane({ signedIn: false });
    await untilWindow(pane);
    await pane.user.click(await button("Type a code instead"));
    await box("Verification code");
    expect(screen.queryByText(/can no longer reach/)).toBeNull();
    pane.dialogs.answer(answer("abc123"));
    await screen.findByText("Fred Normal");
  });

  it("can be given up, which closes the window", async () => {
    const pane = renderPane({ signedIn: false });
    await untilWindow(pane);
    await pane.user.click(await button("Cancel"));
    await button("Sign in to Jira");
    expect(pane.dialogs.closed).toBe(1);
    pane.dialogs.answer(answer("abc123"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pane.oauth.exchanged).toEqual([]);
  });

  it.each([
    ["consumer_key_unknown", "Jira does not know Inlink"],
    ["signature_invalid", "Jira cannot verify Inlink's signature"],
    ["timestamp_refused", "This computer's clock is off"],
  ] as const)("says what is wrong after %s", async (problem, title) => {
    const pane = renderPane({ signedIn: false });
    pane.oauth.failure = new OAuthRefused(problem, 401, {});
    await pane.user.click(await button("Sign in to Jira"));
    await screen.findByText(title);
    await button("Sign in to Jira");
  });

  it("says that it lasts as long as the pane where the mailbox does not keep it", async () => {
    const pane = renderPane({ signedIn: false });
    pane.settings.failure = new OutlookFailed("saveAsync", 9019, "GenericSettingsError");
    await untilWindow(pane);
    pane.dialogs.answer(answer("abc123"));
    await screen.findByText("Fred Normal");
    await screen.findByText(/only until this pane closes/);
  });
});

describe("signing out", () => {
  it("removes the token, and says that it stays valid until it is revoked in Jira", async () => {
    const pane = renderPane();
    pane.settings.bag.set("inlink.main", { v: 1 });
    await pane.user.click(await button("Sign out"));
    const link = await screen.findByRole("link", { name: "authorised applications" });
    expect(link.getAttribute("href")).toBe(
      "https://jira.example.com/jira/plugins/servlet/oauth/users/access-tokens",
    );
    expect(pane.session.token()).toBeUndefined();
    await waitFor(() => expect(pane.settings.bag.has("inlink.main")).toBe(false));
  });

  it("says so where the mailbox still holds the token", async () => {
    const pane = renderPane();
    pane.settings.failure = new OutlookFailed("saveAsync", 5001, "");
    await pane.user.click(await button("Sign out"));
    await screen.findByText(/mailbox still holds your sign-in/);
  });
});

describe("a session that Jira ends", () => {
  it("keeps the draft on screen, removes the token, and goes on after signing in", async () => {
    const pane = renderPane();
    pane.settings.bag.set("inlink.main", { v: 1 });
    const summary = await box("Summary");
    await readyButton("Create issue");
    await pane.user.clear(summary);
    await pane.user.type(summary, "Mine");
    pane.jira.fault = (call) =>
      call === "createIssue" ? new OAuthRefused("token_revoked", 401, {}) : undefined;
    await pane.user.click(await readyButton("Create issue"));
    await button("Sign in to Jira");
    expect((await box("Summary")).value).toBe("Mine");
    await waitFor(() => expect(pane.settings.bag.has("inlink.main")).toBe(false));
    expect((await button("Sign in again to send")).getAttribute("aria-disabled")).toBe("true");

    pane.jira.fault = () => undefined;
    await pane.user.click(await button("Sign in to Jira"));
    await waitFor(() => expect(pane.dialogs.opened).toHaveLength(1));
    pane.dialogs.answer(answer("abc123"));
    await screen.findByText("Fred Normal");
    expect(screen.queryByText("Jira no longer accepts this sign-in")).toBeNull();
    await pane.user.click(await readyButton("Create issue"));
    await screen.findByRole("link", { name: "DEMO-1" });
    expect(pane.jira.issues[0]?.fields).toMatchObject({ summary: "Mine" });
  });

  it("asks for the lists anew after signing in, where they had met the dead token", async () => {
    const pane = renderPane();
    pane.jira.fault = (call) =>
      call === "projects" ? new OAuthRefused("token_expired", 401, {}) : undefined;
    await button("Sign in to Jira");
    pane.jira.fault = () => undefined;
    await pane.user.click(await button("Sign in to Jira"));
    await waitFor(() => expect(pane.dialogs.opened).toHaveLength(1));
    pane.dialogs.answer(answer("abc123"));
    await screen.findByText("Fred Normal");
    await readyButton("Create issue");
    expect(screen.queryByText("The sign-in has run out")).toBeNull();
  });
});

describe("whose account acts", () => {
  it("is asked before the first write from somebody else's mailbox, and nothing is sent when declined", async () => {
    const pane = renderPane({ mailbox: "mary@example.com" });
    await pane.user.click(await readyButton("Create issue"));
    await screen.findByRole("alertdialog", { name: "Send as Fred Normal?" });
    await pane.user.click(await button("Do not send"));
    await readyButton("Create issue");
    expect(pane.jira.issues).toHaveLength(0);
  });

  it("is asked once", async () => {
    const pane = renderPane({ mailbox: "mary@example.com" });
    await pane.user.click(await readyButton("Create issue"));
    await pane.user.dblClick(await button("Yes, as Fred Normal"));
    await screen.findByRole("link", { name: "DEMO-1" });
    await pane.user.click(await button("Use this mail again"));
    await pane.user.click(await readyButton("Create issue"));
    await screen.findByRole("link", { name: "DEMO-2" });
    expect(pane.jira.issues).toHaveLength(2);
  });
});
