/** File names that Jira, its disk and its wiki markup all take. facts: Jira keeps the name as the file's name. */
import { cutText } from "./cutText.ts";
import { cleanSubject } from "./subject.ts";

/** Bytes in UTF-8: what a file system takes. */
const longest = 255;
/** Paths, reserved on Windows, special in URLs; `!`, `|`, `^` end a reference to a picture or file in wiki markup. */
const forbidden = /[\\/:*?"<>|%$#!^]+/g;
/** Invisible, or turning the direction of what follows, so that `exe` looks like `txt`. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const brackets: Readonly<Record<string, string>> = { "[": "(", "]": ")", "{": "(", "}": ")" };

/**
 * The name, still readable, and different from those in `taken`. Never empty.
 * Without `?` no name looks like an encoded word of RFC 2047, which newer Jiras would decode.
 */
export function safeFileName(name: string, taken: ReadonlySet<string> = new Set()): string {
  const clean = name
    .normalize("NFC")
    .replace(invisible, "")
    .replace(/\s+/g, " ")
    .replace(forbidden, "_")
    .replace(/[[\]{}]/g, (bracket) => brackets[bracket] ?? bracket)
    .trim();
  const extension = endingOf(clean);
  // Windows drops dots and spaces at the end, and Unix hides what begins with a dot.
  const stem = clean.slice(0, clean.length - extension.length).replace(/^[. ]+|[. ]+$/g, "") || "file";
  for (let number = 1; ; number++) {
    const ending = number === 1 ? extension : ` (${number})${extension}`;
    const found = cutText(stem, (text) => bytes(text + ending) <= longest) + ending;
    if (!taken.has(found)) return found;
  }
}

/** With its dot; "" where there is none. */
export function endingOf(name: string): string {
  return /\.[\p{L}\p{Nd}]{1,20}$/u.exec(name)?.[0] ?? "";
}

/** The name of the mail itself as a file. */
export function originalFileName(subject: string): string {
  return safeFileName(`${cleanSubject(subject) || "mail"}.eml`);
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
