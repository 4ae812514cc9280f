/** The relay rule in Apache's words. */
import { authorities, comment, lines, quoted } from "./lines.ts";
import { usualPort, type Place } from "./place.ts";
import {
  ambiguous,
  answerSeconds,
  bodyLimitMegabytes,
  connectSeconds,
  notForBrowser,
  notForJira,
  passing,
  relayGuards,
  relayRefusal,
  signed,
} from "./rules.ts";

/** Inside the VirtualHost. */
export function apacheRelay(place: Place): string {
  const { relay, jira, upstream } = place;
  const secure = upstream.scheme === "https";
  return lines(
    comment(
      "The relay: a narrow way to Jira, for requests that Inlink signed. Path and query are part of what is signed, so",
      "they go on byte for byte (nocanon).",
    ),
    `ProxyPass "${relay}/" "${connectTo(place)}${jira.path}/" nocanon disablereuse=on retry=0 connectiontimeout=${connectSeconds} timeout=${answerSeconds}`,
    "ProxyAddHeaders Off",
    secure ? [...verified, ...named(place)] : "ProxyPreserveHost On",
    comment(
      "Nothing is passed to Jira but this, whichever way it came to be passed: the request's first line is looked at as",
      "it was sent.",
    ),
    '<Proxy "*">',
    `    Require expr "%{THE_REQUEST} =~ m#^${passing(relay)} HTTP/# && ! %{THE_REQUEST} =~ m#${ambiguous}# && %{HTTP:Authorization} =~ m#${signed}#i"`,
    "</Proxy>",
    `<Location "${relay}/">`,
    `    ErrorDocument 403 ${quoted(relayRefusal)}`,
    `    LimitRequestBody ${bodyLimitMegabytes * 1024 * 1024}`,
    !secure && `    RequestHeader set Host ${quoted(jira.host)}`,
    "    # Without Jira's own Origin, Jira refuses every POST of a browser (XSRF check).",
    `    RequestHeader set Origin ${quoted(jira.origin)}`,
    notForJira.map((name) => `    RequestHeader unset ${name}`),
    notForBrowser.map((name) => `    Header unset ${name}`),
    relayGuards.flatMap(([name, value]) => [
      `    Header unset ${name}`,
      `    Header always set ${name} ${quoted(value)}`,
    ]),
    "</Location>",
  );
}

/**
 * With TLS, Apache takes the name that it asks for and checks from the address that it connects to; so this is Jira's
 * own name, whatever the upstream is called.
 */
function connectTo({ jira, upstream }: Place): string {
  if (upstream.scheme === "http") return `http://${upstream.name}:${upstream.port}`;
  return `https://${jira.name}${upstream.port === usualPort("https") ? "" : `:${upstream.port}`}`;
}

function named({ jira, upstream }: Place): readonly string[] {
  if (upstream.name === jira.name) return [];
  return [
    `# To connect to ${upstream.name} and yet check the certificate for ${jira.name}, Apache needs to be told by the`,
    `# system where that is: add the line "${upstream.name} ${jira.name}" (an IP address first) to /etc/hosts.`,
  ];
}

const verified = [
  "SSLProxyEngine on",
  "SSLProxyProtocol -all +TLSv1.2 +TLSv1.3",
  "SSLProxyVerify require",
  "SSLProxyVerifyDepth 3",
  "SSLProxyCheckPeerName on",
  "SSLProxyCheckPeerExpire on",
  "# If Jira's certificate comes from your own authority, name a file with that authority's certificate.",
  `SSLProxyCACertificateFile ${authorities}`,
];
