import { originalFileName, safeFileName } from "./fileName.ts";
import type { Mail } from "./mail.ts";

/** File id → its name in Jira: safe, and different from all others, whether they are sent or not. */
export function attachmentNames(mail: Mail): ReadonlyMap<string, string> {
  const taken = new Set([originalFileName(mail.subject)]);
  return new Map(
    mail.files.map(({ id, name }) => {
      const safe = safeFileName(name, taken);
      taken.add(safe);
      return [id, safe];
    }),
  );
}
