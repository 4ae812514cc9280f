/** The web servers that can stand before Jira and the add-in's files, where they are installed. */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export const edgeServers = ["nginx", "apache", "caddy"] as const;
export type EdgeServer = (typeof edgeServers)[number];

const programs: Readonly<Record<EdgeServer, readonly string[]>> = {
  nginx: ["nginx"],
  apache: ["apache2", "httpd"],
  caddy: ["caddy"],
};
/** Debian keeps servers out of an ordinary user's PATH. */
const moreFolders = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];

const apacheModules = [
  "/usr/lib/apache2/modules",
  "/usr/lib64/httpd/modules",
  "/usr/lib/httpd/modules",
  "/opt/homebrew/lib/httpd/modules",
];

/** Those that are installed, in a fixed order. */
export function findServers(env: NodeJS.ProcessEnv = process.env): readonly EdgeServer[] {
  return edgeServers.filter((server) => programOf(server, env) !== undefined);
}

/** Path of its program; undefined: not installed. */
export function programOf(server: EdgeServer, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (server === "apache" && apacheModuleFolder() === undefined) return undefined;
  const folders = [...(env["PATH"] ?? "").split(delimiter).filter(Boolean), ...moreFolders];
  return programs[server].flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

export function apacheModuleFolder(): string | undefined {
  return apacheModules.find((folder) => existsSync(folder));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
