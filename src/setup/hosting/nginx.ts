/** nginx, run with 1.22. */
import { filesOf, type Hosting, type ProxyFile } from "./hosting.ts";
import { certificateFile, comment, indented, lines, quoted, siteFolder } from "./lines.ts";
import { tomcatReminder } from "./tomcatReminder.ts";
import { nginxRelay, nginxRelayMaps } from "./nginxRelay.ts";
import { placeOf, type Place } from "./place.ts";
import {
  bodyLimitMegabytes,
  corsExposed,
  corsPaths,
  corsPreflight,
  fileGroups,
  literal,
  mediaTypes,
  onlyWithFile,
} from "./rules.ts";

const reload = "Check and load it: nginx -t && systemctl reload nginx";

export function nginxFiles(hosting: Hosting): readonly ProxyFile[] {
  const place = placeOf(hosting);
  const file = filesOf("nginx");
  const addin = file(
    "nginx-addin.conf",
    "On the add-in's host: /etc/nginx/conf.d/inlink.conf",
    addinHost(place, hosting.mode === "relay"),
  );
  switch (hosting.mode) {
    case "relay":
      return [addin];
    case "same-origin":
      return [
        file(
          "nginx-jira.conf",
          "On Jira's proxy: /etc/nginx/snippets/inlink.conf, with a line `include snippets/inlink.conf;` in Jira's server block",
          onJirasHost(place),
        ),
      ];
    case "cors":
      return [
        addin,
        file("nginx-jira-map.conf", "On Jira's proxy: /etc/nginx/conf.d/inlink-map.conf", corsMaps(place)),
        file(
          "nginx-jira.conf",
          "On Jira's proxy: /etc/nginx/snippets/inlink.conf, with a line `include snippets/inlink.conf;` in the location block that has proxy_pass to Jira",
          corsSnippet(),
        ),
      ];
  }
}

function addinHost(place: Place, withRelay: boolean): string {
  const { addin } = place;
  return lines(
    comment(
      `Inlink: the host of the add-in's files${withRelay ? ", and the relay to Jira" : ""}. For nginx.`,
      "",
      "1. Put this file at /etc/nginx/conf.d/inlink.conf",
      `2. Put the files of dist/, with config.json, into ${siteFolder}`,
      "3. Change the two paths with CHANGE-ME to your certificate and its key.",
      ...(withRelay
        ? [
            "   This host must find Jira by its name; where it cannot, run set-up with --upstream. A certificate of an authority",
            "   of your own is told below, where the relay is.",
          ]
        : []),
      `4. ${reload}`,
      "",
      `Strict-Transport-Security is yours to decide, as it binds every service on ${addin.name}.`,
    ),
    "",
    withRelay && [nginxRelayMaps(place), ""],
    "server {",
    "    # nginx 1.25 and later warns of http2 in these two lines, and takes it; its own form is a line: http2 on;",
    `    listen ${addin.port} ssl http2;`,
    `    listen [::]:${addin.port} ssl http2; # delete this line where the system has no IPv6`,
    `    server_name ${addin.name};`,
    `    ssl_certificate     ${certificateFile(addin.name, "crt")};`,
    `    ssl_certificate_key ${certificateFile(addin.name, "key")};`,
    "    ssl_protocols TLSv1.2 TLSv1.3;",
    "",
    withRelay && [indented(nginxRelay(place), "    "), ""],
    indented(files(place), "    "),
    addin.path !== "" && ["", "    location / {", "        return 404;", "    }"],
    "}",
  );
}

function onJirasHost(place: Place): string {
  const { addin } = place;
  return lines(
    comment(
      `Inlink: the add-in's files on Jira's own host, below ${addin.path}/. For nginx.`,
      "",
      "1. Put this file at /etc/nginx/snippets/inlink.conf",
      "2. In the server block of Jira, add the line: include snippets/inlink.conf;",
      `3. Put the files of dist/, with config.json, into ${siteFolder}`,
      `4. ${reload}`,
      "",
      "Headers that your server block adds to everything do not reach these locations: repeat",
      "Strict-Transport-Security here if you send it. Never add X-Frame-Options: Outlook shows the pages in a frame.",
      "",
    ),
    tomcatReminder(place, "proxy_set_header Host $host;"),
    "",
    files(place),
  );
}

