import type { FindingCode } from "../../../core/doctor/codes.ts";
import { again, allowlist, browserPolicy, jirasProxy, relayLocation } from "./screens.ts";
import type { FactOf, Wording } from "./wording.ts";

const ways: Readonly<Record<string, string>> = {
  relay: "through the relay on the add-in’s own host",
  "same-origin": "on Jira’s own host",
  edge: "straight to Jira",
};
const way = (fact: FactOf) => ways[fact("mode")] ?? "";
const noSignOn = (host: string) =>
  `In the single sign-on or the proxy before ${host}, leave out the paths /rest/ and /plugins/servlet/oauth/: Jira checks the signature itself.`;
const localMeaning = (fact: FactOf) =>
  `${fact("host")} is an address of your own network, and Inlink’s page comes from the internet. Chrome and Edge (from version 142 on) let such a page through only with permission.`;
const otherWays = (fact: FactOf) =>
  `Or reach Jira by the relay: set "via" in config.json to a path of ${fact("origin")}, as set-up does in its mode “relay”.`;

export const reachWords = {
  "reach-works": (fact) => ({ result: `open, ${way(fact)}` }),
  "reach-relay-missing": (fact) => ({
    result: "the relay is not there",
    meaning: `${fact("host")} answered ${fact("status")}, as it does for any file that it does not have. So the rule that leads to Jira is missing in its configuration, or stands below another one that wins.`,
    todo: [`Look at ${relayLocation}. Check and reload the web server’s configuration.`, again],
    who: "administrator",
  }),
  "reach-relay-refuses": (fact) => ({
    result: "the relay refuses",
    meaning: `The relay on ${fact("host")} answered ${fact("status")}: its rule does not let this request through to Jira.`,
    todo: [
      `Compare ${relayLocation} with what set-up writes. GET /rest/api/2/… with “Authorization: OAuth …” must pass.`,
      again,
    ],
    who: "administrator",
  }),
  "reach-gateway": (fact) => ({
    result: "the proxy gets no answer from Jira",
    meaning: `${fact("host")} answered ${fact("status")}: it is there, and does not reach the Jira behind it. Jira may be down or starting, or the address that the proxy connects to is wrong.`,
    todo: [
      "See whether Jira opens in a browser.",
      fact("mode") === "relay"
        ? `Check where ${relayLocation} connects to (proxy_pass, ProxyPass, reverse_proxy), and that server’s certificate.`
        : "Check where the proxy in front of Jira connects to, and Jira’s own log.",
      again,
    ],
    who: "administrator",
  }),
  "reach-cors-missing": (fact) => ({
    result: "the browser may not read Jira’s answers",
    meaning: `${fact("host")} answers, but without the CORS headers that let a page of ${fact("origin")} read it. A stock Jira has none for the paths of OAuth.`,
    todo: [
      `Add the headers at ${jirasProxy}, for the origin ${fact("origin")}.`,
      allowlist(fact("origin")),
      otherWays(fact),
    ],
    who: "administrator",
  }),
  "reach-preflight-refused": (fact) => ({
    result: "Jira’s side refuses the preflight",
    meaning: `${fact("host")} may be read from ${fact("origin")}, but the browser’s question in advance (OPTIONS) is not answered, or does not allow the header Authorization.`,
    todo: [
      `At ${jirasProxy}, answer OPTIONS with 204 and Access-Control-Allow-Headers: Authorization, Content-Type, X-Atlassian-Token.`,
      `${allowlist(fact("origin"))} If preflights still fail, tick “Allow anonymous users” there as well.`,
      again,
    ],
    who: "administrator",
  }),
  "reach-nothing-answers": (fact) => ({
    result: "nothing answers",
    meaning: `The browser got no answer from ${fact("host")}. It does not say why. It is one of these: the name is not known (DNS), the port is closed or a firewall blocks it, or the certificate is not trusted.`,
    todo: [
      `Open ${fact("url")} in a tab of the same browser: a warning there means the certificate, “not found” the name, “refused” or a long wait the firewall.`,
      "If you have to be in the company’s network or VPN, connect to it.",
      "Check “baseUrl” and “via” in config.json for a mistyped name.",
    ],
    who: "administrator",
  }),
  "reach-cut": (fact) => ({
    result: "the connection breaks off",
    meaning: `${fact("host")} handed out this page, but cut the connection when asked for Jira. You may have gone offline in between; otherwise the web server, or a filter before it, breaks off.`,
    todo: [
      "Check your connection, and run this again.",
      `Look into the web server’s log on ${fact("host")}.`,
    ],
    who: "administrator",
  }),
  "reach-timeout": (fact) => ({
    result: "no answer in time",
    meaning: `${fact("host")} took longer than 15 seconds. A firewall that drops packets looks like this, and so does a Jira that is starting or overloaded.`,
    todo: [
      `Open ${fact("url")} in a tab of the same browser.`,
      "Check the firewall between them, and Jira’s load.",
      again,
    ],
    who: "administrator",
  }),
  "reach-page-policy": (fact) => ({
    result: "forbidden by the page’s own policy",
    meaning: `The Content-Security-Policy that comes with Inlink’s pages does not list ${fact("host")} in connect-src. It was written for another Jira address.`,
    todo: [
      `Where the web server of ${fact("origin")} sends Content-Security-Policy, add the origin of ${fact("url")} to connect-src. Running set-up again writes it.`,
      "Then reload the pane.",
    ],
    who: "administrator",
  }),
  "reach-local-network-denied": (fact) => ({
    result: "the browser forbids the local network",
    meaning: `${localMeaning(fact)} It has been refused for this page.`,
    todo: [
      "For yourself: press the symbol left of the address, “Site settings”, and allow “Local network access” for Outlook’s page.",
      `For everybody: ${browserPolicy(fact("origin"))}`,
      otherWays(fact),
    ],
    who: "administrator",
  }),
  "reach-local-network-frame": (fact) => ({
    result: "the browser forbids the local network",
    meaning: `${localMeaning(fact)} Outlook’s page does not pass that permission on to add-ins, so you are not even asked. Outlook on the web of Exchange on-premises is known for it.`,
    todo: [browserPolicy(fact("origin")), otherWays(fact)],
    who: "administrator",
  }),
  "reach-local-network-prompt": (fact) => ({
    result: "the browser waits for your permission",
    meaning: `${localMeaning(fact)} It is asking you, and has had no answer.`,
    todo: [
      "Look for the browser’s question about devices on your local network, press “Allow”, and run this again.",
      `So that nobody is asked: ${browserPolicy(fact("origin"))}`,
    ],
    who: "you",
  }),
  "reach-redirect-http": (fact) => ({
    result: "sent on to https",
    meaning: `${fact("url")} sends everybody on to another address, probably from http to https. A signed request must not be sent on: its signature is for one address.`,
    todo: ["Write “baseUrl” and “via” of config.json with https://.", again],
    who: "administrator",
  }),
  "reach-redirect": (fact) => ({
    result: "sent elsewhere",
    meaning: `${fact("url")} sends the browser on to another address, and does not say where. It is one of these: a single sign-on before Jira, a proxy that sends http to https, or a context path (such as /jira) that is missing in “baseUrl”.`,
    todo: [
      noSignOn("Jira"),
      "Compare “baseUrl” in config.json with the address that Jira’s start page has in a browser: scheme, host, port and path.",
      again,
    ],
    who: "administrator",
  }),
  "reach-redirect-own-host": (fact) => ({
    result: "the add-in’s own host sends you to a login",
    meaning: `${fact("host")} sends on every request for a file, as a single sign-on does. Outlook cannot log in there.`,
    todo: [
      `In the single sign-on before ${fact("host")}, leave out the folder of Inlink’s files and its relay.`,
      again,
    ],
    who: "administrator",
  }),
  "reach-login-own-host": (fact) => ({
    result: "the add-in’s own host asks for a login",
    meaning: `${fact("host")} answered ${fact("status")} for every file: it wants a password of its own, for which Outlook cannot ask.`,
    todo: [
      `On the web server of ${fact("host")}, take the password away from the folder of Inlink’s files and its relay.`,
      again,
    ],
    who: "administrator",
  }),
} satisfies Readonly<Partial<Record<FindingCode, Wording>>>;
