/**
 * Whose token acts: the record of one site in the mailbox's roaming settings.
 *
 * It is bound to the mailbox and to the Jira it was granted for, so that a record which travelled (a mailbox
 * restored elsewhere, a site moved to another Jira) is recognised and never used. RSA-SHA1 needs no token secret.
 */
import { OAuthRefused, SettingsUnusable } from "./errors.ts";
import type { SignedFetch } from "./http.ts";
import type { JiraUser } from "./jira.ts";
import { number, object, optional, ParseProblem, text, type Reader } from "./parse.ts";
import type { AccessToken, Clock, Settings } from "./ports.ts";
import type { Site } from "./site.ts";

export type Account = Pick<JiraUser, "name" | "key" | "displayName">;

export interface Session {
  /** The token for signing, undefined while signed out. Ask anew for each request. */
  token(): string | undefined;
  /** undefined: nothing stored. Throws SettingsUnusable for a record that cannot be used; the pane says so and goes on. */
  restore(): Account | undefined;
  /** The token works at once, and is stored once it is known whose it is: `keep`. */
  use(token: AccessToken): void;
  /** Throws OutlookFailed, OutlookSilent: then the session lasts as long as the pane. */
  keep(user: JiraUser): Promise<void>;
  /** Throws as `keep`; the token is out of use in this pane in any case. */
  forget(): Promise<void>;
}

interface Stored {
  readonly baseUrl: string;
  readonly mailbox: string;
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expires: number | undefined;
  readonly user: Account;
}

const VERSION = 1;

/** Read by itself first: another version may have any other shape. */
const versioned = object((field) => ({ v: field("v", number) }));
const stored: Reader<Stored> = object((field) => ({
  baseUrl: field("baseUrl", text),
  mailbox: field("mailbox", text),
  token: field("token", text),
  expires: field("expires", optional(number)),
  user: field(
    "user",
    object((user) => ({
      name: user("name", text),
      key: user("key", text),
      displayName: user("displayName", text),
    })),
  ),
}));

export function createSession(settings: Settings, site: Site, mailbox: string, now: Clock): Session {
  const key = `inlink.${site.id}`;
  const owner = mailbox.toLowerCase();
  let current: AccessToken | undefined;

  function readStored(): Stored | undefined {
    const value = settings.read(key);
    if (value === undefined || value === null) return undefined;
    if (parsed(versioned, value).v !== VERSION) throw new SettingsUnusable("outdated");
    const record = parsed(stored, value);
    if (record.token === "") throw new SettingsUnusable("damaged");
    if (record.baseUrl !== site.baseUrl) throw new SettingsUnusable("other-jira");
    if (record.mailbox.toLowerCase() !== owner) throw new SettingsUnusable("other-mailbox");
    if (record.expires !== undefined && record.expires <= now()) throw new SettingsUnusable("expired");
    return record;
  }

  return {
    token: () => current?.token,
    restore() {
      const record = readStored();
      if (!record) return undefined;
      current = { token: record.token, sessionHandle: undefined, expiresIn: undefined };
      return record.user;
    },
    use(token) {
      current = token;
    },
    async keep({ name, key: userKey, displayName }) {
      if (!current) return;
      const { token, sessionHandle, expiresIn } = current;
      await settings.write(key, {
        v: VERSION,
        baseUrl: site.baseUrl,
        mailbox: owner,
        token,
        sessionHandle,
        expires: expiresIn === undefined ? undefined : now() + expiresIn * 1000,
        user: { name, key: userKey, displayName },
      });
    },
    async forget() {
      current = undefined;
      await settings.write(key, undefined);
    },
  };
}

/** While nobody is signed in nothing is sent: Jira would take a request without a token for one of an anonymous visitor. */
export function signedInOnly(fetch: SignedFetch, session: Pick<Session, "token">): SignedFetch {
  return async (request) => {
    if (session.token() === undefined) throw new OAuthRefused("token_rejected", 401, {});
    return await fetch(request);
  };
}

function parsed<Value>(read: Reader<Value>, value: unknown): Value {
  try {
    return read(value, "");
  } catch (problem) {
    if (problem instanceof ParseProblem) throw new SettingsUnusable("damaged");
    throw problem;
  }
}
