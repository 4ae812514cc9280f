import type { FindingCode } from "../../../core/doctor/codes.ts";
import {
  again,
  allowlist,
  browserPolicy,
  connector,
  incomingAuthentication,
  jirasProxy,
  relayLocation,
} from "./screens.ts";
import { plainly, type FactOf, type Wording } from "./wording.ts";

const xsrf =
  "Jira refuses a browser’s POST when it believes that another page sent it (“XSRF check failed”). Reading works, so you can sign in, but nothing can be created or added.";
const bothOff = incomingAuthentication(
  "switch off “Allow 2-Legged OAuth” and “Allow user impersonation through 2-Legged OAuth”",
);
const newKey = "Then make a new key (set-up with --rotate-key), if outsiders may have had config.json.";
const reason = (fact: FactOf) =>
  [fact("problem"), fact("status"), fact("reason")].filter((part) => part !== "").join(", ") || "none given";

export const accessWords = {
  "post-passes": plainly({ result: "passes" }),
  "post-xsrf-relay": (fact) => ({
    result: "Jira refuses (XSRF check)",
    meaning: `${xsrf} The relay passes on the Origin ${fact("origin")} of Inlink’s page, or Jira does not know its own address.`,
    todo: [
      `In ${relayLocation}, set Origin to Jira’s own: nginx proxy_set_header Origin https://jira…; Apache RequestHeader set Origin; Caddy header_up Origin.`,
      "If the step “Signature” fails too, mend that first: it has the same cause.",
      again,
    ],
    who: "administrator",
  }),
  "post-xsrf-same-origin": plainly({
    result: "Jira refuses (XSRF check)",
    meaning: `${xsrf} Inlink’s page has Jira’s own address, so Jira’s Tomcat must believe in another one.`,
    todo: [connector("scheme, secure, proxyName and proxyPort as in the address that people open"), again],
    who: "administrator",
  }),
  "post-xsrf-edge": (fact) => ({
    result: "Jira refuses (XSRF check)",
    meaning: `${xsrf} CORS headers of a proxy do not help here: Jira itself must know the origin ${fact("origin")}.`,
    todo: [allowlist(fact("origin")), again],
    who: "administrator",
  }),
  "post-blocked": (fact) => ({
    result: `refused with ${fact("status")}`,
    meaning: `A POST to ${fact("url")} was refused, and not by Jira: a proxy or a web application firewall lets only reading through.`,
    todo: [
      `Let POST and PUT below /rest/api/2/ through: in ${relayLocation}, at ${jirasProxy}, and in the firewall before it.`,
      again,
    ],
    who: "administrator",
  }),
  "post-no-answer": (fact) => ({
    result: "no answer",
    meaning: `Reading works, a POST to ${fact("url")} gets no answer that the browser shows.`,
    todo: [
      `See that POST is let through, and among Access-Control-Allow-Methods where Jira is another origin: ${jirasProxy}.`,
      again,
    ],
    who: "administrator",
  }),
  "post-unexpected": (fact) => ({
    result: `unexpected answer${fact("status") === "" ? "" : ` (${fact("status")})`}`,
    meaning: `A POST to ${fact("url")} was answered by something other than Jira.`,
    todo: ["See what stands between Inlink and Jira for POST: a single sign-on, a firewall, a proxy.", again],
    who: "administrator",
  }),

  "two-legged-refused": plainly({ result: "opens nothing, as it should" }),
  "two-legged-open": (fact) => ({
    result: `acts as ${fact("user")}`,
    meaning: `Danger. The link “${fact("consumerKey")}” allows two-legged OAuth: whoever has Inlink’s key can act in Jira as ${fact("user")}, without that user’s consent. Inlink does not use this and does not need it.`,
    todo: [bothOff, newKey, again],
    who: "administrator",
  }),
  "two-legged-impersonation": (fact) => ({
    result: "acts as anybody",
    meaning: `Danger. The link “${fact("consumerKey")}” allows user impersonation: whoever has Inlink’s key can act in Jira as anybody, administrators too, without their consent. Inlink does not use this and does not need it.`,
    todo: [bothOff, newKey, again],
    who: "administrator",
  }),
  "two-legged-anonymous": (fact) => ({
    result: "allowed, acts as nobody",
    meaning: `The link “${fact("consumerKey")}” allows two-legged OAuth. Now it acts as an anonymous visitor only, but one more tick would let whoever has Inlink’s key act as a user.`,
    todo: [bothOff, again],
    who: "administrator",
  }),
  "two-legged-unknown": (fact) => ({
    result: "could not be told",
    meaning: `Jira’s answer${fact("status") === "" ? "" : ` (${fact("status")})`} does not say whether the key alone opens anything.`,
    todo: [bothOff],
    who: "administrator",
  }),

  "authorize-opens": (fact) => ({ result: `${fact("host")} answers` }),
  "authorize-unreachable": (fact) => ({
    result: `${fact("host")} does not answer`,
    meaning: `To sign in, ${fact("url")} is opened in a window. From here that address gives no answer: it is not known in this network, the certificate is not trusted, or you need the company’s network or VPN.`,
    todo: [
      `Open ${fact("url")} in a tab of this browser.`,
      "Check “baseUrl” in config.json: it must be the address that people open.",
    ],
    who: "administrator",
  }),
  "authorize-unknown": (fact) => ({
    result: "cannot be seen from here",
    meaning: `The browser’s rules forbid this page to ask ${fact("host")}. A window of its own may open it all the same.`,
    todo: [
      `Open ${fact("url")} in a tab of this browser to see.`,
      ...(fact("localNetwork") === "frame" || fact("localNetwork") === "denied"
        ? [browserPolicy("the host of Inlink’s files")]
        : []),
    ],
  }),

  "token-works": (fact) => ({ result: `you are ${fact("user")}` }),
  "token-rejected": plainly({
    result: "Jira no longer accepts it",
    meaning:
      "The access was revoked or has run out, or the application link was replaced. Your drafts are kept.",
    todo: ["Go back, sign out, and sign in again."],
    who: "you",
  }),
  "token-anonymous": plainly({
    result: "Jira takes you for nobody",
    meaning:
      "The request was signed with your access, and Jira answered as to an anonymous visitor: something drops the header Authorization, or your account was deactivated.",
    todo: [
      "Sign out and sign in again.",
      "In Jira open “Administration”, “User management”, and see that the account is active and may use Jira.",
      `Pass Authorization on in ${relayLocation} and in every proxy behind it.`,
    ],
    who: "administrator",
  }),
  "token-refused": (fact) => ({
    result: "Jira refuses it",
    meaning: `Jira’s reason: ${reason(fact)}.`,
    todo: [
      "Go back, sign out, and sign in again.",
      "In Jira open “Administration”, “User management”, and see that the account may use Jira.",
    ],
    who: "administrator",
  }),
  "token-failed": (fact) => ({
    result: "could not be checked",
    meaning: `Jira did not say whose access it is: ${reason(fact)}.`,
    todo: ["Press “Check again”. If it stays, look into Jira’s log at the time of this check."],
    who: "administrator",
  }),
} satisfies Readonly<Partial<Record<FindingCode, Wording>>>;
