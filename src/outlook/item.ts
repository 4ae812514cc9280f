/** The selected item as our Mail. Parsed at the door: an item may lack anything. */
import type { Mail, MailFile, Person, Seal } from "../core/mail/mail.ts";
import { has, member, textOf } from "./member.ts";

export type Item = NonNullable<Office.Mailbox["item"]>;

export function selectedItem(): Item | undefined {
  return Office.context.mailbox.item ?? undefined; // null where no mail, or several, are selected
}

/** @returns undefined for an appointment, and for a mail that is being written: it has no id yet. */
export function mailOf(item: unknown): Mail | undefined {
  const id = mailIdOf(item);
  if (id === undefined) return undefined;
  return {
    id,
    internetMessageId: textOf(member(item, "internetMessageId")) || undefined,
    subject: textOf(member(item, "subject")),
    from: personOf(member(item, "from")),
    to: peopleOf(member(item, "to")),
    cc: peopleOf(member(item, "cc")),
    sentAt: dateOf(member(item, "dateTimeCreated")),
    files: filesOf(item),
    seal: sealOf(item),
    shared: has(item, "getSharedPropertiesAsync"), // office.js defines it only where the host says "shared folder"
    offers: { files: has(item, "getAttachmentContentAsync"), original: has(item, "getAsFileAsync") },
  };
}

export function mailIdOf(item: unknown): string | undefined {
  if (member(item, "itemType") !== Office.MailboxEnums.ItemType.Message) return undefined;
  return textOf(member(item, "itemId")) || undefined;
}

export function filesOf(item: unknown): readonly MailFile[] {
  const attachments = member(item, "attachments");
  return Array.isArray(attachments) ? attachments.flatMap(fileOf) : [];
}

/** An attachment without an id cannot be asked for, so it is none. */
function fileOf(attachment: unknown): readonly MailFile[] {
  const id = textOf(member(attachment, "id"));
  const size = member(attachment, "size");
  if (id === "") return [];
  return [
    {
      id,
      name: textOf(member(attachment, "name")),
      size: typeof size === "number" ? size : 0,
      contentType: textOf(member(attachment, "contentType")),
      contentId: textOf(member(attachment, "contentId")).replace(/^<|>$/g, "") || undefined,
      inline: member(attachment, "isInline") === true,
      kind: kindOf(member(attachment, "attachmentType")),
      url: textOf(member(attachment, "url")) || undefined,
    },
  ];
}

function kindOf(type: unknown): MailFile["kind"] {
  const { Item, Cloud } = Office.MailboxEnums.AttachmentType;
  if (type === Item) return "item";
  return type === Cloud ? "cloud" : "file";
}

/** Message classes: [MS-OXOSMIME] 2.1.1 and 2.2; the file of rights management: [MS-OXORMMS] 2.2.1. */
function sealOf(item: unknown): Seal | undefined {
  const itemClass = textOf(member(item, "itemClass"));
  if (/^IPM\.Note\..*MultipartSigned$/i.test(itemClass)) return "signed";
  const files = filesOf(item);
  if (files.some(({ name }) => /^message(?:_v\d)?\.rpmsg$/i.test(name))) return "protected";
  const isSealed = /^IPM\.Note\.(?:SMIME|Secure)/i.test(itemClass);
  return isSealed || files.some(({ name }) => /^smime\.p7m$/i.test(name)) ? "encrypted" : undefined;
}

function peopleOf(value: unknown): readonly Person[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => personOf(one) ?? []) : [];
}

function personOf(value: unknown): Person | undefined {
  const name = textOf(member(value, "displayName"));
  const address = textOf(member(value, "emailAddress"));
  return name === "" && address === "" ? undefined : { name, address };
}

function dateOf(value: unknown): Date | undefined {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value : undefined;
}
