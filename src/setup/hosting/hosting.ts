/** What a web server's configuration is made from: the answers that concern it, and what follows from them. */
import type { SetupAnswers } from "../answers.ts";

export type Hosting = Pick<SetupAnswers, "jiraUrl" | "host" | "mode" | "upstream" | "framedBy">;

/** Path on the add-in's host that leads to Jira; belongs to mode "relay". */
export function relayPath({ host }: Pick<Hosting, "host">): string {
  return `${new URL(host).pathname.replace(/\/$/, "")}/jira-relay`;
}

/** One file of configuration for one kind of server. */
export interface ProxyFile {
  /** `nginx-addin.conf` */
  readonly name: string;
  readonly server: "nginx" | "apache" | "caddy" | "iis" | "haproxy";
  readonly text: string;
  /** Where it belongs: a sentence for the administrator, with the file's path on the usual system. */
  readonly place: string;
  /** false: an example that was never run. */
  readonly tested: boolean;
}

/** @param tested false for a server of which we have only an example. @returns a maker of files for it. */
export function filesOf(server: ProxyFile["server"], tested = true) {
  return (name: string, place: string, text: string): ProxyFile => ({
    name,
    server,
    text: `${text}\n`,
    place,
    tested,
  });
}
