/** What the doctor asks of the outside. `pages` makes it, for the pane and for the set-up page. */
import type { SignedFetch } from "../http.ts";
import type { Clock, Jira, OAuth } from "../ports.ts";
import type { Config, Site } from "../site.ts";
import type { OutlookMethod } from "./outlookMethods.ts";

export interface DoctorPorts {
  /** Of the page that asks; where the add-in is hosted. */
  readonly pageUrl: string;
  readonly now: Clock;
  /** Throws ConfigInvalid. */
  readConfig(): Promise<Config>;
  /** Throws KeyUnreadable, KeyLocked (then the doctor says that it needs the passphrase, and goes on without). */
  openSite(site: Site): Promise<SiteTools>;
  /**
   * One plain request without cookies and without a signature, with `redirect: "manual"`; in mode "no-cors", where
   * browsers allow only that, redirects are followed. Never throws: an abort is a "failed", too.
   */
  probe(url: string, options?: ProbeOptions): Promise<ProbeAnswer>;
  /** The browser's Local Network Access rule, for this frame: see facts of `ProbeAnswer` "failed". */
  localNetwork(): Promise<LocalNetwork>;
  /** undefined outside Outlook, where the set-up page asks. */
  readonly outlook: OutlookFacts | undefined;
  storage(): Promise<StorageFacts>;
}

/** All that a site's key and token make possible. */
export interface SiteTools {
  /** Rounds of PBKDF2 of a protected key; undefined for a plain key, or another protection. */
  readonly rounds: number | undefined;
  readonly protection: "plain" | "passphrase";
  readonly oauth: OAuth;
  /**
   * Signs and sends as SignedFetch. "two-legged": with an empty `oauth_token`, which the link must refuse.
   * "user": with the user's; only asked for where `jira` is there.
   */
  signed(as: "user" | "two-legged"): SignedFetch;
  /** Seconds by which Jira is ahead of this device, as its refusals have told; 0 until then. */
  clockAhead(): number;
  /** undefined: nobody is signed in. */
  readonly jira: Jira | undefined;
}

export interface ProbeOptions {
  readonly method?: "GET" | "HEAD" | "POST" | "OPTIONS";
  /** "no-cors" tells no more than whether something answered. */
  readonly mode?: "cors" | "no-cors";
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text. */
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export type ProbeAnswer =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Lower case, without parameters: `text/html`; "" where there is none. */
      readonly type: string;
      /** At most the first 2,000 characters. */
      readonly text: string;
      readonly headers: Headers;
    }
  /** A redirect, which is not followed. The browser does not say where to. */
  | { readonly kind: "redirect" }
  /** Answered, and the browser may not read it (no-cors). */
  | { readonly kind: "opaque" }
  /** No answer, or none that the browser shows: DNS, TLS, a closed port, CORS, or local network access; "policy": our own page policy forbids it. */
  | { readonly kind: "failed"; readonly reason: "network" | "policy" | "timeout" };

/** "unknown": a browser without the rule. "frame": the frame around the pane does not pass the permission on. */
export type LocalNetwork = "granted" | "prompt" | "denied" | "frame" | "unknown";

export interface OutlookFacts {
  /** `OutlookWebApp`, `newOutlookWindows`, `Outlook`; "" where it does not say. */
  readonly host: string;
  readonly version: string;
  readonly platform: string;
  /** "missing-script": office.js is there and MicrosoftAjax.js is not. */
  readonly script: "ready" | "blocked" | "missing-script" | "silent" | "not-outlook";
  /** Highest Mailbox requirement set that the client claims: "1.13"; "" for none. */
  readonly claimedSet: string;
  /** Whether each is really there; of `item.…`, false counts only while a mail is selected, so true where none is. */
  readonly methods: Readonly<Record<OutlookMethod, boolean>>;
}

export interface StorageFacts {
  readonly local: boolean;
  readonly indexedDb: boolean;
}
