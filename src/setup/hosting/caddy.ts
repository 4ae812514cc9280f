/** Caddy 2, run with 2.6.2. */
import { caddyRelay } from "./caddyRelay.ts";
import { filesOf, type Hosting, type ProxyFile } from "./hosting.ts";
import { certificateFile, comment, indented, lines, quoted, siteFolder } from "./lines.ts";
import { placeOf, type Place } from "./place.ts";
import { corsBelow, corsExposed, corsPreflight, fileGroups, onlyWithFile, type FileGroup } from "./rules.ts";
import { tomcatReminder } from "./tomcatReminder.ts";

const reload = "Check and load it: caddy validate --config /etc/caddy/Caddyfile && systemctl reload caddy";
const onJirasProxy =
  "On Jira's proxy: /etc/caddy/inlink-jira.Caddyfile, with a line `import inlink-jira.Caddyfile` in Jira's site block";

export function caddyFiles(hosting: Hosting): readonly ProxyFile[] {
  const place = placeOf(hosting);
  const file = filesOf("caddy");
  const addin = file(
    "caddy-addin.Caddyfile",
    "On the add-in's host: /etc/caddy/inlink.Caddyfile, with a line `import inlink.Caddyfile` in /etc/caddy/Caddyfile",
    addinHost(place, hosting.mode === "relay"),
  );
  switch (hosting.mode) {
    case "relay":
      return [addin];
    case "same-origin":
      return [file("caddy-jira.Caddyfile", onJirasProxy, onJirasHost(place))];
    case "cors":
      return [addin, file("caddy-jira.Caddyfile", onJirasProxy, corsSnippet(place))];
  }
}

function addinHost(place: Place, withRelay: boolean): string {
  const { addin } = place;
  return lines(
    comment(
      `Inlink: the host of the add-in's files${withRelay ? ", and the relay to Jira" : ""}. For Caddy 2.`,
      "",
      "1. Put this file at /etc/caddy/inlink.Caddyfile and add to /etc/caddy/Caddyfile the line: import inlink.Caddyfile",
      `2. Put the files of dist/, with config.json, into ${siteFolder}`,
      "3. Change the two paths with CHANGE-ME to your certificate and its key. Where Caddy gets its certificates by",
      "   itself, delete that line instead.",
      `4. ${reload}`,
      "",
      `Strict-Transport-Security is yours to decide, as it binds every service on ${addin.name}.`,
    ),
    "",
    `${addin.origin} {`,
    `	tls ${certificateFile(addin.name, "crt")} ${certificateFile(addin.name, "key")}`,
    "",
    withRelay && [indented(caddyRelay(place), "\t"), ""],
    indented(files(place), "\t"),
    addin.path !== "" && ["\thandle {", "\t\trespond 404", "\t}"],
    "}",
  );
}

function onJirasHost(place: Place): string {
  return lines(
    comment(
      `Inlink: the add-in's files on Jira's own host, below ${place.addin.path}/. For Caddy 2.`,
      "",
      "1. Put this file at /etc/caddy/inlink-jira.Caddyfile",
      "2. In the site block of Jira, add the line: import inlink-jira.Caddyfile",
      "   Where Jira's reverse_proxy stands in a route block, put the line into that block, above it.",
      `3. Put the files of dist/, with config.json, into ${siteFolder}`,
      `4. ${reload}`,
      "",
    ),
    tomcatReminder(place, "Caddy's reverse_proxy does so by itself"),
    "",
    files(place),
  );
}

/** One block a folder: of several `handle`s the one with the longest path is taken. */
function files(place: Place): string {
  return fileGroups(place.policy)
    .map((group) =>
      lines(
        `handle ${place.addin.path}${group.below}* {`,
        "	route {",
        indented(folder(place, group), "\t\t"),
        "	}",
        "}",
      ),
    )
    .join("\n");
}

/** In this order: what a matcher sees depends on the prefix being off. */
function folder({ addin }: Place, { below, headers }: FileGroup): string {
  const name = `inlink_${below.replaceAll("/", "") || "files"}`;
  const sent = (matcher: string, which: FileGroup["headers"]) =>
    which.map(([header, value]) => `header ${matcher}${header} ${quoted(value)}`);
  return lines(
    `root * ${siteFolder}`,
    addin.path !== "" && `uri strip_prefix ${addin.path}`,
    "# Outlook shows the pages in a frame; who may is said by Content-Security-Policy.",
    "header -X-Frame-Options",
    sent(
      "",
      headers.filter(([header]) => !onlyWithFile(header)),
    ),
    `@${name}_other not method GET HEAD`,
    `respond @${name}_other 405`,
    `@${name} file`,
    sent(
      `@${name} `,
      headers.filter(([header]) => onlyWithFile(header)),
    ),
    "encode gzip",
    "file_server",
  );
}

function corsSnippet({ addin, jira }: Place): string {
  const paths = corsBelow.map((path) => jira.path + path).join(" ");
  const always = (values: readonly string[], by: string) => values.map((value) => `${by}${value}`);
  const ours = [
    `Access-Control-Allow-Origin ${quoted(addin.origin)}`,
    `Access-Control-Expose-Headers ${quoted(corsExposed)}`,
  ];
  return lines(
    comment(
      "Inlink: CORS for the add-in's origin, in front of Jira. For Caddy 2.",
      "",
      "1. Put this file at /etc/caddy/inlink-jira.Caddyfile",
      "2. In the site block of Jira, add the line: import inlink-jira.Caddyfile",
      "   Where Jira's reverse_proxy stands in a route block, put the line into that block, above it.",
      `3. ${reload}`,
      "",
      "For every other origin, what Jira itself answers stays as it is. Uploads: request_body max_size, where you set it,",
      "must not be below Jira's limit for attachments.",
    ),
    "",
    "@inlink_open path " + paths,
    "header @inlink_open +Vary Origin",
    "@inlink_preflight {",
    "	method OPTIONS",
    `	header Origin ${addin.origin}`,
    `	path ${paths}`,
    "}",
    "handle @inlink_preflight {",
    always(ours.slice(0, 1), "\theader "),
    corsPreflight.map(([name, value]) => `	header ${name} ${quoted(value)}`),
    "	respond 204",
    "}",
    "@inlink_cors {",
    `	header Origin ${addin.origin}`,
    `	path ${paths}`,
    "}",
    comment("Now, for what Caddy itself answers, and once more in the place of what Jira answers (defer)."),
    "header @inlink_cors {",
    always(ours, "\t"),
    "}",
    "header @inlink_cors {",
    always(ours, "\t"),
    "	-Access-Control-Allow-Credentials",
    "	defer",
    "}",
  );
}
