/** CORS in front of Jira, in Apache's words. */
import { comment, lines, quoted } from "./lines.ts";
import type { Place } from "./place.ts";
import { corsExposed, corsPaths, corsPreflight } from "./rules.ts";

/** Inside Jira's VirtualHost. */
export function apacheCors({ addin, jira }: Place, reload: string): string {
  const ours = `%{HTTP:Origin} == '${addin.origin}'`;
  const only = quoted(`expr=${ours}`);
  const preflight = quoted(`expr=${ours} && %{REQUEST_METHOD} == 'OPTIONS'`);
  const paths = corsPaths(jira.path);
  return lines(
    comment(
      "Inlink: CORS for the add-in's origin, in front of Jira. For Apache httpd 2.4.",
      "",
      "1. Put this file at /etc/apache2/conf-available/inlink-jira.conf and switch on what it needs: a2enmod headers rewrite",
      "2. At the end of the VirtualHost of Jira, but above rules of its own with [P], add the line: Include conf-available/inlink-jira.conf",
      `3. ${reload}`,
      "",
      "For every other origin, what Jira itself answers stays as it is. ProxyErrorOverride must not be on: Jira's refusals",
      "say why. Uploads: LimitRequestBody, where you set it, must not be below Jira's limit for attachments.",
    ),
    "",
    "RewriteEngine on",
    "RewriteCond %{REQUEST_METHOD} =OPTIONS",
    `RewriteCond %{HTTP:Origin} =${addin.origin}`,
    `RewriteRule "${paths}" - [R=204,L]`,
    `<LocationMatch "${paths}">`,
    ["Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers"].map(
      (name) => `    Header unset ${name} ${only}`,
    ),
    `    Header always set Access-Control-Allow-Origin ${quoted(addin.origin)} ${only}`,
    `    Header always set Access-Control-Expose-Headers ${quoted(corsExposed)} ${only}`,
    corsPreflight.map(([name, value]) => `    Header always set ${name} ${quoted(value)} ${preflight}`),
    "    Header always merge Vary Origin",
    "</LocationMatch>",
  );
}
