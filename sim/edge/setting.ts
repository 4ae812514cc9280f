/** What one edge is started from. */
import type { EdgeServer } from "./servers.ts";

/** A file of configuration as set-up makes it. */
export interface EdgeFile {
  /** `nginx-addin.conf`, `nginx-jira.conf`, `nginx-jira-map.conf` */
  readonly name: string;
  readonly server: string;
  readonly text: string;
}

export interface EdgeSetting {
  readonly server: EdgeServer;
  /** Of all servers; those of others are left aside. */
  readonly files: readonly EdgeFile[];
  /** Base URL of Jira as people open it. */
  readonly jiraUrl: string;
  /** Where the stand-in listens, for Jira's own proxy: `http://127.0.0.1:8080`. */
  readonly standIn: string;
  /** Folder with the built site and its config.json. */
  readonly site: string;
}

/** A setting with what the edge chose for itself. */
export interface EdgeRoom extends EdgeSetting {
  /** Folder for configuration, logs and temporary files. */
  readonly folder: string;
  /** Files with the bench's certificate and key. */
  readonly certificate: string;
  readonly key: string;
  readonly addinPort: number;
  readonly jiraPort: number;
}

/** How to run one server. */
export interface EdgePlan {
  /** By file name, in the room's folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ports that open when it is up. */
  readonly ports: readonly number[];
}

/** Which of the generated files are there. */
export interface Generated {
  readonly addin: string | undefined;
  readonly jira: string | undefined;
  readonly jiraMap: string | undefined;
}

export function generated({ server, files }: Pick<EdgeSetting, "server" | "files">): Generated {
  const named = (part: string) =>
    files.find((file) => file.server === server && file.name.startsWith(`${server}-${part}.`))?.text;
  return { addin: named("addin"), jira: named("jira"), jiraMap: named("jira-map") };
}
