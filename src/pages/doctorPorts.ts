/** What the connection doctor asks of the outside, over the real fetch, key, storage and Outlook of this page. */
import { readConfig } from "../config/config.ts";
import type { DoctorPorts, OutlookFacts, SiteTools } from "../core/doctor/ports.ts";
import type { Site } from "../core/site.ts";
import { storageFacts } from "../device/storageFacts.ts";
import { createJira } from "../jira/jira.ts";
import { keyProtection } from "../oauth/keyProtection.ts";
import { createOAuth } from "../oauth/legs.ts";
import { readPrivateKey } from "../oauth/privateKey.ts";
import { createServerClock } from "../oauth/serverClock.ts";
import { createSignedFetch } from "../oauth/signedFetch.ts";
import type { SigningKey } from "../oauth/signingKey.ts";
import { localNetwork } from "./localNetwork.ts";
import { probe } from "./probe.ts";

export interface DoctorSurroundings {
  /** undefined outside Outlook. */
  readonly outlook: OutlookFacts | undefined;
  /** Throws KeyUnreadable, KeyLocked. Without it only a key that needs no passphrase opens. */
  openKey?(site: Site): Promise<Pick<SigningKey, "sign">>;
  /** Of who is signed in; undefined: nobody. Without it nobody is. */
  tokenOf?(site: Site): string | undefined;
}

/** Works on every page of the add-in, whatever else of it does. */
export function createDoctorPorts(surroundings: DoctorSurroundings): DoctorPorts {
  const { outlook } = surroundings;
  const pageUrl = `${window.location.origin}${window.location.pathname}`;
  return {
    pageUrl,
    now: Date.now,
    readConfig: () =>
      readConfig(async () => {
        const answer = await fetch("config.json", { credentials: "omit", cache: "no-store" });
        return { status: answer.status, text: await answer.text() };
      }, pageUrl),
    openSite: (site) => openSite(site, surroundings),
    probe,
    localNetwork,
    outlook,
    storage: storageFacts,
  };
}

async function openSite(site: Site, { openKey, tokenOf }: DoctorSurroundings): Promise<SiteTools> {
  const protection = keyProtection(site.privateKey);
  const clock = createServerClock(Date.now); // of its own, so that what is off shows
  const signing = {
    baseUrl: site.baseUrl,
    via: site.via,
    consumerKey: site.consumerKey,
    key: await (openKey ? openKey(site) : readPrivateKey(site.privateKey)),
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    clock,
  };
  const token = tokenOf?.(site);
  const asUser = createSignedFetch({ ...signing, token: () => token });
  return {
    ...protection,
    oauth: createOAuth(signing),
    signed: (as) => (as === "user" ? asUser : createSignedFetch({ ...signing, token: () => "" })),
    clockAhead: clock.ahead,
    jira: token === undefined ? undefined : createJira(asUser, Date.now),
  };
}
