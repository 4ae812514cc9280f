/** Windows of our own pages, by Outlook's dialog API. Always a window, never a frame: Jira's page refuses those. */
import { DialogClosed, DialogRefused, OutlookFailed } from "../core/errors.ts";
import type { Dialog, Dialogs } from "../core/ports.ts";
import { callAsync } from "./callAsync.ts";
import { has, member } from "./member.ts";

/** Percent of the screen: room for Jira's login page, and Outlook stays visible behind it. */
const size = { height: 70, width: 40 } as const;
/** Milliseconds. The user may have to answer a question of Outlook's first. */
const openLimit = 60_000;
/** Milliseconds for which Outlook may still count the last dialog as open after its close (office-js issue 6021). */
const afterClose = 1000;
/** Milliseconds in which a message may still arrive after the news that the window has closed. */
const lateMessage = 1500;

const code = { alreadyOpen: 12007, ignored: 12009, blocked: 12011, closed: 12006 } as const;

export function createDialogs(): Dialogs {
  return {
    // Up to the call itself nothing is awaited: the browser lets a window open only within the user's click.
    open: async (url) => {
      if (!has(Office.context.ui, "displayDialogAsync")) throw new DialogRefused("unavailable");
      const dialog = await display(url).catch(async (error: unknown) => {
        if (!isAlreadyOpen(error)) throw refusal(error);
        await pause(afterClose);
        return display(url).catch((again: unknown) => {
          throw refusal(again);
        });
      });
      return dialogOver(dialog);
    },
  };
}

function display(url: string): Promise<Office.Dialog> {
  // With promptBeforeOpen, office.js on the web takes the pane's whole content away to ask its question.
  const options: Office.DialogOptions = { ...size, promptBeforeOpen: false };
  return callAsync<Office.Dialog>(
    "ui.displayDialogAsync",
    (done) => Office.context.ui.displayDialogAsync(url, options, done),
    openLimit,
  );
}

function dialogOver(dialog: Office.Dialog): Dialog {
  const { promise: answer, resolve, reject } = settleLater<string>();
  const gone = (): void => reject(new DialogClosed());

  dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
    const message = member(event, "message");
    const origin = member(event, "origin"); // older Outlooks do not say
    const ours = origin === undefined || origin === window.location.origin;
    if (ours && typeof message === "string") resolve(message);
  });
  dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
    if (member(event, "error") === code.closed) setTimeout(gone, lateMessage);
    else gone();
  });
  return {
    answer,
    close: () => {
      gone(); // whoever still waits is told
      try {
        dialog.close();
      } catch {
        // It is closed already, which is all that was wanted; office.js throws then.
      }
    },
  };
}

function settleLater<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: DialogClosed) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: DialogClosed) => void = () => undefined;
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  promise.catch(() => undefined); // the window may close before anybody waits; that is not an unhandled error
  return { promise, resolve, reject };
}

function isAlreadyOpen(error: unknown): boolean {
  return error instanceof OutlookFailed && error.officeCode === code.alreadyOpen;
}

/** Any other failure, such as 12004 for a foreign address, is a fault of the installation: it stays as it is. */
function refusal(error: unknown): unknown {
  if (!(error instanceof OutlookFailed)) return error;
  switch (error.officeCode) {
    case code.alreadyOpen:
      return new DialogRefused("already-open");
    case code.ignored:
      return new DialogRefused("ignored");
    case code.blocked:
      dismissNotice();
      return new DialogRefused("blocked");
    default:
      return error;
  }
}

/** Before it answers, office.js lays a notice of its own over the whole pane; the pane says the same, and what to do next. */
function dismissNotice(): void {
  document.querySelector<HTMLInputElement>("#crossZoneNotification input")?.click();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
