/** Apache httpd with the generated text, and around it what an administrator has already. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { apacheModuleFolder } from "./servers.ts";
import { generated, type EdgePlan, type EdgeRoom } from "./setting.ts";
import { substituted } from "./substitute.ts";

export function apachePlan(room: EdgeRoom): EdgePlan {
  const { addin, jira } = generated(room);
  const ports = [
    ...(addin === undefined ? [] : [room.addinPort]),
    ...(jira === undefined ? [] : [room.jiraPort]),
  ];
  const files = {
    "httpd.conf": main(room, ports),
    ...(addin !== undefined && {
      "sites/inlink.conf": substituted(addin, room, [
        { from: /<VirtualHost \*:\d+>/g, to: `<VirtualHost 127.0.0.1:${room.addinPort}>`, needed: true },
        { from: /^Listen \d+ https$/gm, to: "", needed: false },
      ]),
    }),
    ...(jira !== undefined && {
      "conf/inlink-jira.conf": substituted(jira, room, []),
      "sites/jira.conf": jirasHost(room),
    }),
  };
  return { files, args: ["-D", "FOREGROUND", "-f", `${room.folder}/httpd.conf`], ports };
}

/** The first are in every installation; the last, those that the generated text asks for. */
const modules = [
  ...["mpm_event", "unixd", "authz_core", "mime", "dir", "alias", "filter", "setenvif", "socache_shmcb"],
  ...["reqtimeout", "ssl", "headers", "deflate", "rewrite", "proxy", "proxy_http"],
];

function main({ folder }: EdgeRoom, ports: readonly number[]): string {
  const from = apacheModuleFolder() ?? "";
  const load = modules
    .map((name) => ({ name, file: join(from, `mod_${name}.so`) }))
    .filter(({ file }) => existsSync(file)) // what is not there is built in
    .map(({ name, file }) => `LoadModule ${name}_module ${file}`);
  const isRoot = process.getuid?.() === 0;
  return `ServerRoot ${folder}
PidFile ${folder}/httpd.pid
DefaultRuntimeDir ${folder}
ServerName localhost
${load.join("\n")}
TypesConfig /dev/null
ErrorLog ${folder}/error.log
${isRoot ? "User www-data\nGroup www-data" : ""}
StartServers 1
ServerLimit 2
ThreadsPerChild 25
MaxRequestWorkers 50
<Directory "/">
  AllowOverride None
  Require all denied
</Directory>
${ports.map((port) => `Listen 127.0.0.1:${port} https`).join("\n")}
IncludeOptional ${folder}/sites/*.conf
`;
}

/** As Jira's documentation has it. */
function jirasHost(room: EdgeRoom): string {
  return `<VirtualHost 127.0.0.1:${room.jiraPort}>
  ServerName ${new URL(room.jiraUrl).hostname}
  SSLEngine on
  SSLCertificateFile ${room.certificate}
  SSLCertificateKeyFile ${room.key}
  Header always set X-Frame-Options SAMEORIGIN
  ProxyRequests Off
  ProxyPreserveHost On
  <Location "/">
    ProxyPass ${room.standIn}/
    ProxyPassReverse ${room.standIn}/
  </Location>
  Include ${room.folder}/conf/inlink-jira.conf
</VirtualHost>
`;
}
