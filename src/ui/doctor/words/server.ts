import type { FindingCode } from "../../../core/doctor/codes.ts";
import { again, generalConfiguration, jirasProxy, relayLocation } from "./screens.ts";
import type { FactOf, Wording } from "./wording.ts";

const jira = (fact: FactOf) => `Jira ${fact("version")} ${fact("deploymentType")}`.trim();

export const serverWords = {
  "server-jira": (fact) => ({ result: jira(fact) }),
  "server-cloud": (fact) => ({
    result: jira(fact),
    meaning:
      "This is Jira Cloud. Atlassian has deprecated OAuth 1.0a there. Only a relay could work, and nobody has tried it. Inlink is made for Jira Data Center and Server.",
    todo: ["Use Inlink with a Jira Data Center or Server."],
    who: "administrator",
  }),
  "server-old": (fact) => ({
    result: jira(fact),
    meaning: "Inlink was written for Jira 7 and later, and has not been tried with this one.",
    todo: ["Update Jira, or try Inlink and see."],
    who: "administrator",
  }),
  "server-other-address": (fact) => ({
    result: "knows itself by another address",
    meaning: `Jira says that its address is ${fact("told")}; config.json says ${fact("configured")}. It may work all the same; the step “Signature” shows whether it does.`,
    todo: [generalConfiguration, "Make it and “baseUrl” in config.json the same."],
    who: "administrator",
  }),
  "server-errors-hidden": (fact) => ({
    result: "its refusals cannot be read",
    meaning: `Good answers of ${fact("url")} have CORS headers, refusals have none. So the browser hides why Jira refuses, and every such refusal looks like a network failure.`,
    todo: [
      `At ${jirasProxy}, send the CORS headers with every answer: in nginx add “always” to each add_header, in Apache “Header always set”.`,
      again,
    ],
    who: "administrator",
  }),
  "server-authorization-lost": (fact) => ({
    result: "does not see who signed",
    meaning: `Something between Inlink and Jira drops the header Authorization: a token that does not exist should have been refused at ${fact("url")}, and was not. So Jira takes everybody for an anonymous visitor.`,
    todo: [
      `Pass Authorization on: in ${relayLocation}, and in every proxy or single sign-on behind it (nginx: proxy_set_header Authorization $http_authorization;).`,
      again,
    ],
    who: "administrator",
  }),
  "server-wrong-path": (fact) => ({
    result: "is not at this path",
    meaning: `Something answered 404 at ${fact("url")}. Jira’s context path (such as /jira) is missing in the address, or is there and should not be.`,
    todo: [
      "Compare “baseUrl” in config.json with the address that Jira’s start page has in a browser, up to /secure.",
      `With a relay: see that ${relayLocation} adds that same path.`,
      again,
    ],
    who: "administrator",
  }),
  "server-login-page": (fact) => ({
    result: "a login page answers",
    meaning: `At ${fact("url")} a web page came back where Jira’s data was expected: a single sign-on, or a filter, stands in between. Inlink’s requests are signed and need no login.`,
    todo: [
      "In the single sign-on or the proxy before Jira, leave out the paths /rest/ and /plugins/servlet/oauth/: Jira checks the signature itself.",
      again,
    ],
    who: "administrator",
  }),
  "server-refused": (fact) => ({
    result: `refused with ${fact("status")}`,
    meaning: `${fact("url")} is open to everybody in a Jira as it comes. Something in front of Jira, such as a web application firewall or a password of the proxy’s, refuses it.`,
    todo: [
      "In that proxy or firewall, let /rest/api/2/ through with the header “Authorization: OAuth …”.",
      again,
    ],
    who: "administrator",
  }),
  "server-unavailable": (fact) => ({
    result: "is not available now",
    meaning: `It answered ${fact("status")}: Jira is starting, in maintenance, or down. Your drafts stay as they are.`,
    todo: [
      fact("retryAfter") === ""
        ? "Wait some minutes and run this again."
        : `Run this again in ${fact("retryAfter")} seconds.`,
      "If it stays like this, look whether Jira opens in a browser, and tell your administrator.",
    ],
    who: "administrator",
  }),
  "server-busy": (fact) => ({
    result: "asks for patience",
    meaning: "Jira, or a proxy, limits how often it is asked (429). Nothing is broken.",
    todo: [
      fact("retryAfter") === ""
        ? "Run this again in a minute."
        : `Run this again in ${fact("retryAfter")} seconds.`,
      "If it happens often: in Jira open “Administration”, “System”, “Security”, “Rate limiting”.",
    ],
    who: "you",
  }),
  "server-not-jira": (fact) => ({
    result: "is something else",
    meaning: `What answers at ${fact("url")} (${[fact("status"), fact("type")].filter((part) => part !== "").join(", ")}) is not Jira.`,
    todo: [
      "Check “baseUrl” and “via” in config.json.",
      `With a relay: check where ${relayLocation} leads.`,
      again,
    ],
    who: "administrator",
  }),
} satisfies Readonly<Partial<Record<FindingCode, Wording>>>;
