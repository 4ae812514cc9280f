/** Where an administrator finds what a step is about: Jira's screens by Atlassian's own words, and the proxies' settings. */

export const applicationLinks =
  "In Jira open “Administration” (the cog), “Applications”, “Application links”.";

/** @param rest of the sentence: what to do there. */
export function incomingAuthentication(rest: string): string {
  return `${applicationLinks} Press the pencil (“Edit”) beside Inlink, choose “Incoming Authentication”, and ${rest}.`;
}

export function allowlist(origin: string): string {
  return `In Jira open “Administration”, “System”, “Security”, “Allowlist” (in old versions “Whitelist”). Add ${origin} as “Exact match”, without a slash at its end, and tick “Allow Incoming”.`;
}

export const generalConfiguration =
  "In Jira open “Administration”, “System”, “General configuration” and look at “Base URL”.";

/** The configuration that set-up writes for the relay. */
export const relayLocation =
  "the location whose path ends in /jira-relay/, on the web server that has Inlink’s files (nginx-addin.conf, apache-addin.conf or caddy-addin.Caddyfile of set-up)";

export const jirasProxy =
  "the proxy in front of Jira (nginx-jira.conf, apache-jira.conf or caddy-jira.Caddyfile of set-up)";

/** @param attributes as in server.xml: `scheme="https"`. */
export function connector(attributes: string): string {
  return `On Jira’s server open conf/server.xml and give Tomcat’s Connector ${attributes}. Then restart Jira.`;
}

/** @param origin of the page that asks: whom the policy goes by. */
export function browserPolicy(origin: string): string {
  return `Set the policy LocalNetworkAccessAllowedForUrls (from version 146 on also LocalNetworkAllowedForUrls) of Edge and Chrome to ${origin}, the address of Inlink’s files. Set-up writes it as browser-policy.reg.`;
}

export const again = "Then press “Check again”.";
