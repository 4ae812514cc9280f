/** What the admin of Jira's proxy has surely done, and what breaks every signature where not. facts: Tomcat's connector. */
import { comment } from "./lines.ts";
import type { Place } from "./place.ts";

/** @param host how this server passes the Host header on. */
export function tomcatReminder({ jira }: Pick<Place, "jira">, host: string): string {
  return comment(
    "Jira must know the address that people open, or every signature fails. In Tomcat's server.xml the connector has",
    `  proxyName="${jira.name}" proxyPort="${jira.port}" scheme="${jira.scheme}" secure="${String(jira.scheme === "https")}"`,
    `and your proxy passes the Host header on: ${host}`,
  );
}
