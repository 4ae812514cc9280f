/** nginx with the generated text, and around it what an administrator has already. */
import { generated, type EdgePlan, type EdgeRoom } from "./setting.ts";
import { substituted } from "./substitute.ts";

export function nginxPlan(room: EdgeRoom): EdgePlan {
  const { addin, jira, jiraMap } = generated(room);
  const modeOfSnippet = jiraMap === undefined ? "server" : "location";
  const files = {
    "nginx.conf": main(room, jira !== undefined),
    ...(addin !== undefined && {
      "conf.d/inlink.conf": substituted(addin, room, [
        { from: /listen \d+ ssl/g, to: `listen 127.0.0.1:${room.addinPort} ssl`, needed: true },
        { from: /^.*listen \[::\].*$/gm, to: "", needed: true },
      ]),
    }),
    ...(jiraMap !== undefined && { "conf.d/inlink-map.conf": substituted(jiraMap, room, []) }),
    ...(jira !== undefined && {
      "snippets/inlink.conf": substituted(jira, room, []),
      "sites/jira.conf": jirasServer(room, modeOfSnippet),
    }),
  };
  return {
    files,
    args: ["-p", room.folder, "-c", `${room.folder}/nginx.conf`, "-e", `${room.folder}/error.log`],
    ports: [...(addin === undefined ? [] : [room.addinPort]), ...(jira === undefined ? [] : [room.jiraPort])],
  };
}

function main({ folder }: EdgeRoom, hasJira: boolean): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((what) => `  ${what}_temp_path ${folder}/tmp-${what};`)
    .join("\n");
  return `daemon off;
pid ${folder}/nginx.pid;
worker_processes 1;
events { worker_connections 256; }
http {
  access_log off;
${temporary}
  include ${folder}/conf.d/*.conf;
  ${hasJira ? `include ${folder}/sites/jira.conf;` : ""}
}
`;
}

/** As Jira's documentation has it. */
function jirasServer(room: EdgeRoom, snippetIn: "server" | "location"): string {
  const snippet = `include ${room.folder}/snippets/inlink.conf;`;
  return `server {
  listen 127.0.0.1:${room.jiraPort} ssl http2;
  server_name ${new URL(room.jiraUrl).hostname};
  ssl_certificate ${room.certificate};
  ssl_certificate_key ${room.key};
  client_max_body_size 100m;
  add_header Strict-Transport-Security "max-age=300" always;
  add_header X-Frame-Options SAMEORIGIN always;
  ${snippetIn === "server" ? snippet : ""}
  location / {
    ${snippetIn === "location" ? snippet : ""}
    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-Host $host;
    proxy_set_header X-Forwarded-Server $host;
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_pass ${room.standIn};
  }
}
`;
}
