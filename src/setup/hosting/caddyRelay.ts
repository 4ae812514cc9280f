/** The relay rule in Caddy's words. */
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

/** Inside the site block. */
export function caddyRelay(place: Place): string {
  const { relay, jira, upstream } = place;
  const line = `({http.request.method} + " " + {http.request.orig_uri})`;
  return lines(
    comment(
      "The relay: a narrow way to Jira, for requests that Inlink signed. They are looked at as they came (orig_uri), and",
      "go on byte for byte: path and query are part of what is signed.",
    ),
    "@inlink_passes expression `",
    `	${line}.matches(r"^${passing(relay)}$")`,
    `	&& !${line}.matches(r"${ambiguous}")`,
    `	&& {http.request.header.Authorization}.matches(r"(?i)${signed}")`,
    "`",
    `handle ${relay}/* {`,
    relayGuards.map(([name, value]) => `	header ${name} ${quoted(value)}`),
    "	handle @inlink_passes {",
    `		uri path_regexp ^${literal(relay)} ${jira.path === "" ? '""' : jira.path}`,
    "		request_body {",
    `			max_size ${bodyLimitMegabytes}MB`,
    "		}",
    `		reverse_proxy ${upstream.scheme}://${upstream.name}:${upstream.port} {`,
    `			header_up Host ${jira.host}`,
    "			# Without Jira's own Origin, Jira refuses every POST of a browser (XSRF check).",
    `			header_up Origin ${jira.origin}`,
    "			# The one that was looked at, should there be two.",
    "			header_up Authorization {http.request.header.Authorization}",
    notForJira.map((name) => `			header_up -${name}`),
    [...notForBrowser, ...relayGuards.map(([name]) => name)].map((name) => `			header_down -${name}`),
    "			transport http {",
    "				versions 1.1",
    "				# A signature is used once: no connection that may be gone is used again.",
    "				keepalive off",
    `				dial_timeout ${connectSeconds}s`,
    `				response_header_timeout ${answerSeconds}s`,
    upstream.scheme === "https" && [
      `				tls_server_name ${jira.name}`,
      "				# If Jira's certificate comes from your own authority, name a file with that authority's certificate.",
      `				tls_trusted_ca_certs ${authorities}`,
    ],
    "			}",
    "		}",
    "	}",
    "	handle {",
    `		respond ${quoted(relayRefusal)} 403`,
    "	}",
    "}",
  );
}
