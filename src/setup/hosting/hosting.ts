/** What a web server's configuration is made from, and what follows from it. */
import type { SetupAnswers } from "../answers.ts";

/** Path on the add-in's host that leads to Jira; belongs to mode "relay". */
export function relayPath({ host }: Pick<SetupAnswers, "host">): string {
  return `${new URL(host).pathname.replace(/\/$/, "")}/jira-relay`;
}
