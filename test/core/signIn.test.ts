import {
  DialogClosed,
  DialogRefused,
  JiraUnreachable,
  OAuthRefused,
  OutlookFailed,
  SignInDenied,
  SignInMismatch,
} from "../../src/core/errors.ts";
import { createSession } from "../../src/core/session.ts";
import { approvalPage, askForApproval, finishSignIn, requestSignIn } from "../../src/core/signIn.ts";
import { fakeDialogs, fakeJira, fakeOAuth, fakeSettings, fred, site } from "./fakes.ts";

const signInPage = "https://addin.example.com/inlink/signin.html";
const requestToken = { token: "request-1" };

function bench() {
  const dialogs = fakeDialogs();
  const oauth = fakeOAuth();
  const jira = fakeJira();
  const settings = fakeSettings();
  const session = createSession(settings.settings, site, "fred@example.com", () => 0);
  const ports = {
    dialogs: dialogs.dialogs,
    oauth: oauth.oauth,
    jira: jira.jira,
    session,
    signInPage,
    siteId: "main",
  };
  return { dialogs, oauth, jira, settings, session, ports };
}
const answer = (token: string, verifier: string) =>
  JSON.stringify({ oauth_token: token, oauth_verifier: verifier });
const never = new AbortController().signal;
const aTick = () => new Promise((resolve) => setTimeout(resolve, 0));

it("asks Jira to send the browser back to our own page", async () => {
  const { ports } = bench();
  const asked: string[] = [];
  const oauth = {
    ...ports.oauth,
    requestToken: (callback: string) => (asked.push(callback), ports.oauth.requestToken(callback)),
  };
  await expect(requestSignIn({ ...ports, oauth })).resolves.toEqual(requestToken);
  expect(asked).toEqual([signInPage]);
});

it("opens our own page, with the site and the request token and no address of Jira's", () => {
  expect(approvalPage({ ...bench().ports, siteId: "a-1" }, { token: "t&=" })).toBe(
    `${signInPage}?site=a-1&token=t%26%3D`,
  );
});

describe("asking for approval", () => {
  it("brings the verifier of this request token, and closes the window", async () => {
    const { dialogs, ports } = bench();
    const approval = askForApproval(ports, requestToken, never);
    await aTick();
    dialogs.answer(answer("request-1", "abc123"));
    await expect(approval).resolves.toBe("abc123");
    expect(dialogs.closed).toBe(1);
  });

  it.each([
    ["a denial", answer("request-1", "denied"), new SignInDenied()],
    ["the answer to another request", answer("request-2", "abc123"), new SignInMismatch()],
    ["a denial of another request", answer("request-2", "denied"), new SignInMismatch()],
    ["no JSON", "hello", new SignInMismatch()],
    ["another JSON", "[1]", new SignInMismatch()],
  ])("takes %s for what it is, and closes the window", async (_, message, error) => {
    const { dialogs, ports } = bench();
    const approval = askForApproval(ports, requestToken, never);
    await aTick();
    dialogs.answer(message);
    await expect(approval).rejects.toEqual(error);
    expect(dialogs.closed).toBe(1);
  });

  it("passes on that the window was closed, or could not open", async () => {
    const { dialogs, ports } = bench();
    const closed = askForApproval(ports, requestToken, never);
    await aTick();
    dialogs.end(new DialogClosed());
    await expect(closed).rejects.toEqual(new DialogClosed());
    dialogs.refusal = new DialogRefused("blocked");
    await expect(askForApproval(ports, requestToken, never)).rejects.toEqual(new DialogRefused("blocked"));
  });

  it.each([
    ["before the window is open", false],
    ["while the window is open", true],
  ])("closes the window when the user gives up %s", async (_, open) => {
    const { dialogs, ports } = bench();
    const giveUp = new AbortController();
    const approval = askForApproval(ports, requestToken, giveUp.signal);
    if (open) await aTick();
    giveUp.abort();
    await aTick();
    expect(dialogs.closed).toBe(1);
    dialogs.end(new DialogClosed());
    await expect(approval).rejects.toEqual(new DialogClosed());
  });
});

describe("finishing", () => {
  it("exchanges the code without the blanks around it, and keeps the token with whose it is", async () => {
    const { ports, oauth, session, settings } = bench();
    const { user, kept } = await finishSignIn(ports, requestToken, " abc123\n");
    await kept;
    expect(oauth.exchanged).toEqual([["request-1", "abc123"]]);
    expect(user).toEqual(fred);
    expect(session.token()).toBe("access-1");
    expect(settings.bag.get("inlink.main")).toMatchObject({ token: "access-1", user: { name: "fred" } });
  });

  it("stores nothing where Jira refuses the code", async () => {
    const { ports, oauth, session, settings } = bench();
    oauth.exchangeFailure = new OAuthRefused("token_rejected", 401, {});
    await expect(finishSignIn(ports, requestToken, "wrong")).rejects.toBe(oauth.exchangeFailure);
    expect(session.token()).toBeUndefined();
    expect(settings.bag.size).toBe(0);
  });

  it("stores nothing while it is not known whose token it is", async () => {
    const { ports, jira, settings } = bench();
    jira.fault = () => new JiraUnreachable("network");
    await expect(finishSignIn(ports, requestToken, "abc123")).rejects.toEqual(new JiraUnreachable("network"));
    expect(settings.bag.size).toBe(0);
  });

  it("signs in also where the mailbox does not keep it", async () => {
    const { ports, session, settings } = bench();
    settings.failure = new OutlookFailed("saveAsync", 9019, "");
    const { user, kept } = await finishSignIn(ports, requestToken, "abc123");
    expect(user).toEqual(fred);
    await expect(kept).rejects.toBe(settings.failure);
    expect(session.token()).toBe("access-1");
  });
});
