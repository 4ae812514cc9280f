/** The relay rule in nginx's words. */
import { authorities, comment, lines, quoted } from "./lines.ts";
import type { Place } from "./place.ts";
import {
  ambiguous,
  answerSeconds,
  bodyLimitMegabytes,
  connectSeconds,
  literal,
  notForBrowser,
  notForJira,
  passing,
  relayGuards,
  relayRefusal,
  signed,
} from "./rules.ts";

/** Outside the server block. */
export function nginxRelayMaps({ relay, jira, upstream }: Place): string {
  return lines(
    comment("Where the relay connects to."),
    "upstream inlink_jira {",
    `    server ${upstream.name}:${upstream.port};`,
    "}",
    comment("What passes the relay. $request_uri is the path as it came: nothing decoded, nothing merged."),
    'map "$request_method $request_uri" $inlink_passes {',
    "    default 0;",
    `    ${quoted(`~${ambiguous}`)} 0;`,
    `    ${quoted(`~^${passing(relay)}$`)} 1;`,
    "}",
    "map $http_authorization $inlink_signed {",
    "    default 0;",
    `    ${quoted(`~*${signed}`)} 1;`,
    "}",
    comment("Path and query are part of what is signed, so they go on byte for byte."),
    "map $request_uri $inlink_target {",
    `    ${quoted(`~^${literal(relay)}(?<inlink_rest>/.*)$`)} ${jira.path}$inlink_rest;`,
    "}",
  );
}

/** Inside the server block. */
export function nginxRelay(place: Place): string {
  const { relay, jira, upstream } = place;
  return lines(
    comment("The relay: a narrow way to Jira, for requests that Inlink signed."),
    `location ^~ ${relay}/ {`,
    "    default_type text/plain;",
    relayGuards.map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`),
    `    if ($inlink_passes = 0) { return 403 ${quoted(`${relayRefusal}\\n`)}; }`,
    `    if ($inlink_signed = 0) { return 403 ${quoted(`${relayRefusal}\\n`)}; }`,
    "",
    `    proxy_pass ${upstream.scheme}://inlink_jira$inlink_target;`,
    upstream.scheme === "https" && verified(jira.name),
    `    proxy_set_header Host ${jira.host};`,
    "    # Without Jira's own Origin, Jira refuses every POST of a browser (XSRF check).",
    `    proxy_set_header Origin ${jira.origin};`,
    "    # The one that was looked at, should there be two.",
    "    proxy_set_header Authorization $http_authorization;",
    notForJira.map((name) => `    proxy_set_header ${name} "";`),
    notForBrowser.map((name) => `    proxy_hide_header ${name};`),
    relayGuards.map(([name]) => `    proxy_hide_header ${name};`),
    "    proxy_http_version 1.1;",
    "    proxy_redirect off;",
    "    proxy_intercept_errors off;",
    "    # A signature is used once: no request is sent a second time.",
    "    proxy_next_upstream off;",
    `    proxy_connect_timeout ${connectSeconds}s;`,
    `    proxy_send_timeout ${answerSeconds}s;`,
    `    proxy_read_timeout ${answerSeconds}s;`,
    `    client_max_body_size ${bodyLimitMegabytes}m;`,
    "}",
  );
}

function verified(name: string): readonly string[] {
  return [
    "    proxy_ssl_server_name on;",
    `    proxy_ssl_name ${name};`,
    "    proxy_ssl_verify on;",
    "    proxy_ssl_verify_depth 3;",
    "    proxy_ssl_protocols TLSv1.2 TLSv1.3;",
    "    # If Jira's certificate comes from your own authority, name a file with that authority's certificate.",
    `    proxy_ssl_trusted_certificate ${authorities};`,
  ];
}
