/** The text of a mail, in blocks: who wrote when, and what, as wiki markup. */
import { saidBy, type Part } from "./parts/part.ts";
import { attachmentNames, type Names } from "./mail/attachmentNames.ts";
import { fileShown } from "./mail/fileShown.ts";
import { mailHeader } from "./mail/header.ts";
import type { Mail } from "./mail/mail.ts";
import { isForward } from "./mail/subject.ts";
import type { Mailbox } from "./ports.ts";
import { cutToLimit } from "./wiki/limit.ts";
import { withPictureNames } from "./wiki/pictureNames.ts";
import type { TextBlock } from "./wiki/textBlocks.ts";

export interface MailText {
  readonly blocks: readonly TextBlock[];
  /** Places of the blocks that are likely to be meant. */
  readonly suggested: ReadonlySet<number>;
  /** Bytes of the mail's body, roughly. */
  readonly bodySize: number;
  /**
   * Wiki markup of these blocks, under the line that says who wrote them; cut to Jira's limit.
   * @param names that the user has given to files.
   */
  markup(chosen: ReadonlySet<number>, names?: Names): string;
}

/** Throws what Mailbox.body throws. The converter is loaded on demand: the first paint does not need it. */
export async function mailText(mailbox: Mailbox, mail: Mail): Promise<MailText> {
  const [body, { htmlBlocks }, { textBlocks, textToWiki }] = await Promise.all([
    mailbox.body(mail.id),
    import("./wiki/fromHtml.ts"),
    import("./wiki/fromText.ts"),
  ]);
  const links = linkedFiles(mail);
  const said = saidBy(mail.from, mail.subject);
  const { blocks, markup } =
    body.html === undefined ? textBlocks(body.text, said) : htmlBlocks(body.html, said, pictureFinder(mail));
  const header = mailHeader(mail);
  let last:
    | { readonly chosen: ReadonlySet<number>; readonly names: Names | undefined; readonly text: string }
    | undefined;
  return {
    blocks: [...blocks, ...links.map((text) => ({ part: "own", text, pictures: [] }) as const)],
    suggested: new Set([
      ...suggestedBlocks(blocks, mail.subject),
      ...links.map((_, at) => blocks.length + at),
    ]),
    bodySize: (body.html?.length ?? 0) + body.text.length,
    markup(chosen, names) {
      if (last?.chosen === chosen && last.names === names) return last.text; // the form asks at each keystroke
      const shownLinks = links.filter((_, at) => chosen.has(blocks.length + at)).map(textToWiki);
      const shown = withPictureNames(markup(chosen), newNames(mail, names));
      const parts = [header, shown, ...shownLinks].filter((part) => part !== "");
      last = { chosen, names, text: cutToLimit(parts.join("\n\n")).text };
      return last.text;
    },
  };
}

/** Files that lie in a cloud go along as what they are: links. */
function linkedFiles({ files }: Mail): readonly string[] {
  return files.flatMap(({ kind, name, url }) =>
    kind === "cloud" && url !== undefined && /^https?:/i.test(url) ? [`${name}: ${url}`] : [],
  );
}

/** What the sender says now; in a forward, and where they say nothing, what they pass on as well. */
function suggestedBlocks(blocks: readonly TextBlock[], subject: string): ReadonlySet<number> {
  const of = (...wanted: readonly Part[]) =>
    new Set(blocks.flatMap(({ part }, at) => (wanted.includes(part) ? [at] : [])));
  const own = of("own");
  if (own.size > 0 && !isForward(subject)) return own;
  const withQuotes = of("own", "quote");
  return withQuotes.size > 0 ? withQuotes : new Set(blocks.keys());
}

function pictureFinder(mail: Mail) {
  const names = attachmentNames(mail);
  const pictures = mail.files.filter(
    ({ kind, name, contentType }) => kind === "file" && isPicture(name, contentType),
  );
  return (address: string) => {
    const id = /^cid:(.+)$/i.exec(address.trim())?.[1];
    if (id === undefined) return undefined;
    const file = fileShown(pictures, id);
    const name = file && names.get(file.id);
    return file && name !== undefined ? { fileId: file.id, name } : undefined;
  };
}

/** By the mail's own. */
function newNames(mail: Mail, names: Names = {}): ReadonlyMap<string, string> {
  const own = attachmentNames(mail);
  return new Map(Object.entries(names).map(([id, name]) => [own.get(id) ?? name, name]));
}

/** What Jira shows within a text. */
function isPicture(name: string, contentType: string): boolean {
  return /^image\//i.test(contentType) || /\.(?:png|jpe?g|gif|bmp|webp)$/i.test(name);
}
