/** What the user has decided about one mail. Kept until it is sent, whatever happens to mail, project or session. */
import { cleanSubject } from "../mail/subject.ts";
import type { Mail, MailFile } from "../mail/mail.ts";
import type { Recents } from "../ports.ts";
import { usualPlace } from "./habits.ts";

/** The user is creating the issue on Jira's own screen. */
export interface HandOff {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Keys of what they had created shortly before; undefined: not known. */
  readonly known: readonly string[] | undefined;
}

export interface Draft {
  readonly target: "new" | "existing";
  readonly projectKey: string | undefined;
  readonly issueTypeId: string | undefined;
  readonly summary: string;
  /** Wiki markup: description of a new issue, comment on an existing one. undefined: the mail has not been read yet. */
  readonly text: string | undefined;
  /** Field id → value; only its field type knows its shape. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly issueKey: string | undefined;
  readonly handOff: HandOff | undefined;
  /** Jira Service Management: who may see the comment. */
  readonly audience: "internal" | "customer";
  readonly fileIds: readonly string[];
  /** Attach the mail itself as `.eml`. */
  readonly original: boolean;
  /** The user changed something: worth keeping when another mail is selected. */
  readonly touched: boolean;
}

export function firstDraft(mail: Mail, recents: Recents): Draft {
  const usual = usualPlace(recents.past(), mail.from?.address ?? "");
  const projectKey = usual?.projectKey ?? recents.projects()[0];
  return {
    target: "new",
    projectKey,
    issueTypeId:
      usual?.issueTypeId ?? (projectKey === undefined ? undefined : recents.issueTypes(projectKey)[0]),
    summary: cleanSubject(mail.subject),
    text: undefined,
    values: {},
    issueKey: undefined,
    handOff: undefined,
    audience: "internal",
    fileIds: mail.offers.files ? mail.files.filter(worthSending).map(({ id }) => id) : [],
    original: mail.offers.original,
    touched: false,
  };
}

/** Pictures within the text (mostly signatures) are offered, not ticked; cloud files are links and cannot be sent. */
function worthSending(file: MailFile): boolean {
  return !file.inline && canSend(file);
}

export function canSend(file: MailFile): boolean {
  return file.kind !== "cloud";
}
