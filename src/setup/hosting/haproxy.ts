/** HAProxy, as an example that was never run. It serves no files, so a web server behind it does. */
import { filesOf, type Hosting, type ProxyFile } from "./hosting.ts";
import { authorities, certificateFile, comment, lines, quoted } from "./lines.ts";
import { placeOf, type Place } from "./place.ts";
import {
  ambiguous,
  answerSeconds,
  connectSeconds,
  corsExposed,
  corsPaths,
  corsPreflight,
  fileGroups,
  literal,
  notForBrowser,
  notForJira,
  onlyWithFile,
  passing,
  relayGuards,
  signed,
} from "./rules.ts";

const untested = "NOT TESTED: an example for HAProxy 2.6, to be checked by somebody who knows HAProxy.";

export function haproxyFiles(hosting: Hosting): readonly ProxyFile[] {
  const place = placeOf(hosting);
  const file = filesOf("haproxy", false);
  const addin = file(
    "haproxy-addin.cfg",
    "On the add-in's host: into /etc/haproxy/haproxy.cfg",
    addinHost(place, hosting.mode === "relay"),
  );
  const atJira = "On Jira's proxy: into the frontend of Jira in /etc/haproxy/haproxy.cfg";
  switch (hosting.mode) {
    case "relay":
      return [addin];
    case "same-origin":
      return [file("haproxy-jira.cfg", atJira, onJirasHost(place))];
    case "cors":
      return [addin, file("haproxy-jira.cfg", atJira, corsSnippet(place))];
  }
}

function addinHost(place: Place, withRelay: boolean): string {
  const { addin, relay } = place;
  return lines(
    comment(untested, `Inlink: the host of the add-in's files${withRelay ? ", and the relay to Jira" : ""}.`),
    "frontend inlink",
    "    # The certificate and its key in one file.",
    `    bind :${addin.port} ssl crt ${certificateFile(addin.name, "crt")}`,
    "    mode http",
    withRelay && [
      `    acl inlink_relay path_beg ${relay}/`,
      '    http-request set-var-fmt(txn.line) "%[method] %[pathq]"',
      `    acl inlink_passes var(txn.line) -m reg '^${passing(relay)}$'`,
      `    acl inlink_ambiguous var(txn.line) -m reg '${ambiguous}'`,
      `    acl inlink_signed req.hdr(Authorization) -m reg -i '${signed}'`,
      "    http-request deny deny_status 403 if inlink_relay !inlink_passes",
      "    http-request deny deny_status 403 if inlink_relay inlink_ambiguous",
      "    http-request deny deny_status 403 if inlink_relay !inlink_signed",
      "    use_backend inlink_jira if inlink_relay",
    ],
    "    default_backend inlink_files",
    "",
    filesBackend(place),
    withRelay && ["", jiraBackend(place)],
  );
}

function jiraBackend({ relay, jira, upstream }: Place): string {
  const tls = ` ssl verify required ca-file ${authorities} sni str(${jira.name}) verifyhost ${jira.name}`;
  return lines(
    "backend inlink_jira",
    "    mode http",
    `    http-request replace-path ^${literal(relay)}(/.*)$ ${jira.path}\\1`,
    `    http-request set-header Host ${jira.host}`,
    `    http-request set-header Origin ${jira.origin}`,
    notForJira.map((name) => `    http-request del-header ${name}`),
    notForBrowser.map((name) => `    http-response del-header ${name}`),
    relayGuards.map(([name, value]) => `    http-response set-header ${name} ${quoted(value)}`),
    `    timeout connect ${connectSeconds}s`,
    `    timeout server ${answerSeconds}s`,
    "    retries 0",
    "    http-reuse never",
    `    server jira ${upstream.name}:${upstream.port}${upstream.scheme === "https" ? tls : ""}`,
  );
}

function filesBackend({ addin, policy }: Place): string {
  const general = fileGroups(policy).at(-1)?.headers ?? [];
  return lines(
    comment(
      "HAProxy serves no files: any web server that serves the folder of the add-in, on port 8080 here.",
    ),
    "backend inlink_files",
    "    mode http",
    "    http-request deny deny_status 405 unless { method GET HEAD }",
    "    http-request set-var(txn.path) path",
    "    http-response del-header X-Frame-Options",
    general
      .filter(([name]) => !onlyWithFile(name))
      .map(([name, value]) => `    http-response set-header ${name} ${quoted(value)}`),
    [...fileGroups(policy)]
      .reverse()
      .flatMap(({ below, headers }) =>
        headers
          .filter(([name]) => onlyWithFile(name))
          .map(
            ([name, value]) =>
              `    http-response set-header ${name} ${quoted(value)} if { status 200 304 } { var(txn.path) -m beg ${addin.path}${below} }`,
          ),
      ),
    "    server files 127.0.0.1:8080",
  );
}

function onJirasHost(place: Place): string {
  return lines(
    comment(
      untested,
      "Inlink: the add-in's files on Jira's own host. These lines go into the frontend of Jira:",
    ),
    `    use_backend inlink_files if { path_beg ${place.addin.path}/ }`,
    "",
    filesBackend(place),
  );
}

function corsSnippet({ addin, jira }: Place): string {
  const allowed = `http-response set-header Access-Control-Allow-Origin ${quoted(addin.origin)}`;
  const preflight = [["Access-Control-Allow-Origin", addin.origin], ...corsPreflight, ["Vary", "Origin"]].map(
    ([name = "", value = ""]) => `hdr ${quoted(name)} ${quoted(value)}`,
  );
  return lines(
    comment(untested, "Inlink: CORS for the add-in's origin. These lines go into the frontend of Jira:"),
    `    acl inlink_origin req.hdr(Origin) -m str ${addin.origin}`,
    `    acl inlink_path path -m reg '${corsPaths(jira.path)}'`,
    "    http-request set-var(txn.inlink) bool(true) if inlink_origin inlink_path",
    `    http-request return status 204 ${preflight.join(" ")} if METH_OPTIONS inlink_origin inlink_path`,
    `    ${allowed} if { var(txn.inlink) -m bool }`,
    `    http-response set-header Access-Control-Expose-Headers ${quoted(corsExposed)} if { var(txn.inlink) -m bool }`,
    "    http-response del-header Access-Control-Allow-Credentials if { var(txn.inlink) -m bool }",
    "    http-response add-header Vary Origin",
  );
}
