/** A mail as the user sees it in Outlook, read once; its body and the bytes of its files are asked for later. */
export interface Mail {
  /** Outlook's item id: stable while the mail is selected, and our key for drafts. */
  readonly id: string;
  /** RFC 5322 Message-ID with its angle brackets; just-sent mails may lack it. */
  readonly internetMessageId: string | undefined;
  readonly subject: string;
  readonly from: Person | undefined;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly sentAt: Date | undefined;
  readonly files: readonly MailFile[];
  /** Lies in a shared or delegated folder: somebody else's mail. */
  readonly shared: boolean;
  /** undefined: an ordinary mail, as most are. */
  readonly seal?: Seal | undefined;
  /** What this Outlook can hand over; decided by the presence of the methods, not by the claimed requirement set. */
  readonly offers: { readonly files: boolean; readonly original: boolean };
}

/** What keeps a mail from being read by everybody: a signature, encryption, or rights management. */
export type Seal = "signed" | "encrypted" | "protected";

export interface Person {
  readonly name: string;
  readonly address: string;
}

export interface MailFile {
  /** Valid only while the mail is selected (Outlook on the web gives new ids in every session). */
  readonly id: string;
  readonly name: string;
  /** Bytes, as Outlook states them; for attached mails it is an estimate. */
  readonly size: number;
  /** MIME type; "" where Outlook does not say. */
  readonly contentType: string;
  /** RFC 2392, without its angle brackets; undefined where this Outlook does not say. */
  readonly contentId: string | undefined;
  /** Shown within the text, such as a signature's picture. */
  readonly inline: boolean;
  /** `item`: a mail, event or contact; `cloud`: only a link, nothing to upload. */
  readonly kind: "file" | "item" | "cloud";
  /** Where a cloud file lies; undefined for others, and where this Outlook does not say. */
  readonly url?: string | undefined;
}

/** The text of a mail. `html` is undefined where Outlook gives plain text only. Hostile: never shown as HTML. */
export interface MailBody {
  readonly html: string | undefined;
  readonly text: string;
}

/** The bytes of one file, ready to be uploaded. */
export interface FileContent {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
