import type { FindingCode } from "../../../core/doctor/codes.ts";
import { again, connector, incomingAuthentication, relayLocation } from "./screens.ts";
import type { FactOf, Wording, Words } from "./wording.ts";

/** @param part as it is called on screen. */
function differs(part: string, todo: (fact: FactOf) => readonly string[]): Wording {
  return (fact): Words => ({
    result: `Jira believes in another ${part}`,
    meaning: `Inlink signed for ${fact("oursAddress")}; Jira believes that it was asked at ${fact("theirsAddress")}. The ${part} differs: ${fact("ours")} with Inlink, ${fact("theirs")} with Jira. So every signature is refused.`,
    todo: [...todo(fact), again],
    who: "administrator",
  });
}

const compareBaseUrl = (fact: FactOf) =>
  `If ${fact("theirsAddress").split("/plugins/")[0] ?? ""} is the address that people open, write that as “baseUrl” into config.json instead.`;

export const signatureWords = {
  "signature-accepted": () => ({ result: "accepted" }),
  "signature-method-differs": differs("method", () => [
    "A proxy turns the request into another kind. In nginx, proxy_cache does so (proxy_cache_convert_head off;). Take the cache away from /rest/ and /plugins/.",
  ]),
  "signature-scheme-differs": differs("scheme", (fact) => [
    connector(
      `scheme="${fact("ours")}" secure="${String(fact("ours") === "https")}" proxyName="${hostOf(fact)}" proxyPort="${portOf(fact)}"`,
    ),
    compareBaseUrl(fact),
  ]),
  "signature-host-differs": differs("host", (fact) => [
    `Pass Jira’s own name on: in ${relayLocation} Host must be ${hostOf(fact)} (nginx: proxy_set_header Host ${hostOf(fact)};).`,
    connector(`proxyName="${hostOf(fact)}" proxyPort="${portOf(fact)}"`),
    compareBaseUrl(fact),
  ]),
  "signature-port-differs": differs("port", (fact) => [
    connector(`proxyName="${hostOf(fact)}" proxyPort="${portOf(fact)}"`),
    compareBaseUrl(fact),
  ]),
  "signature-path-differs": differs("path", (fact) => [
    "Jira’s context path must be the same everywhere: in “baseUrl” of config.json, in the proxy, and in Tomcat’s conf/server.xml (Context path=…). A proxy must not cut it off or add it.",
    compareBaseUrl(fact),
  ]),
  "signature-parameters-differ": (fact) => ({
    result: "Jira saw other parameters",
    meaning: `On the way to Jira the request’s parameters were changed. ${changes(fact)} So every signature is refused.`,
    todo: [
      "Find the proxy, the content network or the firewall that adds, drops or rewrites parameters, and let /rest/ and /plugins/servlet/oauth/ through as they are.",
      "In Tomcat’s conf/server.xml take useBodyEncodingForURI away from the Connector.",
      again,
    ],
    who: "administrator",
  }),
  "signature-other-key": (fact) => ({
    result: "the link has another public key",
    meaning: `Address and parameters agree, so it is the key: the public key in Jira’s link “${fact("consumerKey")}” is not the other half of the private key in config.json. Every signature is refused.`,
    todo: [
      incomingAuthentication(
        "replace “Public Key” by the one that set-up printed (jira.html, public-key.pem)",
      ),
      again,
    ],
    who: "administrator",
  }),
  "signature-unexplained": (fact) => ({
    result: "refused, without a reason",
    meaning:
      "Jira refused the signature and did not show its own base string, so it cannot be told which it is: another public key in the link, or another address that Jira believes in.",
    todo: [
      incomingAuthentication(`compare “Public Key” of “${fact("consumerKey")}” with set-up’s jira.html`),
      connector("scheme, proxyName and proxyPort as in “baseUrl” of config.json"),
      again,
    ],
    who: "administrator",
  }),

  "clock-agrees": () => ({ result: "agree" }),
  "clock-off": (fact) => ({
    result: `${apart(fact)} apart`,
    meaning: `Jira’s clock is ${apart(fact)} ${Number(fact("ahead")) > 0 ? "ahead of" : "behind"} this device’s. ${whose(fact)} Inlink corrects for it, so everything works, a little slower.`,
    todo: [mendClock(fact)],
    who: fact("wrong") === "jira" ? "administrator" : "you",
  }),
  "clock-refused": (fact) => ({
    result: "too far apart",
    meaning: `Jira refuses requests whose time is more than five minutes off, and correcting for it did not help. ${whose(fact)}`,
    todo: [mendClock(fact), again],
    who: fact("wrong") === "device" ? "you" : "administrator",
  }),
} satisfies Readonly<Partial<Record<FindingCode, Wording>>>;

function hostOf(fact: FactOf): string {
  return new URL(fact("oursAddress")).hostname;
}

function portOf(fact: FactOf): string {
  const { port, protocol } = new URL(fact("oursAddress"));
  return port || (protocol === "https:" ? "443" : "80");
}

function changes(fact: FactOf): string {
  const parts = [
    ["Added", "extra"],
    ["Lost", "missing"],
    ["Changed", "changed"],
  ] as const;
  return parts
    .filter(([, name]) => fact(name) !== "")
    .map(([verb, name]) => `${verb}: ${fact(name)}.`)
    .join(" ");
}

function apart(fact: FactOf): string {
  const minutes = Math.round(Math.abs(Number(fact("ahead"))) / 60);
  return minutes >= 120 ? `${Math.round(minutes / 60)} hours` : `${minutes} minutes`;
}

function whose(fact: FactOf): string {
  if (fact("wrong") === "device")
    return "The add-in’s host agrees with Jira, so this device’s clock is wrong.";
  if (fact("wrong") === "jira") return "The add-in’s host agrees with this device, so Jira’s clock is wrong.";
  return "Which of the two is wrong cannot be told from here.";
}

function mendClock(fact: FactOf): string {
  if (fact("wrong") === "jira") return "Set the clock of Jira’s server by a time service (NTP).";
  const device = "Let this device set its clock by itself: “Date and time” in its settings.";
  return fact("wrong") === "device" ? device : `${device} And see that Jira’s server does so (NTP).`;
}
