import { createHash } from "node:crypto";
import type { Bench } from "../../sim/bench.ts";
import type { Login } from "../../sim/browser/pane.ts";
import type { DemoFile } from "./story.ts";

/** What Jira has in its hands: asked of the stand-in itself, or downloaded from another Jira. */
export async function receivedFiles(
  bench: Bench,
  issueKey: string,
  login: Login,
): Promise<readonly DemoFile[]> {
  if (!bench.jira) return download(bench.jiraUrl, issueKey, login);
  const issue = bench.jira.issue(issueKey);
  return (issue?.attachments ?? []).map(({ filename, sha256 }) => ({ name: filename, sha256 }));
}

async function download(
  jiraUrl: string,
  issueKey: string,
  { user, password }: Login,
): Promise<readonly DemoFile[]> {
  const headers = { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
  const answer = await fetch(`${jiraUrl}/rest/api/2/issue/${issueKey}?fields=attachment`, { headers });
  if (!answer.ok) throw new Error(`Jira answered ${answer.status} when asked for the files of ${issueKey}`);
  const issue = (await answer.json()) as {
    fields: { attachment: readonly { filename: string; content: string }[] };
  };
  return Promise.all(
    issue.fields.attachment.map(async ({ filename, content }) => {
      const bytes = await (await fetch(content, { headers })).arrayBuffer();
      return { name: filename, sha256: createHash("sha256").update(new Uint8Array(bytes)).digest("hex") };
    }),
  );
}