/** One location a group: a location that adds a header of its own inherits none. */
function files({ addin, policy }: Place): string {
  const types = mediaTypes.map(([type, ending]) => `${type} ${ending};`).join(" ");
  return fileGroups(policy)
    .map(({ below, headers }) =>
      lines(
        `location ^~ ${addin.path}${below} {`,
        `    alias ${siteFolder}${below};`,
        "    limit_except GET { deny all; }", // HEAD is part of GET
        "    autoindex off;",
        `    types { ${types} }`,
        "    default_type application/octet-stream;",
        "    charset utf-8;",
        "    charset_types text/javascript text/css text/plain application/json text/xml;",
        "    gzip on;",
        "    gzip_types text/javascript text/css application/json image/svg+xml;",
        "    gzip_vary on;",
        headers.map(
          ([name, value]) => `    add_header ${name} ${quoted(value)}${onlyWithFile(name) ? "" : " always"};`,
        ),
        "}",
      ),
    )
    .join("\n");
}

function corsMaps({ addin, jira }: Place): string {
  const theirs = (header: string) => `$upstream_http_access_control_${header}`;
  return lines(
    comment(
      "Inlink: which requests are the add-in's. For nginx; nginx-jira.conf builds on it.",
      "",
      "1. Put this file at /etc/nginx/conf.d/inlink-map.conf",
    ),
    "",
    comment("The add-in's origin, where it asks for a path that is open to it; empty for all else."),
    'map "$http_origin $uri" $inlink_origin {',
    '    default "";',
    `    "~^${literal(addin.origin)} ${corsPaths(jira.path).slice(1)}" ${quoted(addin.origin)};`,
    "}",
    'map "$request_method $inlink_origin" $inlink_preflight {',
    "    default 0;",
    `    "~^OPTIONS ${literal(addin.origin)}$" 1;`,
    "}",
    comment("For every other origin, what Jira itself answers stays as it is."),
    "map $inlink_origin $inlink_allow_origin {",
    "    default $inlink_origin;",
    `    "" ${theirs("allow_origin")};`,
    "}",
    "map $inlink_origin $inlink_allow_credentials {",
    '    default "";',
    `    "" ${theirs("allow_credentials")};`,
    "}",
    "map $inlink_origin $inlink_expose_headers {",
    `    default ${quoted(corsExposed)};`,
    `    "" ${theirs("expose_headers")};`,
    "}",
    "map $uri $inlink_vary {",
    '    default "";',
    `    "~${corsPaths(jira.path)}" Origin;`,
    "}",
  );
}

function corsSnippet(): string {
  return lines(
    comment(
      "Inlink: CORS for the add-in's origin, in front of Jira. For nginx.",
      "",
      "1. Put this file at /etc/nginx/snippets/inlink.conf",
      "2. In the location block that has proxy_pass to Jira, add the line: include snippets/inlink.conf;",
      "   If Jira has several such blocks, each that leads to /rest/ or /plugins/servlet/oauth/ needs it.",
      `3. ${reload}`,
      "",
      "A location that adds a header of its own inherits none: repeat in it what your server block adds to everything,",
      "such as Strict-Transport-Security. An error_page of yours must not take the place of Jira's refusals.",
      `Uploads: client_max_body_size must not be below Jira's limit for attachments, for example ${bodyLimitMegabytes}m.`,
    ),
    "",
    "proxy_hide_header Access-Control-Allow-Origin;",
    "proxy_hide_header Access-Control-Allow-Credentials;",
    "proxy_hide_header Access-Control-Expose-Headers;",
    "add_header Access-Control-Allow-Origin $inlink_allow_origin always;",
    "add_header Access-Control-Allow-Credentials $inlink_allow_credentials always;",
    "add_header Access-Control-Expose-Headers $inlink_expose_headers always;",
    "add_header Vary $inlink_vary always;",
    "if ($inlink_preflight) {",
    "    add_header Access-Control-Allow-Origin $inlink_origin always;",
    corsPreflight.map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`),
    "    add_header Vary Origin always;",
    "    return 204;",
    "}",
  );
}
