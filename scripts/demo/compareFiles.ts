import type { DemoFile } from "./story.ts";

/** Says for each file of the mails whether Jira has the same bytes; true where it has them all, and no others. */
export function compareFiles(
  mails: readonly (readonly DemoFile[])[],
  received: readonly DemoFile[],
  say: (line: string) => void,
): boolean {
  say("\nSHA-256 of each file in the mail, and of what Jira has:");
  const left = [...received];
  let missing = 0;
  mails.forEach((files, index) => {
    for (const file of files) {
      const at = left.findIndex(({ sha256 }) => sha256 === file.sha256);
      const [twin] = at < 0 ? [] : left.splice(at, 1);
      if (!twin) missing++;
      say(
        `  mail ${index + 1}  ${file.sha256}  ${file.name}: ${twin ? `the same as ${twin.name}` : "MISSING in Jira"}`,
      );
    }
  });
  for (const { name, sha256 } of left) say(`  only in Jira  ${sha256}  ${name}`);
  return missing === 0 && left.length === 0;
}
