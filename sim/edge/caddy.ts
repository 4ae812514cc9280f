/** Caddy with the generated text, and around it what an administrator has already. */
import { generated, type EdgePlan, type EdgeRoom } from "./setting.ts";
import { substituted } from "./substitute.ts";

/** Both sites on one port: Caddy tells them apart by name. */
export function caddyPlan(room: EdgeRoom): EdgePlan {
  const { addin, jira } = generated(room);
  const files = {
    Caddyfile: main(room, { addin, jira }),
    ...(addin !== undefined && { "inlink.Caddyfile": substituted(addin, room, []) }),
    ...(jira !== undefined && { "inlink-jira.Caddyfile": substituted(jira, room, []) }),
  };
  return {
    files,
    args: ["run", "--config", `${room.folder}/Caddyfile`, "--adapter", "caddyfile"],
    env: {
      HOME: room.folder,
      XDG_DATA_HOME: `${room.folder}/data`,
      XDG_CONFIG_HOME: `${room.folder}/config`,
    },
    ports: [room.addinPort],
  };
}

function main(
  room: EdgeRoom,
  { addin, jira }: { readonly addin: string | undefined; readonly jira: string | undefined },
): string {
  return `{
	admin off
	skip_install_trust
	auto_https disable_redirects
	https_port ${room.addinPort}
	default_bind 127.0.0.1
}
${addin === undefined ? "" : "import inlink.Caddyfile"}
${jira === undefined ? "" : jirasSite(room)}
`;
}

/** As Caddy's documentation has it. */
function jirasSite(room: EdgeRoom): string {
  return `https://${new URL(room.jiraUrl).hostname} {
	tls ${room.certificate} ${room.key}
	header X-Frame-Options SAMEORIGIN
	import inlink-jira.Caddyfile
	reverse_proxy ${room.standIn}
}
`;
}
