/** Templates for summary and description: a team's words, filled in from the mail. */
import { cutText } from "../mail/cutText.ts";
import type { Mail } from "../mail/mail.ts";
import { cleanSubject } from "../mail/subject.ts";
import { escapeText } from "../wiki/escape.ts";

/** What templates are filled with. */
export interface TemplateFacts {
  readonly mail: Pick<Mail, "subject" | "from" | "sentAt">;
  /** The mail's text as wiki markup; undefined: not read yet. */
  readonly text: string | undefined;
}

/**
 * Placeholders: `{subject}`, `{sender}`, `{address}`, `{date}`, `{text}` (of a description), and `{/pattern/}` for the
 * first group, or all, of what a regular expression finds in the mail's text. Other braces stay as they are: they may
 * be Jira's own.
 */
const placeholder = /\{(?:(subject|sender|address|date|text)|\/((?:[^/\\\n]|\\.)+)\/(i?))\}/g;
/** Patterns come from whoever may edit the project, and run in everybody's pane. */
const longestPattern = 200;
const longestText = 10_000;
/** `(a+)+`: time that doubles with each letter. */
const explosive = /\([^)]*[+*}][^)]*\)[+*{]/;

/** As one line within Jira's limit for summaries. */
export function filledSummary(template: string, facts: TemplateFacts): string {
  const line = filled(template.replaceAll("{text}", ""), facts, (text) => text).replace(/\s+/g, " ");
  return cutText(line.trim(), (text) => text.length <= 255);
}

/** Wiki markup. What comes from the mail stays text. */
export function filledDescription(template: string, facts: TemplateFacts): string {
  return filled(template, facts, (text) => escapeText(text));
}

function filled(
  template: string,
  { mail, text = "" }: TemplateFacts,
  escape: (text: string) => string,
): string {
  const values: Readonly<Record<string, string>> = {
    subject: cleanSubject(mail.subject),
    sender: mail.from?.name ?? mail.from?.address ?? "",
    address: mail.from?.address ?? "",
    date: mail.sentAt?.toISOString().slice(0, 10) ?? "",
  };
  return template.replace(placeholder, (_whole, name?: string, pattern?: string, flags?: string) => {
    if (pattern !== undefined) return escape(found(pattern, flags ?? "", text));
    return name === "text" ? text : escape(values[name ?? ""] ?? "");
  });
}

function found(pattern: string, flags: string, markup: string): string {
  if (templateProblem(`{/${pattern}/${flags}}`) !== undefined) return "";
  // As the mail says it: without the backslashes that keep its signs from being markup.
  const text = markup.slice(0, longestText).replace(/\\([^\p{L}\p{Nd}\s\\])/gu, "$1");
  const match = new RegExp(pattern, `${flags}mu`).exec(text);
  return match?.[1] ?? match?.[0] ?? "";
}

/** What is wrong with a template; undefined: nothing. */
export function templateProblem(template: string): "pattern" | "slow-pattern" | undefined {
  for (const [, , pattern] of template.matchAll(placeholder)) {
    if (pattern === undefined) continue;
    if (pattern.length > longestPattern || explosive.test(pattern)) return "slow-pattern";
    try {
      new RegExp(pattern, "mu");
    } catch {
      return "pattern";
    }
  }
  return undefined;
}
