/** Apache httpd 2.4, run with 2.4.6x. */
import { apacheCors } from "./apacheCors.ts";
import { apacheRelay } from "./apacheRelay.ts";
import { filesOf, type Hosting, type ProxyFile } from "./hosting.ts";
import { certificateFile, comment, indented, lines, quoted, siteFolder } from "./lines.ts";
import { placeOf, type Place } from "./place.ts";
import { fileGroups, literal, mediaTypes, onlyWithFile } from "./rules.ts";
import { tomcatReminder } from "./tomcatReminder.ts";

const reload = "Check and load it: apachectl configtest && systemctl reload apache2";
const onJirasProxy =
  "On Jira's proxy: /etc/apache2/conf-available/inlink-jira.conf, with a line `Include conf-available/inlink-jira.conf` at the end of Jira's VirtualHost";

export function apacheFiles(hosting: Hosting): readonly ProxyFile[] {
  const place = placeOf(hosting);
  const file = filesOf("apache");
  const addin = file(
    "apache-addin.conf",
    "On the add-in's host: /etc/apache2/sites-available/inlink.conf, then a2ensite inlink",
    addinHost(place, hosting.mode === "relay"),
  );
  switch (hosting.mode) {
    case "relay":
      return [addin];
    case "same-origin":
      return [file("apache-jira.conf", onJirasProxy, onJirasHost(place))];
    case "cors":
      return [addin, file("apache-jira.conf", onJirasProxy, apacheCors(place, reload))];
  }
}

function addinHost(place: Place, withRelay: boolean): string {
  const { addin } = place;
  const modules = `ssl headers deflate${withRelay ? " proxy proxy_http" : ""}`;
  return lines(
    comment(
      `Inlink: the host of the add-in's files${withRelay ? ", and the relay to Jira" : ""}. For Apache httpd 2.4.`,
      "",
      `1. Put this file at /etc/apache2/sites-available/inlink.conf and switch it on: a2enmod ${modules} && a2ensite inlink`,
      `2. Put the files of dist/, with config.json, into ${siteFolder}`,
      "3. Change the two paths with CHANGE-ME to your certificate and its key.",
      `4. ${reload}`,
      "",
      `Strict-Transport-Security is yours to decide, as it binds every service on ${addin.name}.`,
    ),
    "",
    addin.port !== 443 && [`Listen ${addin.port} https`],
    `<VirtualHost *:${addin.port}>`,
    `    ServerName ${addin.name}`,
    "    SSLEngine on",
    `    SSLCertificateFile    ${certificateFile(addin.name, "crt")}`,
    `    SSLCertificateKeyFile ${certificateFile(addin.name, "key")}`,
    "    SSLProtocol -all +TLSv1.2 +TLSv1.3",
    "    TraceEnable off",
    "",
    withRelay && [indented(apacheRelay(place), "    "), ""],
    indented(files(place), "    "),
    addin.path !== "" && ["", `    RedirectMatch 404 "^/(?!${literal(addin.path.slice(1))}/)"`],
    "</VirtualHost>",
  );
}

function onJirasHost(place: Place): string {
  const { addin } = place;
  return lines(
    comment(
      `Inlink: the add-in's files on Jira's own host, below ${addin.path}/. For Apache httpd 2.4.`,
      "",
      "1. Put this file at /etc/apache2/conf-available/inlink-jira.conf and switch on what it needs: a2enmod headers deflate",
      "2. At the end of the VirtualHost of Jira, add the line: Include conf-available/inlink-jira.conf",
      `3. Put the files of dist/, with config.json, into ${siteFolder}`,
      `4. ${reload}`,
      "",
    ),
    tomcatReminder(place, "ProxyPreserveHost On"),
    "",
    "# No answer repeats what a browser sent.",
    "TraceEnable off",
    `<Location "${addin.path}/">`,
    '    ProxyPass "!"',
    "</Location>",
    files(place),
  );
}

/** By folder on disk, not by path: what the relay answers is in none of them. */
function files({ addin, policy }: Place): string {
  const groups = [...fileGroups(policy)].reverse(); // a later, inner section wins
  return lines(
    `Alias "${addin.path}/" "${siteFolder}/"`,
    groups.map(({ below, headers }) =>
      lines(
        `<Directory "${siteFolder}${below.replace(/\/$/, "")}">`,
        below === "/" && general,
        headers
          .filter(([name]) => below === "/" || onlyWithFile(name))
          .map(
            ([name, value]) =>
              `    Header ${onlyWithFile(name) ? "set" : "always set"} ${name} ${quoted(value)}`,
          ),
        "</Directory>",
      ),
    ),
  );
}

const general = [
  "    Require method GET HEAD",
  "    AllowOverride None",
  "    Options None",
  "    DirectoryIndex disabled",
  ...mediaTypes.map(([type, ending]) => `    AddType ${type} .${ending}`),
  "    AddDefaultCharset Off",
  "    AddCharset utf-8 .html .js .css .json .xml .txt",
  "    AddOutputFilterByType DEFLATE text/html text/javascript text/css application/json image/svg+xml",
  "    # Outlook shows the pages in a frame; who may is said by Content-Security-Policy.",
  "    Header unset X-Frame-Options",
  "    Header always unset X-Frame-Options",
];
