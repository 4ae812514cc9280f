/**
 * The only file that words a failure: what happened, what is safe, what to do next.
 * It switches over every code, so that a new error class without words does not compile.
 */
import type { InlinkError, OAuthRefused, SettingsUnusable } from "../core/errors.ts";
import { percentDecoded } from "../core/percentDecoded.ts";

export interface Explanation {
  readonly title: string;
  readonly text: string;
}

export function explain(error: InlinkError): Explanation {
  switch (error.code) {
    case "config-invalid":
      return {
        title: "Inlink is not set up correctly",
        text: `In config.json${error.key ? `, ${error.key}` : ""}: ${error.problem}. ${error.remedy} This is for your Jira administrator.`,
      };
    case "key-unreadable":
      return {
        title: "Inlink's key cannot be used",
        text: `${keyProblem[error.reason]} Ask your Jira administrator to put the link's RSA private key into config.json.`,
      };
    case "key-locked":
      return error.given
        ? {
            title: "That passphrase is not right",
            text: "Check for a typing mistake, or ask your Jira administrator.",
          }
        : { title: "A passphrase is needed", text: "Your Jira administrator has it." };
    case "outlook-absent":
      return outlookAbsent[error.reason];
    case "outlook-failed":
      return {
        title: "Outlook could not do that",
        text: `Outlook reported: ${error.officeMessage || "no reason"} (${error.officeCode}). Nothing is lost; try again.`,
      };
    case "outlook-silent":
      return {
        title: "Outlook did not answer",
        text: "Nothing is lost. Try again; if it keeps happening, close the pane and open it again.",
      };
    case "outlook-lacks":
      return {
        title: "This Outlook cannot hand that over",
        text: "This version of Outlook does not give add-ins this part of a mail. The mail's text still works; Outlook on the web and new Outlook can do more.",
      };
    case "mail-changed":
      return {
        title: "Another mail was selected in the meantime",
        text: "So this try sent nothing. Your draft is kept; go back to its mail and press the button again.",
      };
    case "settings-unusable":
      return { title: "Please sign in again", text: settingsProblem[error.reason] };
    case "dialog-refused":
      return dialogRefused[error.reason];
    case "dialog-closed":
      return {
        title: "The sign-in window can no longer reach Outlook",
        text: "You may have closed it, or your company's login page cut it off. Nothing has changed. If the window is still open, finish there and type the code it shows.",
      };
    case "sign-in-denied":
      return {
        title: "You denied access in Jira",
        text: "Nothing was stored. Sign in again whenever you like.",
      };
    case "sign-in-mismatch":
      return {
        title: "The sign-in window gave a wrong answer",
        text: "What came back does not belong to this sign-in, so it was not used. Sign in again.",
      };
    case "oauth-refused":
      return oauthRefused(error);
    case "jira-rejected":
      if (error.status === 401) return signInGone;
      return {
        title: "Jira did not accept that",
        text:
          sentences([...error.messages, ...Object.values(error.fieldErrors)]) ||
          `Jira gave no reason (${error.status}).`,
      };
    case "jira-unreachable":
      return {
        title: error.reason === "timeout" ? "Jira did not answer in time" : "Jira cannot be reached",
        text: "Your draft is kept. Check your connection, or whether Jira opens in the browser, and try again.",
      };
    case "jira-busy":
      return {
        title: "Jira is busy or down for a moment",
        text: `Your draft is kept. Try again ${error.retryAfter ? `in ${error.retryAfter} seconds` : "in a minute"} (${error.status}).`,
      };
    case "jira-unexpected":
      return {
        title: "Something other than Jira answered",
        text: `It may be a login page or a proxy in front of Jira. Your draft is kept. For your administrator: status ${error.status}, ${error.problem}.`,
      };
    case "file-too-large":
      return {
        title: `${error.fileName} is too large`,
        text: `It has ${megabytes(error.size)}; ${error.limit === undefined ? "Jira or a proxy in front of it refuses that" : `Jira takes at most ${megabytes(error.limit)}`}. Everything else is safe.`,
      };
    case "stopped":
      return {
        title: "You stopped the sending",
        text: "What had arrived in Jira by then stays there. Nothing more is sent.",
      };
  }
}

