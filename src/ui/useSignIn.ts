import { useRef } from "react";
import { firstDraft } from "../core/draft/draft.ts";
import { isInlinkError } from "../core/errors.ts";
import type { PaneEvent } from "../core/flow.ts";
import type { RequestToken } from "../core/ports.ts";
import { askForApproval, finishSignIn, requestSignIn } from "../core/signIn.ts";
import { usePanePorts } from "./panePorts.ts";
import { useFault } from "./useFault.ts";

export interface SignInActions {
  signIn(): void;
  /** With the request token in hand, so that the window opens within the click. */
  openWindow(requestToken: RequestToken): void;
  /** The window is of no use: go on with the code. What the window may still answer is welcome. */
  useCode(): void;
  enterCode(requestToken: RequestToken, code: string): void;
  cancel(): void;
  signOut(): void;
}

/** The steps of signing in; each tells the reducer what happened. One attempt at a time: a new one ends the last. */
export function useSignIn(tell: (event: PaneEvent) => void): SignInActions {
  const ports = usePanePorts();
  const fault = useFault();
  const attempt = useRef(new AbortController());

  function newAttempt(): AbortSignal {
    attempt.current.abort();
    attempt.current = new AbortController();
    return attempt.current.signal;
  }

  async function start(signal: AbortSignal): Promise<void> {
    tell({ type: "sign-in-asked" });
    const requestToken = await requestSignIn(ports);
    if (!signal.aborted) await approve(requestToken, signal);
  }

  async function approve(requestToken: RequestToken, signal: AbortSignal): Promise<void> {
    tell({ type: "request-token-granted", requestToken });
    const verifier = await askForApproval(ports, requestToken, signal);
    if (!signal.aborted) await exchange(requestToken, verifier);
  }

  async function exchange(requestToken: RequestToken, verifier: string): Promise<void> {
    tell({ type: "verifier-given" });
    ports.jira.forgetLists();
    const { user, kept } = await finishSignIn(ports, requestToken, verifier);
    const mail = ports.mailbox.currentMail();
    const draft = mail && firstDraft(mail, ports.recents);
    tell({ type: "mail-selected", mail, draft }); // Not every Outlook tells of a change made meanwhile.
    tell({ type: "signed-in", account: user, draft });
    await kept.catch(notKept);
  }

  function notKept(error: unknown): void {
    if (isInlinkError(error)) tell({ type: "not-kept", error });
    else fault(error);
  }

  function failed(signal: AbortSignal): (error: unknown) => void {
    return (why) => {
      if (!isInlinkError(why)) fault(why);
      else if (signal.aborted) return;
      else if (why.code === "dialog-refused" || why.code === "dialog-closed")
        tell({ type: "window-lost", why });
      else tell({ type: "sign-in-failed", why });
    };
  }

  return {
    signIn() {
      const signal = newAttempt();
      start(signal).catch(failed(signal));
    },
    openWindow(requestToken) {
      const signal = newAttempt();
      approve(requestToken, signal).catch(failed(signal));
    },
    useCode: () => tell({ type: "window-lost", why: undefined }),
    enterCode(requestToken, code) {
      const signal = newAttempt();
      exchange(requestToken, code).catch(failed(signal));
    },
    cancel() {
      newAttempt();
      tell({ type: "sign-in-cancelled" });
    },
    signOut() {
      tell({ type: "signed-out" });
      ports.jira.forgetLists();
      ports.recents.forget();
      ports.session.forget().catch(notKept);
    },
  };
}
