import type { FindingCode } from "../../../core/doctor/codes.ts";
import { again, applicationLinks, incomingAuthentication, jirasProxy, relayLocation } from "./screens.ts";
import type { Wording } from "./wording.ts";

const passOAuth = `Let POST /plugins/servlet/oauth/request-token and …/access-token through: in ${relayLocation}, or at ${jirasProxy}.`;

export const consumerWords = {
  "consumer-known": (fact) => ({ result: `Jira knows “${fact("consumerKey")}”` }),
  "consumer-unknown": (fact) => ({
    result: "Jira does not know Inlink",
    meaning: `Jira has no application link whose consumer key is “${fact("consumerKey")}”. It was not made or was deleted, its key is written in another way, or it was made as “External application”, which is an OAuth 2.0 link.`,
    todo: [
      `${applicationLinks} If Inlink is not in the list: “Create link”, from Jira 8.22 on “Atlassian product” (not “External application”), then tick “Create incoming link”. Set-up’s jira.html has every value.`,
      incomingAuthentication(`compare “Consumer Key” with “${fact("consumerKey")}”, letter by letter`),
      again,
    ],
    who: "administrator",
  }),
  "consumer-not-permitted": (fact) => ({
    result: "Jira does not let this link act for users",
    meaning: `Jira knows “${fact("consumerKey")}”, but three-legged OAuth, by which users give access, is switched off for it.`,
    todo: [incomingAuthentication("allow 3-legged OAuth; leave both 2-legged boxes off"), again],
    who: "administrator",
  }),
  "consumer-authorization-lost": (fact) => ({
    result: "Jira did not see Inlink’s signature",
    meaning: `Something drops the header Authorization on its way to ${fact("url")}.`,
    todo: [
      `Pass it on for the paths of OAuth too, in ${relayLocation} and in every proxy behind it (nginx: proxy_set_header Authorization $http_authorization;).`,
      again,
    ],
    who: "administrator",
  }),
  "consumer-cors-missing": (fact) => ({
    result: "the browser may not read OAuth’s answers",
    meaning: `Jira’s REST can be read, ${fact("url")} cannot. Jira’s own CORS covers REST only. Where refusals cannot be read either (see “Jira itself”), it may as well be Jira refusing for another reason.`,
    todo: [
      `At ${jirasProxy}, add the CORS headers for /plugins/servlet/oauth/request-token and …/access-token, with every answer (nginx: “always”).`,
      again,
    ],
    who: "administrator",
  }),
  "consumer-no-answer": (fact) => ({
    result: fact("reason") === "timeout" ? "no answer in time" : "no answer",
    meaning: `Jira answers elsewhere, but not at ${fact("url")}: a proxy or a firewall stops it.`,
    todo: [passOAuth, again],
    who: "administrator",
  }),
  "consumer-path-missing": (fact) => ({
    result: "OAuth’s path is not there",
    meaning: `${fact("url")} answered 404. The relay or the proxy does not pass this path, or Jira’s plug-in “Atlassian OAuth Service Provider” is switched off.`,
    todo: [
      passOAuth,
      "In Jira open “Administration”, “Manage apps”, “All apps”, and see that the OAuth Service Provider plug-in is enabled.",
      again,
    ],
    who: "administrator",
  }),
  "consumer-path-refused": (fact) => ({
    result: "OAuth’s path is refused",
    meaning: `${fact("url")} answered ${fact("status")}, and it was not Jira that refused.`,
    todo: [passOAuth, again],
    who: "administrator",
  }),
  "consumer-redirect": (fact) => ({
    result: "OAuth’s path leads elsewhere",
    meaning: `${fact("url")} sends the browser on: a single sign-on stands before it, though not before Jira’s REST.`,
    todo: [
      "In the single sign-on before Jira, leave out /plugins/servlet/oauth/request-token and …/access-token.",
      again,
    ],
    who: "administrator",
  }),
  "consumer-page": (fact) => ({
    result: "a web page came instead of a token",
    meaning: `At ${fact("url")} a login page or a proxy’s page answered.`,
    todo: [
      "In the single sign-on before Jira, leave out /plugins/servlet/oauth/request-token and …/access-token.",
      again,
    ],
    who: "administrator",
  }),
  "consumer-error-hidden": (fact) => ({
    result: "a proxy hides why Jira refuses",
    meaning: `Jira refused (${fact("status")}), and a proxy put a page of its own in the place of Jira’s reason.`,
    todo: [
      `Pass Jira’s refusals on as they are: nginx proxy_intercept_errors off; Apache ProxyErrorOverride Off. This is for ${relayLocation} or ${jirasProxy}.`,
      again,
    ],
    who: "administrator",
  }),
  "consumer-busy": (fact) => ({
    result: "Jira asks for patience",
    meaning: `It answered ${fact("status")}. Nothing is lost.`,
    todo: ["Run this again in a minute."],
    who: "you",
  }),
  "consumer-refused": (fact) => ({
    result: "Jira refused",
    meaning: `Jira’s reason: ${fact("advice") || fact("problem")} (${fact("status")}).`,
    todo: [
      `${applicationLinks} Compare Inlink’s link with set-up’s jira.html.`,
      "Jira’s log (atlassian-jira.log) says more, at the time of this check.",
      again,
    ],
    who: "administrator",
  }),
  "consumer-unexpected": (fact) => ({
    result: `unexpected answer${fact("status") === "" ? "" : ` (${fact("status")})`}`,
    meaning: `${fact("url")} answered what OAuth does not: ${fact("problem") || "nothing that Inlink can read"}.`,
    todo: [passOAuth, "Look into Jira’s log (atlassian-jira.log), at the time of this check.", again],
    who: "administrator",
  }),
} satisfies Readonly<Partial<Record<FindingCode, Wording>>>;
