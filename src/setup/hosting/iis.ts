/** IIS, as an example that was never run. */
import type { Hosting, ProxyFile } from "./hosting.ts";
import { lines } from "./lines.ts";
import { placeOf, type Place } from "./place.ts";
import {
  ambiguous,
  bodyLimitMegabytes,
  fileGroups,
  notForBrowser,
  notForJira,
  onlyWithFile,
  passing,
  relayGuards,
  signed,
} from "./rules.ts";

/** What an administrator of Jira behind IIS would need for mode "cors" is not among them: CORS there is a module's. */
export function iisFiles(hosting: Hosting): readonly ProxyFile[] {
  const place = placeOf(hosting);
  const text = lines(
    '<?xml version="1.0" encoding="utf-8"?>',
    "<!-- NOT TESTED: an example for IIS 10, to be checked by somebody who knows IIS.",
    "     Inlink: the headers of the add-in's files. web.config of the site whose folder is the add-in's.",
    hosting.mode === "relay" && [
      "     The relay needs the modules URL Rewrite and Application Request Routing (proxy switched on, its setting",
      "     preserveHostHeader on), and the server variables named below allowed in URL Rewrite.",
      "     Application Request Routing must not be given a path that IIS has decoded: test a search with spaces.",
    ],
    "-->",
    "<configuration>",
    "  <system.webServer>",
    hosting.mode === "relay" && relay(place),
    '    <directoryBrowse enabled="false" />',
    "    <security>",
    '      <requestFiltering removeServerHeader="true">',
    `        <requestLimits maxAllowedContentLength="${bodyLimitMegabytes * 1024 * 1024}" />`,
    "      </requestFiltering>",
    "    </security>",
    "  </system.webServer>",
    pages(place),
    "</configuration>",
  );
  return [
    {
      name: "iis-web.config",
      server: "iis",
      text: `${text}\n`,
      place: "As web.config in the folder of the add-in's files, beside taskpane.html",
      tested: false,
    },
  ];
}

/** By file and folder, so that the relay's answers have none of them. */
function pages({ policy }: Place): string {
  const at = (below: string) =>
    below === "/"
      ? ["taskpane.html", "signin.html", "setup.html", "config.json", "app.css", "signin.css"]
      : [below.slice(1, -1)];
  return fileGroups(policy)
    .flatMap(({ below, headers }) =>
      at(below).map((path) =>
        lines(
          `  <location path="${path}">`,
          "    <system.webServer>",
          headers
            .filter(([name]) => onlyWithFile(name))
            .map(
              ([, value]) =>
                `      <staticContent><clientCache cacheControlMode="NoControl" cacheControlCustom="${value}" /></staticContent>`,
            ),
          "      <httpProtocol>",
          "        <customHeaders>",
          '          <remove name="X-Frame-Options" />',
          '          <remove name="X-Powered-By" />',
          headers
            .filter(([name]) => !onlyWithFile(name))
            .map(([name, value]) => `          <add name="${name}" value="${value}" />`),
          "        </customHeaders>",
          "      </httpProtocol>",
          "    </system.webServer>",
          "  </location>",
        ),
      ),
    )
    .join("\n");
}

function relay({ addin, relay: path, jira, upstream }: Place): string {
  const below = path.slice(addin.path.length + 1);
  const line = "{REQUEST_METHOD} {UNENCODED_URL}";
  const variable = (name: string) => name.replaceAll("-", "_").toUpperCase();
  return lines(
    "    <rewrite>",
    "      <rules>",
    '        <rule name="Inlink relay" stopProcessing="true">',
    `          <match url="^${below}/(.*)" ignoreCase="false" />`,
    "          <conditions>",
    `            <add input="${line}" pattern="^${passing(path)}$" ignoreCase="false" />`,
    `            <add input="${line}" pattern="${ambiguous}" negate="true" />`,
    `            <add input="{HTTP_AUTHORIZATION}" pattern="${signed}" />`,
    `            <add input="{UNENCODED_URL}" pattern="^${path}(/.*)$" ignoreCase="false" />`,
    "          </conditions>",
    "          <serverVariables>",
    `            <set name="HTTP_HOST" value="${jira.host}" />`,
    `            <set name="HTTP_ORIGIN" value="${jira.origin}" />`,
    notForJira.map((name) => `            <set name="HTTP_${variable(name)}" value="" />`),
    "          </serverVariables>",
    `          <action type="Rewrite" url="${upstream.origin}${jira.path}{C:1}" appendQueryString="false" />`,
    "        </rule>",
    '        <rule name="Inlink relay, nothing else" stopProcessing="true">',
    `          <match url="^${below}(/|$)" />`,
    '          <action type="CustomResponse" statusCode="403" statusReason="Forbidden" />',
    "        </rule>",
    "      </rules>",
    "      <outboundRules>",
    [...notForBrowser.map((name) => [name, ""] as const), ...relayGuards].map(([name, value]) =>
      lines(
        `        <rule name="Inlink ${name}">`,
        `          <match serverVariable="RESPONSE_${variable(name)}" pattern=".*" />`,
        `          <conditions><add input="{UNENCODED_URL}" pattern="^${path}/" /></conditions>`,
        `          <action type="Rewrite" value="${value}" />`,
        "        </rule>",
      ),
    ),
    "      </outboundRules>",
    "    </rewrite>",
  );
}
