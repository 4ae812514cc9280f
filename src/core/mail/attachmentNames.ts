import { originalFileName, safeFileName } from "./fileName.ts";
import type { Mail, MailFile } from "./mail.ts";

/** By file id. */
export type Names = Readonly<Record<string, string>>;

/** A mail never changes, and the form asks at each keystroke. */
const known = new WeakMap<Mail, ReadonlyMap<string, string>>();

/**
 * File id → its name in Jira: safe, and different from all others, whether they are sent or not.
 * @param own names that the user has given, by `renamed`; the others are the mail's.
 */
export function attachmentNames(mail: Mail, own?: Names): ReadonlyMap<string, string> {
  const names = known.get(mail) ?? namesOf(mail);
  known.set(mail, names);
  return own ? new Map([...names].map(([id, name]) => [id, own[id] ?? name])) : names;
}

function namesOf(mail: Mail): ReadonlyMap<string, string> {
  const taken = new Set([originalFileName(mail.subject)]);
  return new Map(
    mail.files.map((file) => {
      const { id } = file;
      const safe = safeFileName(withMark(withEnding(file), mail), taken);
      taken.add(safe);
      return [id, safe];
    }),
  );
}

/** As programs call pictures that have no name of their own. */
const anyPicture =
  /^((?:image|picture|clip_image|outlook|unnamed|pastedgraphic|bild|grafik|logo)[-_ ]?\w{0,12})(\.(?:png|jpe?g|gif|bmp|webp))$/i;

/**
 * `image001.png` is in every other mail, and Jira shows the newest file of a name in all texts: without a mark, the
 * next mail's picture would take the place of this one's. The same mail always gets the same mark.
 */
function withMark(name: string, { internetMessageId, subject }: Mail): string {
  return name.replace(anyPicture, (_, stem: string, ending: string) => {
    // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
    let hash = 0x811c9dc5;
    for (const char of internetMessageId ?? subject)
      hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    return `${stem}-${hash.toString(36).padStart(4, "0").slice(-4)}${ending}`;
  });
}

/** Attached mails have no ending in most Outlooks. That one is an event is only seen when it is read. */
function withEnding({ name, kind }: MailFile): string {
  return kind !== "item" || /\.(?:eml|ics|vcf|msg)$/i.test(name) ? name : `${name}.eml`;
}
