/** What the page of the bench knows of a mail: the shapes that the host sends to office.js, and what it keeps back. */

export interface Person {
  readonly name: string;
  readonly address: string;
  /** 0 other, 1 list, 2 user of this organisation, 3 from outside. */
  readonly recipientType: number;
  /** 0 none: only meetings have one. */
  readonly appointmentResponse: number;
}

export interface AttachmentData {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  /** 0 file, 1 item, 2 cloud. */
  readonly attachmentType: number;
  /** Of a cloud file. */
  readonly url?: string;
  readonly isInline: boolean;
}

/** A read mail under the names that the library reads. Times are milliseconds since 1970. */
export interface ItemData {
  readonly itemType: 1;
  readonly id: string;
  readonly conversationId: string;
  readonly internetMessageId: string | undefined;
  readonly itemClass: string;
  readonly subject: string;
  readonly normalizedSubject: string;
  readonly from: Person | undefined;
  readonly sender: Person | undefined;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly dateTimeCreated: number;
  readonly dateTimeModified: number;
  readonly dateTimeSent: number;
  readonly attachments: readonly AttachmentData[];
}

export interface MailRecord {
  /** 1 for the first file of the folder by name. */
  readonly n: number;
  readonly file: string;
  readonly item: ItemData;
  readonly format: "html" | "text";
  /** Both forms, as Outlook gives either on demand. Images keep their `cid:` addresses. */
  readonly html: string;
  readonly text: string;
  /** Raw header block of the .eml file. */
  readonly headers: string;
  /** Content-IDs without brackets, by index of the attachment; the library's API of 2022 does not hand them out. */
  readonly contentIds: readonly (string | undefined)[];
}

export interface MailboxInfo {
  readonly address: string;
  readonly displayName: string;
  readonly shared: boolean;
}

export interface AddinInfo {
  readonly id: string;
  readonly name: string;
  readonly taskpaneUrl: string;
  readonly appDomains: readonly string[];
}

/** Answer to `/api/start`. */
export interface StartData {
  readonly origin: string;
  readonly addin: AddinInfo;
  readonly mailboxes: readonly MailboxInfo[];
}

/** Answer to item attachment requests. `base64`: content is base64 text; `eml`: the attached mail as text. */
export interface AttachmentContent {
  readonly content: string;
  readonly format: "base64" | "eml";
}