const signInGone: Explanation = {
  title: "Jira no longer accepts this sign-in",
  text: "The access was revoked, the application link was replaced, or the code was wrong. What you typed is kept; sign in again.",
};

const keyProblem = {
  "not-a-key": "What config.json holds is not a private key in PEM form.",
  certificate: "config.json holds a certificate where the private key belongs.",
  "not-rsa": "The private key is not an RSA key.",
  "unknown-cipher": "The private key is encrypted in a way that Inlink cannot open.",
} as const;

const outlookAbsent = {
  "script-blocked": {
    title: "Microsoft's office.js could not be loaded",
    text: "Your network may block appsforoffice.microsoft.com, or it is down. Reload the pane in a while, or tell your administrator.",
  },
  "not-ready": {
    title: "Outlook does not answer",
    text: "Close the pane and open it again. If that does not help, reload Outlook.",
  },
  "not-outlook": {
    title: "This page belongs in Outlook",
    text: "Open a mail in Outlook and press Inlink there.",
  },
} as const;

const settingsProblem: Record<SettingsUnusable["reason"], string> = {
  damaged: "What this mailbox had stored about your sign-in is damaged, so it was not used.",
  outdated: "Your sign-in was stored by another version of Inlink.",
  "other-mailbox": "The sign-in stored here belongs to another mailbox, so it was not used.",
  "other-jira": "The sign-in stored here is for another Jira address, so it was not used.",
  expired: "Your access to Jira has run out.",
};

const dialogRefused = {
  blocked: {
    title: "Your browser blocked the sign-in window",
    text: "Allow pop-ups for Outlook, or open Jira's page with the link below and type the code it shows.",
  },
  ignored: { title: "The sign-in window was not opened", text: "Open it again, or use a code." },
  unavailable: {
    title: "This Outlook cannot open a sign-in window",
    text: "Open Jira's page in your browser and type the code it shows.",
  },
  "already-open": {
    title: "A sign-in window is already open",
    text: "Close it and try again, or finish there and type the code it shows.",
  },
} as const;

function oauthRefused({ problem, status, details }: OAuthRefused): Explanation {
  switch (problem) {
    case "consumer_key_unknown":
    case "consumer_key_rejected":
    case "consumer_key_refused":
      return {
        title: "Jira does not know Inlink",
        text: "The application link is missing or was deleted, or its consumer key differs from config.json. Your draft is kept; ask your Jira administrator.",
      };
    case "signature_invalid":
    case "signature_method_rejected":
      return {
        title: "Jira cannot verify Inlink's signature",
        text: `The link's public key does not fit Inlink's key, or Jira believes in another address than the one in config.json.${baseStringHint(details)} Ask your Jira administrator.`,
      };
    case "timestamp_refused":
      return {
        title: "This computer's clock is off",
        text: "Jira refuses requests whose time is more than five minutes wrong, and correcting for it did not help. Set the clock and try again.",
      };
    case "token_expired":
      return {
        title: "The sign-in has run out",
        text: "It has to be finished within ten minutes, and Jira ends it after some years. Nothing is lost; sign in again.",
      };
    case "token_rejected":
    case "token_used":
    case "token_revoked":
      return signInGone;
    case "permission_denied":
    case "permission_unknown":
    case "user_refused":
    case "additional_authorization_required":
      return {
        title: "Access was not allowed in Jira",
        text: "What you typed is kept. Sign in again and press Allow on Jira's page.",
      };
    case "nonce_used":
    case "version_rejected":
    case "parameter_absent":
    case "parameter_rejected":
    case "unknown":
      return {
        title: "Jira refused the request",
        text: `Jira's reason: ${details["oauth_problem_advice"] ?? details["oauth_problem"] ?? problem} (${status}). What you typed is kept.`,
      };
  }
}

/** Jira's own base string tells the address that it believes in. */
function baseStringHint(details: Readonly<Record<string, string>>): string {
  const url = details["oauth_signature_base_string"]?.split("&")[1];
  return url === undefined ? "" : ` Jira believes its address is ${percentDecoded(url)}.`;
}

function sentences(messages: readonly string[]): string {
  return messages.join(" ");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
