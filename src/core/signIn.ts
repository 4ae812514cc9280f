/**
 * Signing in: a request token, Jira's own Allow page in a window, an access token, and who that is.
 *
 * The pane asks for the request token and exchanges it; the window only carries the verifier back. Where the
 * window cannot open or cannot call back, the same request token goes on with a code that the user types.
 */
import { SignInDenied, SignInMismatch } from "./errors.ts";
import type { JiraUser } from "./jira.ts";
import { object, ParseProblem, text, type Reader } from "./parse.ts";
import type { Dialogs, Jira, OAuth, RequestToken } from "./ports.ts";
import type { Session } from "./session.ts";

interface Ports {
  readonly dialogs: Dialogs;
  readonly oauth: OAuth;
  readonly jira: Jira;
  readonly session: Session;
  /** The sign-in page of the site, with nothing behind it: Jira's callback. */
  readonly signInPage: string;
  readonly siteId: string;
}

/** Throws OAuthRefused, JiraUnreachable, JiraBusy, JiraUnexpected. */
export function requestSignIn({ oauth, signInPage }: Ports): Promise<RequestToken> {
  return oauth.requestToken(signInPage);
}

/** Where the user allows access: our own page, which goes on to Jira's. */
export function approvalPage({ signInPage, siteId }: Ports, { token }: RequestToken): string {
  return `${signInPage}?site=${encodeURIComponent(siteId)}&token=${encodeURIComponent(token)}`;
}

/**
 * Opens the window and waits for the verifier; an abort closes the window.
 * Throws DialogRefused, DialogClosed, SignInDenied, SignInMismatch.
 */
export async function askForApproval(
  ports: Ports,
  requestToken: RequestToken,
  signal: AbortSignal,
): Promise<string> {
  const dialog = await ports.dialogs.open(approvalPage(ports, requestToken));
  signal.addEventListener("abort", () => dialog.close());
  if (signal.aborted) dialog.close(); // Given up while Outlook was still opening it.
  try {
    return verifierFor(requestToken, await dialog.answer);
  } finally {
    dialog.close();
  }
}

/**
 * Exchanges the verifier and keeps the token in the mailbox. The user is signed in even where `kept` rejects:
 * Outlook refused to store it, so it lasts as long as the pane.
 * Throws OAuthRefused, JiraUnreachable, JiraBusy, JiraUnexpected, JiraRejected.
 */
export async function finishSignIn(
  { oauth, jira, session }: Ports,
  requestToken: RequestToken,
  verifier: string,
): Promise<{ readonly user: JiraUser; readonly kept: Promise<void> }> {
  session.use(await oauth.accessToken(requestToken.token, verifier.trim()));
  const user = await jira.myself();
  return { user, kept: session.keep(user) };
}

interface Answer {
  readonly token: string;
  readonly verifier: string;
}

const answer: Reader<Answer> = object((field) => ({
  token: field("oauth_token", text),
  verifier: field("oauth_verifier", text),
}));

function verifierFor(requestToken: RequestToken, message: string): string {
  const { token, verifier } = parsed(message);
  if (token !== requestToken.token) throw new SignInMismatch();
  if (verifier === "denied") throw new SignInDenied();
  return verifier;
}

function parsed(message: string): Answer {
  try {
    return answer(JSON.parse(message), "");
  } catch (problem) {
    if (problem instanceof ParseProblem || problem instanceof SyntaxError) throw new SignInMismatch();
    throw problem;
  }
}
