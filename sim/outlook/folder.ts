/** A folder of .eml files as a mailbox. Read anew at every load of the page: drop a mail in, reload, there it is. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseMail, type ParsedMail } from "./eml.ts";

export interface MailFolder {
  /** Sorted by file name. */
  mails(): Promise<readonly ParsedMail[]>;
  /** @param n 1 for the first file by name. */
  mail(n: number): Promise<ParsedMail | undefined>;
}

export function openFolder(folder: string, mailbox: string): MailFolder {
  const parsed = new Map<string, { readonly changed: number; readonly mail: Promise<ParsedMail> }>();

  function parse(file: string, n: number): Promise<ParsedMail> {
    const path = join(folder, file);
    const changed = statSync(path).mtimeMs;
    const key = `${n} ${file}`;
    const known = parsed.get(key);
    if (known?.changed === changed) return known.mail;
    const mail = parseMail(readFileSync(path), { n, file, mailbox });
    parsed.set(key, { changed, mail });
    return mail;
  }

  function files(): readonly string[] {
    return readdirSync(folder)
      .filter((file) => file.toLowerCase().endsWith(".eml"))
      .sort((a, b) => a.localeCompare(b, "en"));
  }

  return {
    mails: () => Promise.all(files().map((file, index) => parse(file, index + 1))),
    mail: async (n) => {
      const file = files()[n - 1];
      return file === undefined ? undefined : parse(file, n);
    },
  };
}
