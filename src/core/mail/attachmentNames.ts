import { originalFileName, safeFileName } from "./fileName.ts";
import type { Mail, MailFile } from "./mail.ts";

/** File id → its name in Jira: safe, and different from all others, whether they are sent or not. */
export function attachmentNames(mail: Mail): ReadonlyMap<string, string> {
  const taken = new Set([originalFileName(mail.subject)]);
  return new Map(
    mail.files.map((file) => {
      const { id } = file;
      const safe = safeFileName(withEnding(file), taken);
      taken.add(safe);
      return [id, safe];
    }),
  );
}

/** Attached mails have no ending in most Outlooks. That one is an event is only seen when it is read. */
function withEnding({ name, kind }: MailFile): string {
  return kind !== "item" || /\.(?:eml|ics|vcf|msg)$/i.test(name) ? name : `${name}.eml`;
}
