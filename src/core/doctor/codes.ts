/** All that can be found, how bad each is, and, in the comments, the facts that come with it. */
import type { Verdict } from "./finding.ts";

export const verdicts = {
  // Of any check.
  /** needs: the check that failed or was skipped itself. */
  "needs-earlier": "skipped",
  "not-signed-in": "skipped",
  "outside-outlook": "skipped",
  /** The doctor was stopped before or within it. */
  stopped: "skipped",
  /** error. A fault in Inlink itself. */
  "check-broke": "bad",

  // office: host, version, platform; script, of a script that is not there, is its host.
  "office-ready": "good",
  "office-script-blocked": "bad",
  "office-ajax-missing": "bad",
  "office-silent": "bad",
  "office-not-outlook": "bad",

  // methods: claimedSet, and missing: names of `outlookMethods` with ", " between them.
  "methods-complete": "good",
  "methods-missing": "note",
  /** needed: those of the missing without which Inlink cannot do its job. */
  "methods-needed-missing": "bad",

  // storage
  "storage-works": "good",
  "storage-local-blocked": "note",
  "storage-database-blocked": "warning",
  "storage-blocked": "warning",

  // config: file, its address. Where it could be read: site, baseUrl, via ("" for none), sites (number), unknownKeys.
  "config-valid": "good",
  "config-unknown-keys": "warning",
  "config-cloud": "warning",
  /** status */
  "config-missing": "bad",
  /** status ("" for no answer), reason */
  "config-unreachable": "bad",
  "config-page": "bad",
  /** problem, remedy */
  "config-not-json": "bad",
  /** key, problem, remedy */
  "config-invalid": "bad",

  // key
  /** rounds */
  "key-protected": "good",
  /** rounds, recommended */
  "key-weakly-protected": "warning",
  /** Encrypted in a way that states no rounds of PBKDF2: PKCS#1, an old cipher. */
  "key-protected-otherwise": "warning",
  "key-plain": "note",
  /** Nothing that signs can be tried: enter the passphrase, then examine again. */
  "key-locked": "note",
  "key-passphrase-wrong": "bad",
  /** reason, of KeyUnreadable */
  "key-unreadable": "bad",

  // reach: url, host, mode ("relay", "same-origin" or "edge"), origin (of the page); status, type where answered.
  "reach-works": "good",
  /** The relay's location is missing: the add-in's own host answered, as for any path. */
  "reach-relay-missing": "bad",
  /** The relay does not let it through. */
  "reach-relay-refuses": "bad",
  /** A proxy answered that it gets no answer from Jira: 502, 504. */
  "reach-gateway": "bad",
  /** Something answers and the browser may not read it: no CORS headers. */
  "reach-cors-missing": "bad",
  /** Readable without Authorization: the preflight is not answered, or does not allow that header. */
  "reach-preflight-refused": "bad",
  /** Group: DNS, TLS, port, firewall. localNetwork as the browser tells. */
  "reach-nothing-answers": "bad",
  /** The add-in's own host broke off. */
  "reach-cut": "bad",
  "reach-timeout": "bad",
  /** connect-src of our own page policy. */
  "reach-page-policy": "bad",
  "reach-local-network-denied": "bad",
  "reach-local-network-frame": "bad",
  "reach-local-network-prompt": "bad",
  "reach-redirect-http": "bad",
  /** Group: single sign-on before Jira, http to https at the proxy, a missing context path. */
  "reach-redirect": "bad",
  /** A login before the add-in's own host. */
  "reach-redirect-own-host": "bad",
  "reach-login-own-host": "bad",

  // server: url; told: baseUrl as Jira states it; version, deploymentType, title; status, type.
  "server-jira": "good",
  "server-cloud": "warning",
  "server-old": "warning",
  /** told, configured */
  "server-other-address": "warning",
  /** OAuth's refusals cannot be read (CORS headers only on good answers): they look like network failures. */
  "server-errors-hidden": "warning",
  /** Something on the way drops the Authorization header: Jira takes everybody for nobody. */
  "server-authorization-lost": "bad",
  "server-wrong-path": "bad",
  /** A page with status 200 where JSON was asked for: a single sign-on. */
  "server-login-page": "bad",
  /** 401 or 403 for what is open to everybody. */
  "server-refused": "bad",
  /** retryAfter: seconds, "" unknown */
  "server-unavailable": "bad",
  "server-busy": "bad",
  "server-not-jira": "bad",

  // consumer: consumerKey, url. Of the failures: status, problem (of OAuth), advice (Jira's).
  "consumer-known": "good",
  "consumer-unknown": "bad",
  /** Three-legged OAuth is off for the link, or the link is. */
  "consumer-not-permitted": "bad",
  /** Jira did not see our Authorization header. */
  "consumer-authorization-lost": "bad",
  /**
   * REST can be read and OAuth cannot: Jira's own CORS covers REST only. Beside "server-errors-hidden" it may as well be
   * any of OAuth's refusals.
   */
  "consumer-cors-missing": "bad",
  /** reason: "network" or "timeout" */
  "consumer-no-answer": "bad",
  /** 404: the OAuth location is missing at the relay or proxy, or Jira's OAuth plug-in is off. */
  "consumer-path-missing": "bad",
  /** 403 or 405, not Jira's. */
  "consumer-path-refused": "bad",
  "consumer-redirect": "bad",
  /** A page with status 200. */
  "consumer-page": "bad",
  /** OAuth's status, and a proxy's page in the place of OAuth's own words. */
  "consumer-error-hidden": "bad",
  "consumer-busy": "bad",
  /** Another of OAuth's problems. */
  "consumer-refused": "bad",
  "consumer-unexpected": "bad",

  // signature: parts, those that differ: method, scheme, host, port, path, parameters; ours, theirs: the differing one.
  // Of the addresses also oursAddress, theirsAddress: whole, as signed and as Jira's Tomcat believes.
  "signature-accepted": "good",
  "signature-method-differs": "bad",
  "signature-scheme-differs": "bad",
  "signature-host-differs": "bad",
  "signature-port-differs": "bad",
  "signature-path-differs": "bad",
  /** missing, extra, changed: names of parameters, as Jira saw them. */
  "signature-parameters-differ": "bad",
  /** All is equal: the public key of the link does not belong to our private key. consumerKey. */
  "signature-other-key": "bad",
  /** Refused without Jira's base string. */
  "signature-unexplained": "bad",

  // clock: ahead: whole seconds by which Jira is ahead of this device; wrong: "device", "jira" or "".
  "clock-agrees": "good",
  /** More than five minutes; corrected. */
  "clock-off": "warning",
  /** Refused even after correction. */
  "clock-refused": "bad",

  // post: url, mode, origin, status, type
  "post-passes": "good",
  /** By mode: the relay leaves the browser's Origin, or Tomcat believes in another address than baseUrl. */
  "post-xsrf-relay": "bad",
  "post-xsrf-same-origin": "bad",
  "post-xsrf-edge": "bad",
  /** Refused by something that is not Jira. */
  "post-blocked": "bad",
  /** reason */
  "post-no-answer": "bad",
  "post-unexpected": "bad",

  // two-legged: consumerKey; user: who acted.
  "two-legged-refused": "good",
  "two-legged-open": "alarm",
  "two-legged-impersonation": "alarm",
  /** Allowed, and acts as nobody. */
  "two-legged-anonymous": "warning",
  /** status */
  "two-legged-unknown": "note",

  // authorize: url, host, reason ("network" or "timeout"), localNetwork
  "authorize-opens": "good",
  "authorize-unreachable": "warning",
  /** The browser's rules forbid to look from here; a window of its own may open it all the same. */
  "authorize-unknown": "note",

  // token: user, name. Of the failures: problem, status, reason.
  "token-works": "good",
  "token-rejected": "bad",
  /** Jira took the signed request for nobody's. */
  "token-anonymous": "bad",
  "token-refused": "bad",
  "token-failed": "bad",

  // create-meta: projects, their number
  "create-meta-paged": "good",
  "create-meta-whole": "good",
  "create-meta-no-projects": "warning",
  /** status */
  "create-meta-missing": "bad",
  /** status, problem */
  "create-meta-failed": "bad",

  // attachments: limit, in bytes; "" where Jira does not say
  "attachments-on": "good",
  "attachments-off": "warning",
  /** status, problem */
  "attachments-failed": "bad",

  // body-limit, in bytes: passes, the largest that did; refused, the smallest that did not ("" for none); status, type
  "body-limit-passes": "good",
  "body-limit-low": "warning",
  /** Even the smallest is refused. */
  "body-limit-blocked": "bad",
  /** Jira or a proxy asked for patience: 429, 502, 503, 504. */
  "body-limit-unknown": "note",
} as const satisfies Readonly<Record<string, Verdict>>;

export type FindingCode = keyof typeof verdicts;
