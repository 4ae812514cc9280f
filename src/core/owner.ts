/**
 * Before the first write: is the Jira account that acts the person whose mailbox this is?
 *
 * A token in a shared mailbox may be used by whoever opens it, and a mailbox may hold a colleague's token.
 * The answer is kept in the preferences, so that it is asked once.
 */
import type { JiraUser } from "./jira.ts";
import type { Mail } from "./mail/mail.ts";
import { list, object, optional, ParseProblem, text, type Reader } from "./parse.ts";
import type { Settings } from "./ports.ts";

export interface OwnerQuestion {
  readonly reason: "shared-mail" | "other-owner";
  readonly user: JiraUser;
  readonly mailbox: string;
}

const PREFERENCES = "inlink.prefs";
const confirmed: Reader<readonly string[] | undefined> = object((field) =>
  field("confirmed", optional(list(text))),
);

export function ownerQuestion(
  settings: Settings,
  user: JiraUser,
  mailbox: string,
  mail: Mail,
): OwnerQuestion | undefined {
  const own = user.emailAddress?.toLowerCase() === mailbox.toLowerCase();
  const reason = mail.shared ? "shared-mail" : own ? undefined : "other-owner";
  if (!reason) return undefined;
  const question = { reason, user, mailbox } as const;
  return answers(settings).includes(mark(question)) ? undefined : question;
}

/** Throws OutlookFailed, OutlookSilent: then it is asked again another time. */
export async function confirmOwner(settings: Settings, question: OwnerQuestion): Promise<void> {
  const before = preferences(settings);
  await settings.write(PREFERENCES, {
    ...before,
    v: 1,
    confirmed: [...answers(settings), mark(question)].slice(-20),
  });
}

function mark({ reason, user, mailbox }: OwnerQuestion): string {
  return `${reason} ${user.key} ${mailbox.toLowerCase()}`;
}

function preferences(settings: Settings): Readonly<Record<string, unknown>> {
  const value = settings.read(PREFERENCES);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function answers(settings: Settings): readonly string[] {
  try {
    return confirmed(settings.read(PREFERENCES) ?? {}, PREFERENCES) ?? [];
  } catch (problem) {
    if (problem instanceof ParseProblem) return []; // Damaged preferences only mean that we ask again.
    throw problem;
  }
}
