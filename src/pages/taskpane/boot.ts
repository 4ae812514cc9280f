/** Wires the real adapters to the ports. The only place that knows them all. */
import { readConfig } from "../../config/config.ts";
import { isInlinkError, type InlinkError } from "../../core/errors.ts";
import type { SessionState } from "../../core/flow.ts";
import { rememberLists } from "../../core/rememberedJira.ts";
import { createSession, signedInOnly, type Session } from "../../core/session.ts";
import type { Config } from "../../core/site.ts";
import { keepZips } from "../../core/zips.ts";
import { createRecents } from "../../device/recents.ts";
import { createKeptLists } from "../../device/keptLists.ts";
import { createKeyStore } from "../../device/keyStore.ts";
import { createDeviceStore } from "../../device/store.ts";
import { createJira } from "../../jira/jira.ts";
import { createOAuth } from "../../oauth/legs.ts";
import { createServerClock } from "../../oauth/serverClock.ts";
import { createSignedFetch } from "../../oauth/signedFetch.ts";
import { createDialogs } from "../../outlook/dialogs.ts";
import { readEnvironment } from "../../outlook/environment.ts";
import { createMailbox } from "../../outlook/mailbox.ts";
import { createSettings } from "../../outlook/settings.ts";
import type { PanePorts } from "../../ui/panePorts.ts";
import { createKeyRing } from "../keyRing.ts";

/** Of this pane. */
export const keyRing = createKeyRing(({ id, privateKey }) =>
  createKeyStore(`${partition()}${id}`, privateKey),
);

/** The connection check asks where office.js was blocked, too. */
function partition(): string {
  return "Office" in globalThis ? readEnvironment().partition : "";
}

/** Throws OutlookAbsent, ConfigInvalid, KeyUnreadable, KeyLocked. */
export async function boot(
  officeReady: Promise<void>,
  passphrase?: string,
): Promise<{ readonly ports: PanePorts; readonly session: SessionState }> {
  const [config] = await Promise.all([fetchConfig(), officeReady]);
  const site = config.sites[0];
  if (!site) throw new Error("readConfig promises at least one site");
  const { key, lasts } = await keyRing.open(site, passphrase);

  const { address, partition, origin } = readEnvironment();
  const settings = createSettings();
  const session = createSession(settings, site, address, Date.now);
  const signing = {
    baseUrl: site.baseUrl,
    via: site.via,
    consumerKey: site.consumerKey,
    key,
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    clock: createServerClock(Date.now),
  };
  const asUser = signedInOnly(createSignedFetch({ ...signing, token: session.token }), session);
  const store = createDeviceStore(`${partition}inlink.${site.id}.`);
  // A host that refuses the event still tells of its mail when the pane gets the focus.
  const mailbox = createMailbox(() => undefined);
  const ports: PanePorts = {
    mailbox,
    zips: keepZips(mailbox),
    settings,
    dialogs: createDialogs(),
    oauth: createOAuth(signing),
    jira: rememberLists(createJira(asUser, Date.now), createKeptLists(store)),
    session,
    recents: createRecents(store),
    key: { lasts, forget: () => keyRing.forget(site) },
    now: Date.now,
    siteId: site.id,
    neverSend: config.neverSend,
    siteName: site.name,
    baseUrl: site.baseUrl,
    signInPage: new URL("signin.html", `${origin}${window.location.pathname}`).href,
  };
  return { ports, session: restored(session) };
}

/** Told in the pane once it shows who is signed in; it never stops the pane. */
function restored(session: Session): SessionState {
  try {
    const account = session.restore();
    if (account) return { step: "signed-in", account, notKept: undefined };
    return signedOut(undefined);
  } catch (error) {
    if (isInlinkError(error)) return signedOut(error);
    throw error;
  }
}

function signedOut(why: InlinkError | undefined): SessionState {
  return { step: "signed-out", why, leftBehind: false };
}

let reading: Promise<Config> | undefined;

/** Read once; a failure is not kept, so that "Try again" does. */
function fetchConfig(): Promise<Config> {
  reading ??= readConfig(async () => {
    const answer = await fetch("config.json", { credentials: "omit", cache: "no-cache" });
    return { status: answer.status, text: await answer.text() };
  }, window.location.href);
  reading.catch(() => (reading = undefined));
  return reading;
}
